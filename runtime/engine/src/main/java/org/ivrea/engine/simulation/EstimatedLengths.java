package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Audio;

/// Lengths of audio by its text alone, for projects without recordings.
public enum EstimatedLengths implements AudioLengths {
    INSTANCE;

    /// Of a recording whose text nobody wrote down.
    private static final long UNKNOWN_MS = 2_000;
    private static final long MS_PER_CHARACTER = 65;
    private static final long LEAST_MS = 400;

    @Override
    public long ms(Audio audio) {
        return switch (audio) {
            case Audio.Recording recording -> recording.text() == null ? UNKNOWN_MS : speech(recording.text());
            case Audio.Speech speech -> speech(speech.text());
            case Audio.Spoken spoken -> speech(spoken.words());
            case Audio.Silence silence -> silence.ms();
            case Audio.Tone tone -> tone.ms();
        };
    }

    private static long speech(String text) {
        return text.isBlank() ? 0 : Math.max(LEAST_MS, text.length() * MS_PER_CHARACTER);
    }
}
