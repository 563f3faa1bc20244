package org.ivrea.deploy.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an activation, a rollback or a deactivation came to.
///
/// @param generation of the store since then
public record Activation(long generation, List<Change> changes) {
    public Activation {
        changes = List.copyOf(changes);
    }

    /// @param from the sum of the package that ran before; `null` when none did
    /// @param to   the sum of the package that runs now; `null` when none does
    public record Change(String project, @Nullable String from, @Nullable String to) {}
}
