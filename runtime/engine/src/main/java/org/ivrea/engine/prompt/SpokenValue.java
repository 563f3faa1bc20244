package org.ivrea.engine.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Values;
import org.jspecify.annotations.Nullable;

/// A value, understood as what it is to be said as.
sealed interface SpokenValue {

    /// As plain text, for a switch's own phrases: `1234.5`, `2026-03-02`.
    String plain();

    record Digits(String plain) implements SpokenValue {}

    record Spelling(String plain) implements SpokenValue {}

    record Number(BigDecimal number) implements SpokenValue {
        @Override
        public String plain() {
            return number.toPlainString();
        }
    }

    record Ordinal(long number) implements SpokenValue {
        @Override
        public String plain() {
            return Long.toString(number);
        }
    }

    /// @param amount with as many decimals as the currency has minor units
    record Money(BigDecimal amount, Currency currency) implements SpokenValue {
        @Override
        public String plain() {
            return amount.toPlainString();
        }
    }

    record Date(LocalDate date) implements SpokenValue {
        @Override
        public String plain() {
            return date.toString();
        }
    }

    /// @param time to the minute
    record Time(LocalTime time) implements SpokenValue {
        @Override
        public String plain() {
            return time.toString();
        }
    }

    record Duration(long seconds) implements SpokenValue {
        @Override
        public String plain() {
            return Long.toString(seconds);
        }
    }

    /// The largest number that can be said, either way.
    BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    int MOST_DECIMALS = 6;
    int LONGEST = 200;

    /// @param currency ISO 4217 code, needed for money only
    /// @param zone     in which a moment is said
    /// @throws EvaluationFailure when the value cannot be said so
    static SpokenValue of(SayAs as, Object value, @Nullable String currency, ZoneId zone) {
        return switch (as) {
            case DIGITS -> new Digits(digits(value));
            case SPELL -> new Spelling(spelling(value));
            case NUMBER -> new Number(number(as, value));
            case ORDINAL -> new Ordinal(whole(as, value, 0));
            case MONEY -> money(value, currency);
            case DATE -> new Date(date(value, zone));
            case TIME -> new Time(time(value, zone).truncatedTo(ChronoUnit.MINUTES));
            case DURATION -> new Duration(whole(as, value, 0));
        };
    }

    private static String digits(Object value) {
        String text = Values.text(value).strip();
        boolean digits = (value instanceof Long || value instanceof Double || value instanceof String)
                && text.matches("\\+?[0-9*# ()/-]{1," + LONGEST + "}") && text.matches(".*[0-9*#].*")
                && !(value instanceof java.lang.Number && text.startsWith("-"));
        if (!digits) {
            throw refused(SayAs.DIGITS, value, "digits such as 4711 or +49 30 1234");
        }
        return text;
    }

    private static String spelling(Object value) {
        String text = Values.text(value).strip();
        if (!(value instanceof String || value instanceof Long || value instanceof Double) || text.isEmpty()
                || text.length() > LONGEST) {
            throw refused(SayAs.SPELL, value, "text of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    private static BigDecimal number(SayAs as, Object value) {
        BigDecimal number = switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double decimal when Double.isFinite(decimal) -> BigDecimal.valueOf(decimal);
            case String text when text.strip().matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?") ->
                new BigDecimal(text.strip());
            default -> throw refused(as, value, "a number such as 12.5");
        };
        if (number.abs().compareTo(LARGEST) >= 0) {
            throw new EvaluationFailure("The value is too large to be said as " + as.key());
        }
        BigDecimal rounded = number.setScale(Math.min(MOST_DECIMALS, Math.max(0, number.scale())),
                RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static long whole(SayAs as, Object value, long least) {
        BigDecimal number = number(as, value);
        if (number.scale() > 0 || number.longValue() < least) {
            throw refused(as, value, as == SayAs.DURATION ? "a whole number of seconds" : "a whole number");
        }
        return number.longValue();
    }

    private static Money money(Object value, @Nullable String code) {
        BigDecimal amount = number(SayAs.MONEY, value);
        if (code == null) {
            throw new EvaluationFailure("To say money, the prompt needs a currency such as EUR");
        }
        try {
            Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
            int decimals = Math.max(0, currency.getDefaultFractionDigits());
            return new Money(amount.setScale(decimals, RoundingMode.HALF_EVEN), currency);
        } catch (IllegalArgumentException _) {
            throw new EvaluationFailure("There is no currency \"" + code + "\"; use an ISO 4217 code such as EUR");
        }
    }

    private static LocalDate date(Object value, ZoneId zone) {
        try {
            return switch (value) {
                case Instant moment -> moment.atZone(zone).toLocalDate();
                case String text when text.strip().length() == 10 -> LocalDate.parse(text.strip());
                case String text -> moment(text.strip(), zone).toLocalDate();
                default -> throw refused(SayAs.DATE, value, "a time, or text such as 2026-03-02");
            };
        } catch (DateTimeException _) {
            throw refused(SayAs.DATE, value, "a time, or text such as 2026-03-02");
        }
    }

    private static LocalTime time(Object value, ZoneId zone) {
        try {
            return switch (value) {
                case Instant moment -> moment.atZone(zone).toLocalTime();
                case String text when text.indexOf('T') < 0 -> LocalTime.parse(text.strip());
                case String text -> moment(text.strip(), zone).toLocalTime();
                default -> throw refused(SayAs.TIME, value, "a time, or text such as 15:30");
            };
        } catch (DateTimeException _) {
            throw refused(SayAs.TIME, value, "a time, or text such as 15:30");
        }
    }

    private static LocalDateTime moment(String text, ZoneId zone) {
        boolean hasZone = text.endsWith("Z") || text.matches(".*[+-][0-9]{2}:[0-9]{2}");
        return hasZone
                ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime()
                : LocalDateTime.parse(text);
    }

    private static EvaluationFailure refused(SayAs as, Object value, String needed) {
        String kind = switch (value) {
            case String _ -> "this text";
            case Long _,Double _ -> "this number";
            case Instant _ -> "a time";
            case Boolean _ -> "true or false";
            case List<?> _ -> "a list";
            case Map<?, ?> _ -> "a map";
            default -> "null";
        };
        return new EvaluationFailure("The prompt cannot say " + kind + " as " + as.key() + "; it needs " + needed);
    }
}
