package org.ivrea.engine.call;

/// How a call ended.
///
/// @param cause the hangup cause by its FreeSWITCH name, such as `NORMAL_CLEARING`
public record CallEnd(String cause, Side side) {

    /// Cause of a call that ended as calls do.
    public static final String NORMAL = "NORMAL_CLEARING";

    /// Cause of a call that its caller took back before it was answered.
    public static final String TAKEN_BACK = "ORIGINATOR_CANCEL";

    /// The end that it is if the call was not answered yet: callers do not hang up then, they take their call back.
    ///
    /// @param answered whether it was
    public CallEnd ofCall(boolean answered) {
        return !answered && side == Side.CALLER && cause.equals(NORMAL) ? new CallEnd(TAKEN_BACK, side) : this;
    }

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
