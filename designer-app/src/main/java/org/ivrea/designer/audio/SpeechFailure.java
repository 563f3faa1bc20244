package org.ivrea.designer.audio;

/// A text that could not be spoken. The message says why, and what to do.
public final class SpeechFailure extends Exception {
    public SpeechFailure(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
