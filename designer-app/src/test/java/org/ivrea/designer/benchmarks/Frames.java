package org.ivrea.designer.benchmarks;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Does something once per frame and measures how long the frames take, from pulse to pulse, with what is drawn.
final class Frames {
    private static final int WARM_UP = 30;

    private Frames() {}

    record Times(double average, double p95) {
        @Override
        public String toString() {
            return "%.1f / %.1f".formatted(average, p95);
        }
    }

    static Times measure(int frames, IntConsumer step) {
        long[] times = new long[WARM_UP + frames];
        var done = new CompletableFuture<Times>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frame;
            private long last;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (frame > 0) {
                    times[frame - 1] = now - last;
                }
                last = now;
                if (frame == times.length) {
                    stop();
                    done.complete(summary(Arrays.copyOfRange(times, WARM_UP, times.length)));
                    return;
                }
                step.accept(frame++);
            }
        }.start());
        return done.join();
    }

    /// How long from a change until the frame with it is drawn, in ms.
    static double untilDrawn(Runnable change) {
        var done = new CompletableFuture<Double>();
        Platform.runLater(() -> {
            long start = System.nanoTime();
            change.run();
            new AnimationTimer() {
                private int frame;

                @Override
                public void handle(long ignored) {
                    // The frame that has the change is drawn when the one after it begins.
                    if (++frame == 2) {
                        stop();
                        done.complete((System.nanoTime() - start) / 1e6);
                    }
                }
            }.start();
        });
        return done.join();
    }

    private static Times summary(long[] times) {
        Arrays.sort(times);
        return new Times(Arrays.stream(times).average().orElse(0) / 1e6, times[times.length * 95 / 100] / 1e6);
    }
}
