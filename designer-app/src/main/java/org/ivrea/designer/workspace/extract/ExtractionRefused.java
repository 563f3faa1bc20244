package org.ivrea.designer.workspace.extract;

/// A part of a flow cannot be a flow of its own; the message says why, for people.
public final class ExtractionRefused extends Exception {
    private static final long serialVersionUID = 1;

    ExtractionRefused(String message) {
        super(message);
    }
}
