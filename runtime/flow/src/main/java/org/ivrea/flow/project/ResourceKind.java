package org.ivrea.flow.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The kinds of things outside the project that flows name, and a server's environment binds.
public enum ResourceKind {
    QUEUE, MAILBOX, ROOM, GATEWAY, SERVICE, SECRET, DESTINATION, APPLICATION;

    /// The name in `project.json`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind of that name; `null` for a name that is none.
    public static @Nullable ResourceKind of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst().orElse(null);
    }

    /// The names of all kinds.
    public static List<String> keys() {
        return Arrays.stream(values()).map(ResourceKind::key).toList();
    }
}
