package org.ivrea.engine.script;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times as scripts write them: `300ms`, `1.5s`, `2m`.
final class Durations {

    /// A day.
    static final long LONGEST_MS = 86_400_000;

    private record Unit(String name, int ms) {}

    private static final List<Unit> UNITS = List.of(new Unit("ms", 1), new Unit("s", 1_000), new Unit("m", 60_000));

    private Durations() {}

    static String write(long ms) {
        return ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
    }

    /// @return milliseconds; `null` when the text is no time, is negative, or is longer than a day
    static @Nullable Long read(String text) {
        for (Unit unit : UNITS) {
            if (text.endsWith(unit.name)) {
                String number = text.substring(0, text.length() - unit.name.length());
                return isDecimal(number) ? milliseconds(number, unit.ms) : null;
            }
        }
        return null;
    }

    private static boolean isDecimal(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        boolean point = text.startsWith(".") || text.endsWith(".");
        return !text.isEmpty() && text.length() <= 12 && points <= 1 && !point;
    }

    private static @Nullable Long milliseconds(String number, int unitMs) {
        long ms = new BigDecimal(number).multiply(BigDecimal.valueOf(unitMs)).longValue();
        return ms <= LONGEST_MS ? ms : null;
    }
}
