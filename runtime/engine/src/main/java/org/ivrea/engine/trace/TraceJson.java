package org.ivrea.engine.trace;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.problem.DidYouMean;
import org.jspecify.annotations.Nullable;

/// Trace events as JSON, one object per line: `{"atMs":1200,"event":"key-pressed","key":"1"}`. What is `null` is left
/// out. Every type of event is known by itself: its name is the record's, its members are the record's components.
public final class TraceJson {
    private static final String AT = "atMs";
    private static final String EVENT = "event";
    private static final Map<Class<?>, Shape> BY_TYPE = new HashMap<>();
    private static final Map<String, Shape> BY_NAME = new HashMap<>();

    static {
        for (Class<?> type : TraceEvent.class.getPermittedSubclasses()) {
            Shape shape = Shape.of(type);
            BY_TYPE.put(type, shape);
            BY_NAME.put(shape.name, shape);
        }
    }

    /// An event and its time.
    ///
    /// @param atMs milliseconds since the call began
    public record Timed(long atMs, TraceEvent event) {}

    private TraceJson() {}

    /// The event's name, such as `node-entered`.
    public static String name(TraceEvent event) {
        return shape(event).name;
    }

    /// One line, without its line break.
    public static String write(long atMs, TraceEvent event) {
        Shape shape = shape(event);
        var members = new LinkedHashMap<String, Json>();
        members.put(AT, Json.of(atMs));
        members.put(EVENT, Json.of(shape.name));
        for (RecordComponent component : shape.components) {
            Object value = valueOf(component, event);
            if (value != null) {
                members.put(component.getName(), json(value));
            }
        }
        return JsonWriter.compact(Json.obj(members));
    }

    /// Reads a line that [#write] wrote. Members that are not known are passed over.
    ///
    /// @throws IllegalArgumentException when it is no such line, with the reason for people
    public static Timed read(String line) {
        Parsed parsed = JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        if (!(parsed.value() instanceof Json.Obj object)) {
            throw new IllegalArgumentException(parsed.problems().isEmpty()
                    ? "A line of a trace is a JSON object"
                    : "A line of a trace is a JSON object: " + parsed.problems().getFirst().message());
        }
        String name = object.get(EVENT) instanceof Json.Str(String text) ? text : "";
        Shape shape = BY_NAME.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("There is no trace event \"" + name + "\""
                    + DidYouMean.hint(name, BY_NAME.keySet()));
        }
        return new Timed(number(object, AT, name), shape.event(object));
    }

    private static Shape shape(TraceEvent event) {
        Shape shape = BY_TYPE.get(event.getClass());
        if (shape == null) {
            throw new IllegalStateException(event.getClass() + " is no record that TraceEvent permits");
        }
        return shape;
    }

    private static @Nullable Object valueOf(RecordComponent component, TraceEvent event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a component of " + event.getClass() + " cannot be read", e);
        }
    }

    private static Json json(Object value) {
        return switch (value) {
            case String text -> Json.of(text);
            case Boolean bool -> Json.of(bool.booleanValue());
            case Number number -> Json.of(number.longValue());
            default -> throw new IllegalStateException("a trace event cannot hold a " + value.getClass());
        };
    }

    private static long number(Json.Obj object, String member, String event) {
        if (object.get(member) instanceof Json.Num(BigDecimal number) && number.scale() == 0
                && number.precision() < 19) {
            return number.longValue();
        }
        throw wrong(event, member, "a whole number");
    }

    private static IllegalArgumentException wrong(String event, String member, String expected) {
        return new IllegalArgumentException("The trace event \"" + event + "\" needs " + expected + " as \"" + member
                + "\"");
    }

    private record Shape(String name, RecordComponent[] components, Constructor<?> constructor) {

        static Shape of(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
            }
            try {
                return new Shape(kebab(type.getSimpleName()), components, type.getDeclaredConstructor(types));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " has no canonical constructor", e);
            }
        }

        private static String kebab(String camel) {
            var name = new StringBuilder();
            for (char c : camel.toCharArray()) {
                name.append(Character.isUpperCase(c) && !name.isEmpty() ? "-" : "").append(c);
            }
            return name.toString().toLowerCase(Locale.ROOT);
        }

        TraceEvent event(Json.Obj object) {
            @Nullable Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(object, components[i]);
            }
            try {
                return (TraceEvent) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a " + name + " cannot be made", e);
            }
        }

        private @Nullable Object value(Json.Obj object, RecordComponent component) {
            String member = component.getName();
            Class<?> type = component.getType();
            if (type == long.class) {
                return number(object, member, name);
            }
            if (type == int.class) {
                long whole = number(object, member, name);
                if (whole != (int) whole) {
                    throw wrong(name, member, "a whole number below 2^31");
                }
                return (int) whole;
            }
            Json value = object.get(member);
            if (type == boolean.class) {
                if (value instanceof Json.Bool bool) {
                    return bool.value();
                }
                throw wrong(name, member, "true or false");
            }
            if (value instanceof Json.Str(String text)) {
                return text;
            }
            if (value == null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw wrong(name, member, "a string");
        }
    }
}
