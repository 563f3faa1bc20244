package org.ivrea.freeswitch.call;

/// What a key does to that which plays.
public sealed interface KeyAnswer {

    /// The key has its usual meaning, and no other.
    record Nothing() implements KeyAnswer {}

    /// Ends the operation as if it had come to its end.
    record Break() implements KeyAnswer {}

    /// Playback stands still.
    record Pause() implements KeyAnswer {}

    /// Playback goes on.
    record Resume() implements KeyAnswer {}

    /// Playback goes on elsewhere.
    ///
    /// @param ms from here; negative is back
    record Seek(long ms) implements KeyAnswer {}

    /// Playback becomes louder or softer.
    ///
    /// @param steps -4 to 4, where 0 is the recording's own volume
    record Volume(int steps) implements KeyAnswer {
        public Volume {
            if (steps < -4 || steps > 4) {
                throw new IllegalArgumentException("a volume is -4 to 4, not " + steps);
            }
        }
    }
}
