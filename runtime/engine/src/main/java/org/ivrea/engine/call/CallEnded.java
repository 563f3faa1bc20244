package org.ivrea.engine.call;

/// Thrown by an operation that needs the caller when the caller is gone. Node types let it pass. Has no stack trace: it
/// is the normal end of most calls.
public final class CallEnded extends RuntimeException {
    private final transient CallEnd end;

    public CallEnded(CallEnd end) {
        super("the call has ended: " + end.cause(), null, false, false);
        this.end = end;
    }

    public CallEnd end() {
        return end;
    }
}
