package org.ivrea.designer.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// Asks the user interface's thread again and again to do nothing, and notes how long it takes until it does.
final class UiPauses {
    private static final long GAP_MS = 2;

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final Thread asking = Thread.ofPlatform().daemon().name("ui-pauses").unstarted(this::ask);
    private volatile boolean over;

    static UiPauses begin() {
        var pauses = new UiPauses();
        pauses.asking.start();
        return pauses;
    }

    private void ask() {
        try {
            while (!over) {
                var answered = new CountDownLatch(1);
                long asked = System.nanoTime();
                Platform.runLater(() -> {
                    nanos.add(System.nanoTime() - asked);
                    answered.countDown();
                });
                answered.await();
                Thread.sleep(GAP_MS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Says what was measured.
    String end() {
        over = true;
        return summary(List.copyOf(nanos));
    }

    static String summary(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(Locale.ROOT, "median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, longest %.1f ms of %d",
                at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1), sorted.size());
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) ((sorted.size() - 1) * share)) / 1e6;
    }
}
