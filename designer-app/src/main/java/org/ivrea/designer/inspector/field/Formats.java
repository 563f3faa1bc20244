package org.ivrea.designer.inspector.field;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.DurationText;
import org.ivrea.engine.node.Field.Unit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.flow.json.Json;

/// The ways to write values.
public final class Formats {
    private static final Messages TEXTS = Messages.of(Formats.class);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:[.,]\\d{1,18})?");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,12})\\s*(b|bytes?|kb|kib|k|mb|mib|m)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.h]?(\\d{2})?");

    private Formats() {}

    /// Plain text, as it is.
    public static final TextFormat PLAIN = new TextFormat() {
        @Override
        public String text(Json value) {
            return plain(value);
        }

        @Override
        public Typed typed(String text) {
            return text.isEmpty() ? new Typed.Nothing() : new Typed.Value(Json.of(text));
        }
    };

    /// A time of day: `8`, `830` and `8:30` are understood.
    public static final TextFormat TIME_OF_DAY = new TextFormat() {
        @Override
        public String text(Json value) {
            return plain(value);
        }

        @Override
        public Typed typed(String text) {
            Matcher time = TIME.matcher(text.strip());
            if (text.isBlank()) {
                return new Typed.Nothing();
            }
            if (time.matches()) {
                int hour = Integer.parseInt(time.group(1));
                int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
                if (minute < 60 && (hour < 24 || hour == 24 && minute == 0)) {
                    return new Typed.Value(Json.of("%02d:%02d".formatted(hour, minute)));
                }
            }
            return new Typed.Wrong(TEXTS.get("time.wrong"));
        }
    };

    /// The format of a number.
    public static TextFormat number(FieldSpec spec) {
        return switch (spec.unit()) {
            case MILLISECONDS -> new Duration(spec);
            case BYTES -> new Bytes();
            case NONE, HERTZ, PERCENT -> new Number(spec);
        };
    }

    static String plain(Json value) {
        String text = value.asText();
        return text == null ? value.toString() : text;
    }

    /// @param spec whose unit may be written behind it
    private record Number(FieldSpec spec) implements TextFormat {
        @Override
        public String text(Json value) {
            return value instanceof Json.Num(BigDecimal number) && number.precision() - number.scale() < 20
                    && number.scale() < 20
                            ? number.toPlainString() + suffix()
                            : plain(value);
        }

        private String suffix() {
            return spec.unit() == Unit.HERTZ ? " Hz" : spec.unit() == Unit.PERCENT ? " %" : "";
        }

        @Override
        public Typed typed(String typed) {
            String text = typed.strip();
            String unit = suffix().strip();
            if (!unit.isEmpty() && text.toLowerCase(Locale.ROOT).endsWith(
                    unit.toLowerCase(Locale.ROOT))) {
                text = text.substring(0, text.length() - unit.length()).strip();
            }
            if (text.isEmpty()) {
                return new Typed.Nothing();
            }
            if (!NUMBER.matcher(text).matches()) {
                return new Typed.Wrong(TEXTS.get("number.wrong", text));
            }
            var number = new BigDecimal(text.replace(',', '.'));
            if (spec.kind() instanceof FieldKind.WholeNumber && number.stripTrailingZeros().scale() > 0) {
                return new Typed.Wrong(TEXTS.get("number.whole", text));
            }
            return new Typed.Value(Json.of(number));
        }
    }

    private static final class Duration implements TextFormat {
        private final FieldSpec spec;
        private DurationText.Unit unit;

        Duration(FieldSpec spec) {
            this.spec = spec;
            Integer usual = spec.defaultValue() == null ? null : spec.defaultValue().asInt();
            unit = DurationText.unitOf(usual == null ? 0 : usual);
        }

        @Override
        public String text(Json value) {
            if (value instanceof Json.Num(BigDecimal number) && number.scale() == 0 && number.precision() < 16) {
                unit = DurationText.unitOf(number.longValue());
                return DurationText.of(number.longValue());
            }
            return plain(value);
        }

        @Override
        public Typed typed(String text) {
            if (text.isBlank()) {
                return new Typed.Nothing();
            }
            Long ms = DurationText.parse(text, unit);
            return ms == null
                    ? new Typed.Wrong(TEXTS.get("duration.wrong", text.strip()))
                    : new Typed.Value(Json.of(ms));
        }

        @Override
        public String toString() {
            return "duration of " + spec.name();
        }
    }

    private record Bytes() implements TextFormat {
        private static final int KILO = 1_024;

        @Override
        public String text(Json value) {
            Integer bytes = value.asInt();
            if (bytes == null) {
                return plain(value);
            }
            if (bytes > 0 && bytes % (KILO * KILO) == 0) {
                return bytes / KILO / KILO + " MB";
            }
            return bytes > 0 && bytes % KILO == 0 ? bytes / KILO + " KB" : bytes + " bytes";
        }

        @Override
        public Typed typed(String text) {
            if (text.isBlank()) {
                return new Typed.Nothing();
            }
            Matcher bytes = BYTES.matcher(text.strip());
            if (!bytes.matches()) {
                return new Typed.Wrong(TEXTS.get("bytes.wrong", text.strip()));
            }
            String unit = bytes.group(2) == null ? "b" : bytes.group(2).toLowerCase(Locale.ROOT);
            long factor = unit.startsWith("k") ? KILO : unit.startsWith("m") ? KILO * KILO : 1;
            return new Typed.Value(Json.of(Long.parseLong(bytes.group(1)) * factor));
        }
    }
}
