package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.List;

/// Recognises the pure tones that a caller hears: every prompt of a test project is one of its own frequency.
public final class Heard {
    /// A tone that was heard.
    ///
    /// @param hertz   0 for anything else that is loud
    /// @param startMs of the media, since its first packet
    record Tone(int hertz, long startMs, long ms) {
        @Override
        public String toString() {
            return hertz + " Hz at " + startMs + " for " + ms + " ms";
        }
    }

    private static final int RATE = 8_000;
    private static final int LOWEST = 300;
    private static final int HIGHEST = 3_000;
    private static final int STEP = 100;
    private static final double LOUD = 200;
    private static final double PURE = 0.8;
    /// Shorter ones are the seam between two tones.
    private static final int FEWEST_FRAMES = 2;

    private Heard() {}

    /// @param frames of 20 ms of µ-law samples, in their order; empty ones for nothing
    static List<Tone> tones(List<byte[]> frames) {
        List<Tone> tones = new ArrayList<>();
        int from = 0;
        int hertz = -1;
        for (int i = 0; i <= frames.size(); i++) {
            int now = i == frames.size() ? -1 : hertz(frames.get(i));
            if (now != hertz) {
                if (hertz > 0 && i - from >= FEWEST_FRAMES) {
                    tones.add(new Tone(hertz, from * 20L, (i - from) * 20L));
                }
                from = i;
                hertz = now;
            }
        }
        return tones;
    }

    /// -1 for silence, 0 for a sound that is no pure tone.
    public static int hertz(byte[] frame) {
        double[] samples = samples(frame);
        double energy = energy(samples);
        if (energy < 0) {
            return -1;
        }
        int best = 0;
        double most = PURE;
        for (int hertz = LOWEST; hertz <= HIGHEST; hertz += STEP) {
            double share = share(samples, energy, hertz);
            if (share > most) {
                most = share;
                best = hertz;
            }
        }
        return best;
    }

    /// Whether it is that tone.
    public static boolean is(byte[] frame, int hertz) {
        double[] samples = samples(frame);
        double energy = energy(samples);
        return energy >= 0 && share(samples, energy, hertz) > PURE;
    }

    private static double[] samples(byte[] frame) {
        double[] samples = new double[frame.length];
        for (int i = 0; i < frame.length; i++) {
            samples[i] = decode(frame[i]);
        }
        return samples;
    }

    /// Negative for silence.
    private static double energy(double[] samples) {
        double energy = 0;
        for (double sample : samples) {
            energy += sample * sample;
        }
        return samples.length == 0 || Math.sqrt(energy / samples.length) < LOUD ? -1 : energy;
    }

    private static double share(double[] samples, double energy, int hertz) {
        return goertzel(samples, hertz) / (energy * samples.length / 2);
    }

    private static double goertzel(double[] samples, int hertz) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / RATE);
        double one = 0;
        double two = 0;
        for (double sample : samples) {
            double next = sample + coefficient * one - two;
            two = one;
            one = next;
        }
        return one * one + two * two - coefficient * one * two;
    }

    /// G.711 µ-law.
    public static int decode(byte coded) {
        int bits = ~coded & 0xFF;
        int magnitude = ((bits & 0x0F) << 3) + 0x84 << ((bits & 0x70) >> 4);
        return (bits & 0x80) != 0 ? 0x84 - magnitude : magnitude - 0x84;
    }

    static byte encode(int sample) {
        int sign = sample < 0 ? 0x80 : 0;
        int magnitude = Math.min(Math.abs(sample), 32_635) + 0x84;
        int exponent = 7;
        for (int mask = 0x4000; (magnitude & mask) == 0 && exponent > 0; mask >>= 1) {
            exponent--;
        }
        int mantissa = magnitude >> exponent + 3 & 0x0F;
        return (byte) ~(sign | exponent << 4 | mantissa);
    }
}
