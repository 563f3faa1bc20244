package org.ivrea.designer.audio;

/// Sounds that are computed: tones and telephone keys.
public final class Tones {
    private static final String KEYS = "123A456B789C*0#D";
    private static final int[] ROWS = {697, 770, 852, 941};
    private static final int[] COLUMNS = {1_209, 1_336, 1_477, 1_633};
    private static final double LOUDNESS = 0.35;
    /// Fades in and out, as a tone that begins at once clicks.
    private static final int FADE_MS = 4;

    private Tones() {}

    /// The two tones of a telephone key (DTMF).
    ///
    /// @param key 0 to 9, `*`, `#`, A to D
    public static Sound key(char key, int ms) {
        int index = KEYS.indexOf(key);
        if (index < 0) {
            throw new IllegalArgumentException("'" + key + "' is no telephone key");
        }
        return tone(ms, ROWS[index / 4], COLUMNS[index % 4]);
    }

    /// One or several frequencies at once, all equally loud.
    public static Sound tone(int ms, int... hertz) {
        short[] samples = new short[Sound.samplesIn(ms)];
        int fade = Math.min(Sound.samplesIn(FADE_MS), samples.length / 2);
        for (int index = 0; index < samples.length; index++) {
            double sum = 0;
            for (int frequency : hertz) {
                sum += Math.sin(2 * Math.PI * frequency * index / Sound.RATE);
            }
            double envelope = Math.clamp(Math.min(index + 1.0, samples.length - index) / Math.max(1, fade), 0, 1);
            samples[index] = (short) (sum / hertz.length * LOUDNESS * envelope * Short.MAX_VALUE);
        }
        return Sound.of(samples);
    }
}
