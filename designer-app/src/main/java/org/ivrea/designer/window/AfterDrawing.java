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

    /// Something is about to be drawn; this can wait until it is.
    void add(Runnable piece) {
        pieces.add(piece);
        frames = 0;
        timer.start();
    }

    private void frame() {
        if (++frames > FRAMES) {
            Runnable piece = pieces.poll();
            if (piece == null) {
                timer.stop();
            } else {
                piece.run();
            }
        }
    }

    /// Whether nothing waits any more.
    boolean isDone() {
        return pieces.isEmpty();
    }
}
