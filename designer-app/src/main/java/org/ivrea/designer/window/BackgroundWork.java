package org.ivrea.designer.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;

/// Does what takes time away from the user interface. What lasts longer than half a second is shown in the status bar,
/// where it can be cancelled.
final class BackgroundWork {
    private static final Duration SHOWN_AFTER = Duration.millis(500);

    private final StatusBar status;

    BackgroundWork(StatusBar status) {
        this.status = status;
    }

    /// @param what   for people, such as "Opening bank"
    /// @param done   is given the result, on the JavaFX thread
    /// @param failed is given what went wrong; not called when it was cancelled
    <T> void run(String what, Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        var running = new Running<T>(done, failed, status);
        var wait = new PauseTransition(SHOWN_AFTER);
        Thread thread = Thread.ofPlatform().daemon().name("ivrea-work").unstarted(() -> running.run(work));
        running.thread = thread;
        running.wait = wait;
        wait.setOnFinished(_ -> {
            if (!running.over) {
                status.working(what, running::cancel);
            }
        });
        wait.play();
        thread.start();
    }

    /// One piece of work. Its fields belong to the JavaFX thread.
    private static final class Running<T> {
        private final Consumer<T> done;
        private final Consumer<Throwable> failed;
        private final StatusBar status;
        private Thread thread = Thread.currentThread();
        private PauseTransition wait = new PauseTransition();
        private boolean over;

        Running(Consumer<T> done, Consumer<Throwable> failed, StatusBar status) {
            this.done = done;
            this.failed = failed;
            this.status = status;
        }

        void run(Callable<T> work) {
            try {
                T result = work.call();
                end(() -> done.accept(result));
            } catch (CancellationException | InterruptedException _) {
                end(() -> {});
            } catch (Exception e) {
                end(() -> failed.accept(e));
            }
        }

        private void end(Runnable what) {
            Platform.runLater(() -> {
                if (!over) {
                    over();
                    what.run();
                }
            });
        }

        void cancel() {
            over();
            thread.interrupt();
        }

        private void over() {
            over = true;
            wait.stop();
            status.done();
        }
    }
}
