package org.ivrea.engine.nodes;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Inputs with which patterns are compared: all of up to three keys, and of longer ones a few of every length. What
/// overlaps there overlaps for sure; what does not may still do so, rarely.
final class KeySamples {
    private static final String KEYS = "0123456789*#";
    private static final int ALL_UP_TO = 3;
    private static final int LARGEST_PROGRAM = 300;
    private static final List<String> SAMPLES = samples();

    private KeySamples() {}

    /// The samples that fit a pattern, by their number; none when it is no pattern, or so large that trying takes long.
    static BitSet matching(String pattern) {
        var matching = new BitSet();
        Pattern compiled = KeyPatterns.compile(pattern);
        if (compiled == null || compiled.programSize() > LARGEST_PROGRAM) {
            return matching;
        }
        for (int i = 0; i < SAMPLES.size(); i++) {
            matching.set(i, compiled.matches(SAMPLES.get(i)));
        }
        return matching;
    }

    /// Keys that fit both patterns.
    ///
    /// @return `null` for none found
    static @Nullable String inBoth(BitSet matching, BitSet other) {
        for (int i = matching.nextSetBit(0); i >= 0; i = matching.nextSetBit(i + 1)) {
            if (other.get(i)) {
                return SAMPLES.get(i);
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
