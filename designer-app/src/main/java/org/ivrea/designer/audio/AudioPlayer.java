package org.ivrea.designer.audio;

/// Plays sounds, several at once if need be. May be used by any thread; never waits for a sound to end.
public interface AudioPlayer extends AutoCloseable {

    /// False where nobody hears anything, as the machine has no device for sound.
    boolean isAudible();

    /// Starts a sound.
    ///
    /// @param ended run once, on a thread of the player, when the sound has ended or was stopped; without a device it
    ///              ends at once
    Playback play(Sound sound, Runnable ended);

    default Playback play(Sound sound) {
        return play(sound, () -> {});
    }

    /// Stops everything that sounds.
    void stopAll();

    @Override
    void close();
}
