package org.ivrea.designer.canvas.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.ivrea.designer.canvas.geometry.Bounds;

/// The canvas under the boxes. It is larger than the view, so that panning only shifts it and paints it anew once in a
/// while.
final class Surface extends Canvas {
    private static final double MARGIN = 200;

    private double paintedScale;
    private double paintedMargin;
    private double paintedX;
    private double paintedY;
    private boolean stale = true;

    /// Paints an area of the world, in world coordinates.
    @FunctionalInterface
    interface Painter {
        void paint(GraphicsContext gc, Bounds area);
    }

    Surface() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void markStale() {
        stale = true;
    }

    void fitTo(Viewport viewport) {
        double width = Math.ceil(viewport.width() + 2 * MARGIN);
        double height = Math.ceil(viewport.height() + 2 * MARGIN);
        if (width != getWidth() || height != getHeight()) {
            setWidth(width);
            setHeight(height);
            stale = true;
        }
    }

    void show(Viewport viewport, Painter painter) {
        boolean zooms = viewport.scale() != paintedScale;
        double dx = viewport.translateX() - paintedX;
        double dy = viewport.translateY() - paintedY;
        if (stale || zooms || Math.abs(dx) > paintedMargin || Math.abs(dy) > paintedMargin) {
            // A zoom goes on with the next frame, which has no use for what is beside the view.
            paintedMargin = zooms && !stale ? 0 : MARGIN;
            stale = false;
            paintedScale = viewport.scale();
            paintedX = viewport.translateX();
            paintedY = viewport.translateY();
            dx = 0;
            dy = 0;
            GraphicsContext gc = getGraphicsContext2D();
            gc.setTransform(1, 0, 0, 1, 0, 0);
            gc.clearRect(0, 0, getWidth(), getHeight());
            gc.setTransform(paintedScale, 0, 0, paintedScale, paintedX + MARGIN, paintedY + MARGIN);
            painter.paint(gc, viewport.visible().inflated(paintedMargin / paintedScale));
        }
        relocate(dx - MARGIN, dy - MARGIN);
    }
}
