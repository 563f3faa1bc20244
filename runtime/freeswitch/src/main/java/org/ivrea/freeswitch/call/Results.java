package org.ivrea.freeswitch.call;

import java.util.Locale;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.jspecify.annotations.Nullable;

/// Reads results of operations.
final class Results {
    private Results() {}

    /// A telephone key; `null` for none.
    static @Nullable Character key(EventRecord results) {
        String text = results.text();
        return text.isEmpty() ? null : text.charAt(0);
    }

    /// `no-answer` is `NO_ANSWER`.
    ///
    /// @param otherwise for a name that this version does not know
    static <E extends Enum<E>> E constant(Class<E> type, String name, E otherwise) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException _) {
            return otherwise;
        }
    }
}
