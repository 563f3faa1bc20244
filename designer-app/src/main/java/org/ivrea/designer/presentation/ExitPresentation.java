package org.ivrea.designer.presentation;

import org.jspecify.annotations.Nullable;

/// An exit as its row in a box shows it.
///
/// @param name     the exit's name
/// @param keys     what a caller presses for it; empty for exits without keys
/// @param implicit true for `error` and `hangup`, which every node has and which are shown only where they are wired
/// @param target   the node it leads to; `null` when it is not wired
public record ExitPresentation(String name, String keys, boolean implicit, @Nullable String target) {
    public boolean isWired() {
        return target != null;
    }

    /// True when the box has a row for it; the others appear below the box while it is pointed at.
    public boolean hasRow() {
        return !implicit || target != null;
    }
}
