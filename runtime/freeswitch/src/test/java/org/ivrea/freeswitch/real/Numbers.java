package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Figures as benchmarks say them.
final class Numbers {
    private Numbers() {}

    static double percentile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share / 100)));
    }

    static double median(List<Double> values) {
        return percentile(values, 50);
    }

    static String percentiles(List<Double> values) {
        return String.format(Locale.ROOT, "p50 %.1f p95 %.1f p99 %.1f ms", percentile(values, 50),
                percentile(values, 95), percentile(values, 99));
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
