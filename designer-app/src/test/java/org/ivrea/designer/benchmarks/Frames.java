package org.ivrea.designer.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Does something once per frame and measures how long the frames take, from pulse to pulse, with what is drawn.
final class Frames {
    private static final int WARM_UP = 30;

    private Frames() {}

    /// Milliseconds a frame.
    ///
    /// @param processor the time that all threads of the process had a processor for, which other work on the machine
    ///                  does not make longer
    record Times(double average, double p95, double processor) {
        @Override
        public String toString() {
            return "%.1f / %.1f · %.1f".formatted(average, p95, processor);
        }
    }

    private static long processorNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    static Times measure(int frames, IntConsumer step) {
        long[] times = new long[WARM_UP + frames];
        var done = new CompletableFuture<Times>();
        Platform.runLater(() -> new AnimationTimer() {
            private int frame;
            private long last;
            private long processor;

            @Override
            public void handle(long ignored) {
                long now = System.nanoTime();
                if (frame > 0) {
                    times[frame - 1] = now - last;
                }
                last = now;
                if (frame == WARM_UP) {
                    processor = processorNanos();
                }
                if (frame == times.length) {
                    stop();
                    done.complete(summary(Arrays.copyOfRange(times, WARM_UP, times.length),
                            processorNanos() - processor));
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

    private static Times summary(long[] times, long processor) {
        Arrays.sort(times);
        return new Times(Arrays.stream(times).average().orElse(0) / 1e6, times[times.length * 95 / 100] / 1e6,
                processor / 1e6 / times.length);
    }
}
