package org.ivrea.designer.audio;

/// A file that is no sound, or cannot be read or written. The message says which, why, and what to do.
public final class SoundFailure extends Exception {
    public SoundFailure(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
