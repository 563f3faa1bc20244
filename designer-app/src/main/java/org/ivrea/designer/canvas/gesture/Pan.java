package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.canvas.view.Viewport;

/// Moves the view with the mouse.
final class Pan implements Gesture {
    private final Viewport viewport;
    private final Pointer start;
    private final double startX;
    private final double startY;

    Pan(Viewport viewport, Pointer start) {
        this.viewport = viewport;
        this.start = start;
        this.startX = viewport.translateX();
        this.startY = viewport.translateY();
    }

    @Override
    public void drag(Pointer at) {
        pan(at.viewX() - start.viewX(), at.viewY() - start.viewY());
    }

    @Override
    public void drop(Pointer at) {
        drag(at);
    }

    @Override
    public void cancel() {
        pan(0, 0);
    }

    private void pan(double dx, double dy) {
        viewport.panBy(startX + dx - viewport.translateX(), startY + dy - viewport.translateY());
    }

    @Override
    public boolean scrolls() {
        return false;
    }
}
