package org.ivrea.engine.call;

/// An operation that could not be done. The node takes its `error` exit.
public final class CallFailure extends RuntimeException {
    private final String code;

    /// @param code    for programs and expressions (`error.code`), such as `module-missing`
    /// @param message what failed and what to do, for people
    public CallFailure(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
