package org.ivrea.designer.canvas.gesture;

import javafx.animation.AnimationTimer;
import org.ivrea.designer.canvas.view.Viewport;

/// Moves the view while the pointer of a gesture is at its border.
final class AutoScroll extends AnimationTimer {
    private static final double BORDER = 28;
    private static final double FASTEST = 16;

    private final Viewport viewport;
    private final Runnable moved;
    private double speedX;
    private double speedY;
    private boolean running;

    /// @param moved called after each step
    AutoScroll(Viewport viewport, Runnable moved) {
        this.viewport = viewport;
        this.moved = moved;
    }

    void follow(Pointer at) {
        speedX = speed(at.viewX(), viewport.width());
        speedY = speed(at.viewY(), viewport.height());
        boolean wanted = speedX != 0 || speedY != 0;
        if (wanted && !running) {
            start();
        } else if (!wanted && running) {
            stop();
        }
        running = wanted;
    }

    void end() {
        stop();
        running = false;
    }

    @Override
    public void handle(long now) {
        viewport.panBy(-speedX, -speedY);
        moved.run();
    }

    private static double speed(double at, double length) {
        double past = at < BORDER ? at - BORDER : Math.max(0, at - (length - BORDER));
        return Math.clamp(past / 3, -FASTEST, FASTEST);
    }
}
