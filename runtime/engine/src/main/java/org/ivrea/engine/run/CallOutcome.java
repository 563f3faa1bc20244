package org.ivrea.engine.run;

import org.ivrea.engine.call.CallEnd;
import org.jspecify.annotations.Nullable;

/// How a flow's work on a call ended.
///
/// @param end     how the call ended; `null` when the flow could not begin and the call was left as it was
/// @param failure what went wrong, for people; `null` unless `kind` is [Kind#FAILED] or [Kind#NOT_STARTED]
public record CallOutcome(Kind kind, @Nullable CallEnd end, @Nullable String failure) {

    /// The kinds of outcome.
    public enum Kind {
        /// The flow came to its end.
        COMPLETED,
        /// The caller hung up, or the switch ended the call.
        HUNG_UP,
        /// The call went on elsewhere.
        TRANSFERRED,
        /// Something failed and nothing in the flow handled it; the call was ended.
        FAILED,
        /// There is no such flow, or it has errors: the call was not touched.
        NOT_STARTED
    }
}
