package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.canvas.view.Viewport;

/// Moves the view with the mouse.
final class Pan implements Gesture {
    private final Viewport viewport;
    private final double startX;
    private final double startY;
    private double lastX;
    private double lastY;

    Pan(Viewport viewport, Pointer start) {
        this.viewport = viewport;
        this.startX = start.viewX();
        this.startY = start.viewY();
        this.lastX = startX;
        this.lastY = startY;
    }

    @Override
    public void drag(Pointer at) {
        viewport.panBy(at.viewX() - lastX, at.viewY() - lastY);
        lastX = at.viewX();
        lastY = at.viewY();
    }

    @Override
    public void drop(Pointer at) {
        drag(at);
    }

    @Override
    public void cancel() {
        viewport.panBy(startX - lastX, startY - lastY);
    }

    @Override
    public boolean scrolls() {
        return false;
    }
}
