package org.ivrea.designer.layout;

/// There is too much to tidy. The message says what to do, to people.
public final class TidyRefused extends Exception {
    private static final long serialVersionUID = 1L;

    TidyRefused(String message) {
        super(message);
    }
}
