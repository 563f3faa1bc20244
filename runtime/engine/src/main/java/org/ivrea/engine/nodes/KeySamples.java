package org.ivrea.engine.nodes;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inputs with which patterns are compared: all of up to three keys, and of longer ones a few of every length. What
/// overlaps there overlaps for sure; what does not may still do so, rarely.
final class KeySamples {
    private static final String KEYS = "0123456789*#";
    private static final int ALL_UP_TO = 3;
    private static final List<String> SAMPLES = samples();

    private KeySamples() {}

    /// @return keys that fit both patterns; `null` for none found, or when one is no pattern
    static @Nullable String matchingBoth(String pattern, String other) {
        Pattern first = KeyPatterns.compile(pattern);
        Pattern second = KeyPatterns.compile(other);
        if (first == null || second == null) {
            return null;
        }
        for (String sample : SAMPLES) {
            if (first.matches(sample) && second.matches(sample)) {
                return sample;
            }
        }
        return null;
    }

    private static List<String> samples() {
        List<String> samples = new ArrayList<>();
        List<String> shorter = List.of("");
        for (int length = 1; length <= ALL_UP_TO; length++) {
            List<String> longer = new ArrayList<>();
            for (String keys : shorter) {
                for (char key : KEYS.toCharArray()) {
                    longer.add(keys + key);
                }
            }
            samples.addAll(longer);
            shorter = longer;
        }
        for (int length = ALL_UP_TO + 1; length <= Menu.LONGEST_PATTERN_INPUT; length++) {
            for (char first : KEYS.toCharArray()) {
                for (char next : "015".toCharArray()) {
                    samples.add(first + String.valueOf(next).repeat(length - 1));
                }
            }
        }
        return List.copyOf(samples);
    }
}
