package org.ivrea.designer.screenshots;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Waits by frames. JavaFX's thread.
final class Frames {
    private Frames() {}

    /// Runs at the first frame in which something is so.
    static void when(BooleanSupplier condition, Runnable then) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                if (condition.getAsBoolean()) {
                    stop();
                    Platform.runLater(then);
                }
            }
        }.start();
    }

    /// Runs when layout and late updates are through: after some frames.
    static void settled(int wanted, Runnable then) {
        int[] frames = {0};
        when(() -> ++frames[0] > wanted, then);
    }
}
