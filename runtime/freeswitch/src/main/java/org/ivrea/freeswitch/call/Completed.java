package org.ivrea.freeswitch.call;

import org.ivrea.engine.call.CallFailure;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.jspecify.annotations.Nullable;

/// What the host says of an operation that is over. The timeline has been read off it already; [#results] gives the
/// operation's own fields, in their order.
record Completed(String status, String code, String message, EventRecord results) {
    private static final String HANG_UP = "hangup";
    private static final String FAILED = "failed";
    private static final String CANCELLED = "cancelled";

    boolean hungUp() {
        return status.equals(HANG_UP);
    }

    boolean cancelled() {
        return status.equals(CANCELLED);
    }

    /// The reason, when the host could not do it; `null` otherwise.
    @Nullable
    CallFailure failure() {
        if (cancelled()) {
            return new CallFailure("answer-failed", "The call cannot be answered");
        }
        return status.equals(FAILED) ? new CallFailure(code.isEmpty() ? FAILED : code, message) : null;
    }
}
