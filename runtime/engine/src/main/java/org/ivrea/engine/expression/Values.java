package org.ivrea.engine.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonProblem;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.json.Parsed;

/// Conversions between the values of expressions, text and JSON.
///
/// A value is a Long, Double, Boolean, String, List, Map, Instant or [#NULL].
public final class Values {

    /// The `null` of JSON: `== null` in expressions, empty as text.
    public static final Object NULL = Null.NULL;

    private static final double LARGEST_PLAIN = 1e15;
    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double TWO_TO_63 = 0x1p63;

    private enum Null {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    private Values() {}

    /// The value as a caller or a service would read it: `2.0` is `2`, a time is ISO 8601 in UTC, a list or map is
    /// JSON, [#NULL] is empty.
    public static String text(Object value) {
        return switch (value) {
            case String text -> text;
            case Double number -> text(number.doubleValue());
            case List<?> list -> JsonWriter.compact(toJson(list));
            case Map<?, ?> map -> JsonWriter.compact(toJson(map));
            case Null _ -> "";
            default -> value.toString();
        };
    }

    /// The value as an expression would write it: texts in quotes, [#NULL] as `null`.
    public static String source(Object value) {
        return value instanceof String || value == NULL ? JsonWriter.compact(toJson(value)) : text(value);
    }

    private static String text(double number) {
        double size = Math.abs(number);
        if (number == Math.rint(number) && size < LARGEST_PLAIN) {
            return Long.toString((long) number);
        }
        return size >= SMALLEST_PLAIN && size < LARGEST_PLAIN
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    /// @return a whole number that fits 64 bits is a Long, every other one the nearest Double
    public static Object fromJson(Json json) {
        return switch (json) {
            case Json.Obj(var members) -> {
                Map<String, Object> map = LinkedHashMap.newLinkedHashMap(members.size());
                members.forEach((name, member) -> map.put(name, fromJson(member)));
                yield Collections.unmodifiableMap(map);
            }
            case Json.Arr(var items) -> {
                List<Object> list = new ArrayList<>(items.size());
                items.forEach(item -> list.add(fromJson(item)));
                yield Collections.unmodifiableList(list);
            }
            case Json.Str(String text) -> text;
            case Json.Num(BigDecimal number) -> number(number);
            case Json.Bool bool -> bool.value();
            case Json.Null _ -> NULL;
        };
    }

    /// The value of a JSON text.
    ///
    /// @throws IllegalArgumentException when the text is no JSON, or too large; the message says where
    public static Object parseJson(String text) {
        Parsed parsed = JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        Json json = parsed.value();
        if (json == null) {
            JsonProblem problem = parsed.problems().getFirst();
            throw new IllegalArgumentException(problem.message() + " (line " + problem.position().line() + ", column "
                    + problem.position().column() + ")");
        }
        return fromJson(json);
    }

    private static Object number(BigDecimal number) {
        if (number.scale() <= 0 && (long) number.precision() - number.scale() <= 19) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException _) {
                return number.doubleValue();
            }
        }
        return number.doubleValue();
    }

    /// A time becomes ISO 8601 text; a Double that is no number (infinity, NaN) becomes `null`.
    ///
    /// @throws IllegalArgumentException for an object that is no value
    public static Json toJson(Object value) {
        return switch (value) {
            case String text -> Json.of(text);
            case Long number -> Json.of(number.longValue());
            case Integer number -> Json.of(number.longValue());
            case Double number -> Double.isFinite(number) ? Json.of(BigDecimal.valueOf(number)) : Json.NULL;
            case Boolean bool -> Json.of(bool.booleanValue());
            case Instant time -> Json.of(time.toString());
            case List<?> list -> {
                List<Json> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(toJson(item)));
                yield Json.arr(items);
            }
            case Map<?, ?> map -> {
                Map<String, Json> members = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, member) -> members.put(text(name), toJson(member)));
                yield Json.obj(members);
            }
            case Null _ -> Json.NULL;
            default -> throw new IllegalArgumentException("No value of a flow: " + value.getClass().getName());
        };
    }

    /// The type of the value; [ValueType#ANY] for [#NULL].
    ///
    /// @throws IllegalArgumentException for an object that is no value
    public static ValueType typeOf(Object value) {
        return switch (value) {
            case Long _ -> ValueType.INT;
            case Double _ -> ValueType.NUMBER;
            case Boolean _ -> ValueType.BOOL;
            case String _ -> ValueType.STRING;
            case List<?> _ -> ValueType.LIST;
            case Map<?, ?> _ -> ValueType.MAP;
            case Instant _ -> ValueType.TIME;
            case Null _ -> ValueType.ANY;
            default -> throw new IllegalArgumentException("No value of a flow: " + value.getClass().getName());
        };
    }

    /// The value as one of the type, where nothing is lost: `"12"` and `12.0` are the whole number 12, every scalar is
    /// text, ISO 8601 text is a time, `"true"` and `"false"` are true and false.
    ///
    /// @throws IllegalArgumentException when the value cannot become one of the type; the message is for authors and
    ///                                  does not contain the value
    public static Object coerce(Object value, ValueType type) {
        if (type == ValueType.ANY || value != NULL && typeOf(value) == type) {
            return value;
        }
        Object coerced = switch (type) {
            case INT -> whole(value);
            case NUMBER -> number(value);
            case BOOL -> bool(value);
            case STRING -> value == NULL || value instanceof List || value instanceof Map ? NULL : text(value);
            case TIME -> value instanceof String text ? time(text) : NULL;
            case LIST, MAP, ANY -> NULL;
        };
        if (coerced == NULL) {
            throw new IllegalArgumentException("The value must be " + TypeNames.of(type) + ", but is "
                    + TypeNames.ofValue(value) + (value instanceof String ? " that does not read as one" : ""));
        }
        return coerced;
    }

    static boolean isWhole(double number) {
        return number == Math.rint(number) && number >= -TWO_TO_63 && number < TWO_TO_63;
    }

    private static Object whole(Object value) {
        if (value instanceof Double number && isWhole(number)) {
            return number.longValue();
        }
        if (value instanceof String text && text.strip().matches("[+-]?[0-9]{1,19}")) {
            try {
                return Long.valueOf(text.strip());
            } catch (NumberFormatException _) {
                return NULL; // more than 64 bits
            }
        }
        return NULL;
    }

    private static Object number(Object value) {
        if (value instanceof Long number) {
            return number.doubleValue();
        }
        if (value instanceof String text && text.strip().matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
            return Double.valueOf(text.strip());
        }
        return NULL;
    }

    private static Object bool(Object value) {
        if (value instanceof String text) {
            return switch (text.strip()) {
                case "true" -> true;
                case "false" -> false;
                default -> NULL;
            };
        }
        return NULL;
    }

    private static Object time(String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException _) {
            return NULL;
        }
    }
}
