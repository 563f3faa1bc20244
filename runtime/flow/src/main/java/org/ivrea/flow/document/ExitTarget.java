package org.ivrea.flow.document;

import org.jspecify.annotations.Nullable;

/// Where an exit of a node leads.
///
/// @param nodeId the node it leads to; `null` when the exit is not wired. Whether there is such a node is not known
///               here
public record ExitTarget(@Nullable String nodeId) {

    /// An exit that leads nowhere yet; `null` in the file.
    public static final ExitTarget UNWIRED = new ExitTarget(null);

    public static ExitTarget to(String nodeId) {
        return new ExitTarget(nodeId);
    }

    /// The target that is a node, or [#UNWIRED] for `null`.
    public static ExitTarget of(@Nullable String nodeId) {
        return nodeId == null ? UNWIRED : new ExitTarget(nodeId);
    }

    public boolean isWired() {
        return nodeId != null;
    }
}
