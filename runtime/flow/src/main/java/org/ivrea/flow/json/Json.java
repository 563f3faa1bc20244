package org.ivrea.flow.json;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// An immutable JSON value. Two values are equal when they mean the same: the order of an object's members and the
/// spelling of a number (`1.0`, `1`, `10e-1`) make no difference. `toString()` is the value as JSON on one line.
public sealed interface Json {

    /// The JSON `null`.
    @SuppressWarnings("ClassInitializationDeadlock") // nobody else can make a Null, so none is initialized before this
    Json NULL = new Null();

    /// An object; its members keep the order in which they were given.
    record Obj(SequencedMap<String, Json> members) implements Json {
        static final Obj EMPTY = new Obj(new LinkedHashMap<>());

        public Obj {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        public @Nullable Json get(String name) {
            return members.get(name);
        }

        public boolean isEmpty() {
            return members.isEmpty();
        }

        /// This object with the member set; a new member comes last, a known one keeps its place.
        public Obj with(String name, Json value) {
            var changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed);
        }

        /// This object without the member, or this object itself when it has no such member.
        public Obj without(String name) {
            if (!members.containsKey(name)) {
                return this;
            }
            var changed = new LinkedHashMap<>(members);
            changed.remove(name);
            return new Obj(changed);
        }

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /// An array.
    record Arr(List<Json> items) implements Json {
        static final Arr EMPTY = new Arr(List.of());

        public Arr {
            items = List.copyOf(items);
        }

        public boolean isEmpty() {
            return items.isEmpty();
        }

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /// A string.
    record Str(String value) implements Json {
        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /// A number of any size and precision. The value is held in one normal form per number (no trailing zeros after
    /// the point, whole numbers of up to 30 digits without an exponent), so that equal numbers are equal objects.
    /// A huge exponent is never expanded.
    record Num(BigDecimal value) implements Json {
        private static final int LONGEST_PLAIN = 30;

        public Num {
            value = normal(value);
        }

        private static BigDecimal normal(BigDecimal value) {
            if (value.scale() == 0 && value.precision() <= LONGEST_PLAIN) {
                return value;
            }
            BigDecimal stripped = value.stripTrailingZeros();
            boolean shortWhole = stripped.scale() < 0
                    && (long) stripped.precision() - stripped.scale() <= LONGEST_PLAIN;
            return shortWhole ? stripped.setScale(0) : stripped;
        }

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /// `true` or `false`.
    enum Bool implements Json {
        TRUE, FALSE;

        public boolean value() {
            return this == TRUE;
        }

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    /// The type of [#NULL].
    final class Null implements Json {
        private Null() {}

        @Override
        public String toString() {
            return JsonWriter.compact(this);
        }
    }

    static Str of(String value) {
        return new Str(value);
    }

    static Num of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    static Num of(BigDecimal value) {
        return new Num(value);
    }

    static Bool of(boolean value) {
        return value ? Bool.TRUE : Bool.FALSE;
    }

    /// The object without members.
    static Obj obj() {
        return Obj.EMPTY;
    }

    static Obj obj(String name, Json value) {
        return Obj.EMPTY.with(name, value);
    }

    static Obj obj(String name1, Json value1, String name2, Json value2) {
        return obj(name1, value1).with(name2, value2);
    }

    static Obj obj(String name1, Json value1, String name2, Json value2, String name3, Json value3) {
        return obj(name1, value1, name2, value2).with(name3, value3);
    }

    static Obj obj(Map<String, ? extends Json> members) {
        return new Obj(new LinkedHashMap<>(members));
    }

    static Arr arr(Json... items) {
        return new Arr(Arrays.asList(items));
    }

    static Arr arr(List<? extends Json> items) {
        return new Arr(List.copyOf(items));
    }

    /// What kind of value this is, in the words of a message: "an object", "a number"…
    default String kind() {
        return switch (this) {
            case Obj _ -> "an object";
            case Arr _ -> "an array";
            case Str _ -> "a string";
            case Num _ -> "a number";
            case Bool b -> b.value() ? "true" : "false";
            case Null _ -> "null";
        };
    }

    /// True for a string, number, boolean or null.
    default boolean isScalar() {
        return !(this instanceof Obj) && !(this instanceof Arr);
    }

    /// The text of a string, else `null`.
    default @Nullable String asText() {
        return this instanceof Str(String text) ? text : null;
    }

    /// The value of a number that is whole and fits an `int`, else `null`.
    default @Nullable Integer asInt() {
        if (!(this instanceof Num(BigDecimal number)) || number.scale() != 0 || number.precision() > 10) {
            return null;
        }
        long value = number.longValue();
        return value == (int) value ? Integer.valueOf((int) value) : null;
    }
}
