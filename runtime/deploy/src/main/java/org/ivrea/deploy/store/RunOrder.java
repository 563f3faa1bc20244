package org.ivrea.deploy.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.ivrea.deploy.store.HistoryEntry.Action;
import org.jspecify.annotations.Nullable;

/// In which order the packages of a project ran, as an editor's undo has it: rolling back leads to what ran before the
/// package that runs, and once more to what ran before that.
final class RunOrder {
    private final Deque<String> ran = new ArrayDeque<>();

    RunOrder(List<HistoryEntry> entries, String project) {
        for (HistoryEntry entry : entries) {
            String to = entry.to();
            if (entry.project().equals(project) && to != null) {
                take(entry.action(), to);
            }
        }
    }

    private void take(Action action, String to) {
        if (action == Action.ROLLBACK && ran.contains(to)) {
            while (!to.equals(ran.peekLast())) {
                ran.removeLast();
            }
        } else if (!to.equals(ran.peekLast())) {
            ran.addLast(to);
        }
    }

    /// What ran before the one that runs, among those that are still there; `null` for nothing.
    @Nullable
    String before(@Nullable String active, Predicate<String> isThere) {
        for (String sha256 : ran.reversed()) {
            if (!sha256.equals(active) && isThere.test(sha256)) {
                return sha256;
            }
        }
        return null;
    }

    /// Whether the package ran already, and another one after it.
    ///
    /// @param latest the one that runs, or else ran last
    static boolean isReplaced(List<HistoryEntry> entries, String sha256, @Nullable String latest) {
        return !sha256.equals(latest) && entries.stream().anyMatch(entry -> sha256.equals(entry.to()));
    }
}
