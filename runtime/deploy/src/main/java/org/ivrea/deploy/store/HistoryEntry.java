package org.ivrea.deploy.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that was done to a project.
///
/// @param generation of the store after it
/// @param at         for people: the clock may have been wrong
/// @param from       the sum of the package that ran before, or that was removed; `null` for none
/// @param to         the sum of the package that runs since; `null` after a deactivation or a removal
/// @param version    of the package that it is about
public record HistoryEntry(long generation, Instant at, String by, Action action, String project,
        @Nullable String from, @Nullable String to, String version) {

    public enum Action {
        ACTIVATE, ROLLBACK, DEACTIVATE, REMOVE;

        /// As files and the admin interface have it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
