package org.ivrea.designer.inspector.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lengths of time as people write them: "5 s", "1 min 30 s", "500 ms", "1:30".
public final class DurationText {
    private static final Pattern PART = Pattern.compile(
            "\\s*(\\d{1,15}(?:[.,]\\d{1,9})?)\\s*([a-zµ]*)\\.?\\s*,?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK = Pattern.compile("\\s*(?:(\\d{1,4}):)?(\\d{1,4}):(\\d{2})\\s*");
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE / 4);

    /// A unit in which a length may be written.
    public enum Unit {
        MS(1, List.of("ms", "msec", "millis", "millisecond", "milliseconds")), S(1_000,
                List.of("s", "sec", "secs", "second", "seconds")), MIN(60_000,
                        List.of("min", "mins", "m", "minute", "minutes")), H(3_600_000,
                                List.of("h", "hr", "hrs", "hour", "hours")), D(86_400_000, List.of("d", "day", "days"));

        private final long ms;
        private final List<String> names;

        Unit(long ms, List<String> names) {
            this.ms = ms;
            this.names = names;
        }

        static @Nullable Unit named(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            for (Unit unit : values()) {
                if (unit.names.contains(lower)) {
                    return unit;
                }
            }
            return null;
        }
    }

    private DurationText() {}

    /// The largest unit of the length: what a number without a unit means where the length stood.
    public static Unit unitOf(long ms) {
        if (ms > 0 && ms < 1_000) {
            return Unit.MS;
        }
        if (ms == 0 || ms % 60_000 != 0) {
            return Unit.S;
        }
        return ms % 3_600_000 == 0 ? Unit.H : Unit.MIN;
    }

    public static String of(long ms) {
        if (ms < 0) {
            return "-" + of(-ms);
        }
        if (ms < 1_000) {
            return ms == 0 ? "0 s" : ms + " ms";
        }
        List<String> parts = new ArrayList<>();
        long hours = ms / 3_600_000;
        long minutes = ms / 60_000 % 60;
        BigDecimal seconds = BigDecimal.valueOf(ms % 60_000, 3).stripTrailingZeros();
        if (hours > 0) {
            parts.add(hours + " h");
        }
        if (minutes > 0) {
            parts.add(minutes + " min");
        }
        if (seconds.signum() > 0) {
            parts.add(seconds.toPlainString() + " s");
        }
        return String.join(" ", parts);
    }

    /// The milliseconds that the text means, rounded.
    ///
    /// @param unit of a number without one
    /// @return `null` when it is no length of time
    public static @Nullable Long parse(String text, Unit unit) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
            return (hours * 3_600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3))) * 1_000;
        }
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at) {
                return null;
            }
            String name = part.group(2);
            Unit given = name.isEmpty() ? at == 0 && part.end() == text.length() ? unit : null : Unit.named(name);
            if (given == null) {
                return null;
            }
            sum = sum.add(new BigDecimal(part.group(1).replace(',', '.')).multiply(BigDecimal.valueOf(given.ms)));
            at = part.end();
        }
        return at == 0 || sum.compareTo(MOST) > 0 ? null : sum.setScale(0, java.math.RoundingMode.HALF_UP).longValue();
    }
}
