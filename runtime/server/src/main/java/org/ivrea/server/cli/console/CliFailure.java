package org.ivrea.server.cli.console;

/// A command cannot do its work. The message says to people what is wrong, where, and what to do.
public final class CliFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CliFailure(String message) {
        super(message);
    }

    public CliFailure(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
