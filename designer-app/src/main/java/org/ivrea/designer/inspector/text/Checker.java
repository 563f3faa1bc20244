package org.ivrea.designer.inspector.text;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/// Has the engine look at what is typed, in the background: the first expression of a session takes seconds.
final class Checker {
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ivrea-expressions").factory());

    private long latest;

    /// Runs the check and hands on what came of it, unless another one was asked for meanwhile.
    void check(Supplier<Checked> work, Consumer<Checked> result) {
        long number = ++latest;
        THREAD.execute(() -> {
            Checked checked = work.get();
            Platform.runLater(() -> {
                if (number == latest) {
                    result.accept(checked);
                }
            });
        });
    }

    /// Forgets what is under way.
    void cancel() {
        latest++;
    }
}
