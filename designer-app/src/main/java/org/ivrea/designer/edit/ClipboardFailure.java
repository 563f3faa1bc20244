package org.ivrea.designer.edit;

/// The text on the clipboard cannot be pasted. The message says why, to people.
public final class ClipboardFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ClipboardFailure(String message) {
        super(message);
    }
}
