package org.ivrea.engine.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Draws by a seed: the same seed gives the same draws, on every machine.
public final class Chance {
    private final long seed;
    private @Nullable Random random;

    public Chance(long seed) {
        this.seed = seed;
    }

    /// Its sequence is part of Java's specification.
    private Random random() {
        if (random == null) {
            random = new Random(seed);
        }
        return random;
    }

    /// The same in another order.
    public <T> List<T> shuffled(List<T> items) {
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random());
        return shuffled;
    }

    /// @param weights each at least 0, with a sum above 0
    /// @return an index
    public int draw(List<Integer> weights, @Nullable String sticky) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        long at = sticky == null ? random().nextLong(sum) : Math.floorMod(hash(sticky), sum);
        for (int i = 0; i < weights.size(); i++) {
            at -= weights.get(i);
            if (at < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the weights " + weights + " have no sum above 0");
    }

    /// FNV-1a, with its bits mixed once more, so that numbers that differ in the last digit fall apart.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
