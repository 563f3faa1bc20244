package org.ivrea.deploy.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an activation, a rollback or a deactivation did.
///
/// @param generation of the server after it
public record Activation(long generation, List<Change> changes) {
    public Activation {
        changes = List.copyOf(changes);
    }

    /// @param from the package that ran before; `null` for none
    /// @param to   the package that runs now; `null` for none
    public record Change(String project, @Nullable String from, @Nullable String to) {}
}
