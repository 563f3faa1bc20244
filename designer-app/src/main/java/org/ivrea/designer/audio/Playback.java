package org.ivrea.designer.audio;

/// A sound that is being played.
public interface Playback {

    /// How much of it was heard.
    long positionMs();

    /// Silences it at once. Does nothing when it has ended.
    void stop();
}
