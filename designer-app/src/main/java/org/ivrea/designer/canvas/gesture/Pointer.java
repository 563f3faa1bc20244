package org.ivrea.designer.canvas.gesture;

import javafx.scene.input.MouseEvent;
import org.ivrea.designer.canvas.view.Viewport;

/// Where the mouse is.
///
/// @param viewX    in the view
/// @param viewY    in the view
/// @param x        in the world
/// @param y        in the world
/// @param adds     shift or the shortcut key is held: the selection is changed, not replaced
/// @param copies   alt is held
public record Pointer(double viewX, double viewY, double x, double y, boolean adds, boolean copies) {
    static Pointer of(MouseEvent event, Viewport viewport) {
        return new Pointer(event.getX(), event.getY(), viewport.worldX(event.getX()), viewport.worldY(event.getY()),
                event.isShiftDown() || event.isShortcutDown(), event.isAltDown());
    }

    /// The same place in the view, after the view moved.
    Pointer in(Viewport viewport) {
        return new Pointer(viewX, viewY, viewport.worldX(viewX), viewport.worldY(viewY), adds, copies);
    }
}
