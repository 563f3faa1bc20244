package org.ivrea.engine.call;

/// How a call ended.
///
/// @param cause the hangup cause by its FreeSWITCH name, such as `NORMAL_CLEARING`
public record CallEnd(String cause, Side side) {

    /// Cause of a call that ended as calls do.
    public static final String NORMAL = "NORMAL_CLEARING";

    /// Who ended a call.
    public enum Side {
        /// The caller hung up.
        CALLER,
        /// The flow hung up, or came to its end.
        FLOW,
        /// The call went elsewhere, by a transfer, and goes on without the flow.
        TRANSFERRED,
        /// The switch or an operator ended it.
        SYSTEM
    }
}
