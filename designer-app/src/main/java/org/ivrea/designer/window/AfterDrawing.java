package org.ivrea.designer.window;

import java.util.ArrayDeque;
import java.util.Queue;
import javafx.animation.AnimationTimer;

/// Work that waits until the window is drawn without it. Then it is done in pieces, one a frame, so that the person can
/// act in between.
final class AfterDrawing {
    /// After so many a change of the scene is on the screen.
    private static final int FRAMES = 3;

    private final Queue<Runnable> pieces = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame();
        }
    };
    private int frames;

    void add(Runnable piece) {
        pieces.add(piece);
        timer.start();
    }

    private void frame() {
        Runnable piece = ++frames > FRAMES ? pieces.poll() : null;
        if (pieces.isEmpty()) {
            stop();
        }
        if (piece != null) {
            piece.run();
        }
    }

    boolean isDone() {
        return pieces.isEmpty();
    }

    /// Drops what has not been done.
    void stop() {
        timer.stop();
        pieces.clear();
        frames = 0;
    }
}
