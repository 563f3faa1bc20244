package org.ivrea.designer.audio;

import java.util.Arrays;

/// Sound as telephones carry it: 8,000 samples a second of 16 bits, one channel. Immutable.
public final class Sound {
    /// Samples a second.
    public static final int RATE = 8_000;

    /// Nothing to hear, for no time.
    public static final Sound EMPTY = new Sound(new short[0]);

    private final short[] samples;

    private Sound(short[] samples) {
        this.samples = samples;
    }

    public static Sound of(short[] samples) {
        return new Sound(samples.clone());
    }

    public static Sound silence(int ms) {
        return new Sound(new short[samplesIn(ms)]);
    }

    static int samplesIn(long ms) {
        return Math.toIntExact(ms * RATE / 1000);
    }

    public int length() {
        return samples.length;
    }

    public short sample(int index) {
        return samples[index];
    }

    public long ms() {
        return samples.length * 1000L / RATE;
    }

    public boolean isEmpty() {
        return samples.length == 0;
    }

    /// This sound, then the other one.
    public Sound then(Sound next) {
        short[] both = Arrays.copyOf(samples, samples.length + next.samples.length);
        System.arraycopy(next.samples, 0, both, samples.length, next.samples.length);
        return new Sound(both);
    }

    /// The part from one moment to another, as far as there is one.
    public Sound part(long fromMs, long toMs) {
        int from = (int) Math.clamp(fromMs * RATE / 1000, 0, samples.length);
        int to = (int) Math.clamp(toMs * RATE / 1000, from, samples.length);
        return new Sound(Arrays.copyOfRange(samples, from, to));
    }

    /// The loudest sample between two indices, from 0 to 1.
    public double peak(int from, int to) {
        int peak = 0;
        for (int index = Math.max(0, from); index < Math.min(to, samples.length); index++) {
            peak = Math.max(peak, Math.abs((int) samples[index]));
        }
        return peak / 32_768.0;
    }

    /// Little-endian, as players and WAV files take it.
    byte[] bytes(int from, int to) {
        byte[] bytes = new byte[2 * (to - from)];
        for (int index = from; index < to; index++) {
            bytes[2 * (index - from)] = (byte) samples[index];
            bytes[2 * (index - from) + 1] = (byte) (samples[index] >> 8);
        }
        return bytes;
    }

    static Sound ofBytes(byte[] bytes) {
        short[] samples = new short[bytes.length / 2];
        for (int index = 0; index < samples.length; index++) {
            samples[index] = (short) (bytes[2 * index] & 0xff | bytes[2 * index + 1] << 8);
        }
        return new Sound(samples);
    }
}
