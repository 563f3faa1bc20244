package org.ivrea.designer.simulation;

import org.jspecify.annotations.Nullable;

/// Why a call stands at a node.
///
/// @param breakpoint that was met; `null` for another reason
public record Stop(Reason reason, @Nullable Breakpoint breakpoint) {

    /// The reasons.
    public enum Reason {
        BREAKPOINT, STEP, RUN_TO, PAUSE, WENT_BACK
    }

    static Stop of(Reason reason) {
        return new Stop(reason, null);
    }
}
