package org.ivrea.engine.node;

/// A node that could not do its work. The engine takes its `error` exit.
public final class NodeFailure extends RuntimeException {
    private final String code;

    /// @param code    for programs and expressions (`error.code`)
    /// @param message what failed and what to do, for people
    public NodeFailure(String code, String message) {
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
