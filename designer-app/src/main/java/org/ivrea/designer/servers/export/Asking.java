package org.ivrea.designer.servers.export;

import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one question that a page waits for the answer of. Used by JavaFX's thread; the question is asked by another one.
final class Asking {
    private @Nullable Thread asking;

    /// Something that takes time.
    interface Question<T> {
        T answer() throws InterruptedException;
    }

    /// Asks, and gives the question before this one up.
    ///
    /// @param thread   its name
    /// @param answered told the answer, unless the question was given up
    <T> void ask(String thread, Question<T> question, Consumer<T> answered) {
        giveUp();
        Thread asked = Thread.ofVirtual().name(thread).unstarted(() -> {
            T answer;
            try {
                answer = question.answer();
            } catch (InterruptedException _) {
                return; // It was given up.
            }
            Thread self = Thread.currentThread();
            Platform.runLater(() -> {
                if (asking == self) {
                    answered.accept(answer);
                }
            });
        });
        asking = asked;
        asked.start();
    }

    void giveUp() {
        Thread asked = asking;
        asking = null;
        if (asked != null) {
            asked.interrupt();
        }
    }
}
