package org.ivrea.engine.spec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.LocalizedText;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.node.Field;
import org.ivrea.engine.node.FlowRef;
import org.ivrea.engine.node.VariableTarget;
import org.ivrea.engine.prompt.Prompt;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.jspecify.annotations.Nullable;

/// Reads what a record's annotations say, once per node type. A wrong declaration is an `IllegalArgumentException` that
/// names class and component.
final class RecordReader {
    private RecordReader() {}

    static RecordSpec read(Class<? extends Record> type) {
        List<FieldSpec> fields = new ArrayList<>();
        List<MethodHandle> accessors = new ArrayList<>();
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            RecordComponent[] components = type.getRecordComponents();
            for (RecordComponent component : components) {
                fields.add(field(type, component));
                accessors.add(lookup.unreflect(component.getAccessor()));
            }
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types));
            fields.forEach(field -> checkFlag(type, field, fields));
            return new RecordSpec(type, fields, new RecordHandles(constructor, accessors));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made a node type: " + e.getMessage(), e);
        }
    }

    private static void checkFlag(Class<?> type, FieldSpec field, List<FieldSpec> fields) {
        if (!field.maybeSet().isEmpty() && fields.stream().noneMatch(
                flag -> flag.name().equals(field.maybeSet()) && flag.kind() instanceof FieldKind.Flag)) {
            throw new IllegalArgumentException(type.getName() + "." + field.name() + ": there is no flag \""
                    + field.maybeSet() + "\"");
        }
    }

    private static FieldSpec field(Class<?> type, RecordComponent component) {
        String where = type.getName() + "." + component.getName();
        Field field = component.getAnnotation(Field.class);
        if (field == null) {
            throw new IllegalArgumentException(where + " lacks @Field");
        }
        FieldKind kind = kind(where, component.getGenericType(), component.getAnnotatedType(), field);
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        Json defaultValue = field.def().isEmpty() ? null : json(where, field.def());
        boolean mayBeEmpty = kind instanceof FieldKind.ListOf || kind instanceof FieldKind.MapOf;
        boolean required = defaultValue == null && !nullable && !field.optional() && !mayBeEmpty;
        return new FieldSpec(component.getName(), field.label(), field.help(), kind, defaultValue, required, nullable,
                field.min(), field.max(), field.unit(),
                new SetOn(List.of(field.setOn()), List.of(field.notSetOn()), true),
                field.maybeSet(), field.advanced());
    }

    private static Json json(String where, String text) {
        Parsed parsed = JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        Json value = parsed.value();
        if (value == null) {
            throw new IllegalArgumentException(where + ": its default is no JSON: " + text);
        }
        return value;
    }

    private static FieldKind kind(String where, Type type, AnnotatedType annotated, Field field) {
        if (type instanceof ParameterizedType generic && annotated instanceof AnnotatedParameterizedType arguments) {
            int last = generic.getActualTypeArguments().length - 1;
            FieldKind inner = kind(where, generic.getActualTypeArguments()[last],
                    arguments.getAnnotatedActualTypeArguments()[last], field);
            if (generic.getRawType() == List.class) {
                return new FieldKind.ListOf(inner);
            }
            if (generic.getRawType() == Map.class && generic.getActualTypeArguments()[0] == String.class) {
                return new FieldKind.MapOf(inner);
            }
        }
        if (type instanceof Class<?> simple) {
            return kind(where, simple, field);
        }
        throw new IllegalArgumentException(where + ": a field cannot be a " + type.getTypeName());
    }

    private static FieldKind kind(String where, Class<?> type, Field field) {
        if (type == int.class || type == long.class) {
            return new FieldKind.WholeNumber(type == long.class);
        }
        if (type == double.class) {
            return new FieldKind.Decimal();
        }
        if (type == boolean.class) {
            return new FieldKind.Flag();
        }
        if (type == String.class) {
            return new FieldKind.Text(field.text(), field.resource());
        }
        if (type == Expression.class) {
            return new FieldKind.Cel(field.result());
        }
        if (type == Template.class) {
            return new FieldKind.TemplateText();
        }
        if (type == LocalizedText.class) {
            return new FieldKind.Localized();
        }
        if (type == Prompt.class) {
            return new FieldKind.PromptList();
        }
        if (type == VariableTarget.class) {
            return new FieldKind.Variable();
        }
        if (type == FlowRef.class) {
            return new FieldKind.Flow();
        }
        if (type.isEnum()) {
            return new FieldKind.Choice(Arrays.stream(type.getEnumConstants())
                    .map(constant -> new FieldKind.Choice.Constant(lowerCamel(((Enum<?>) constant).name()),
                            (Enum<?>) constant))
                    .toList());
        }
        if (type.isRecord()) {
            return new FieldKind.Structure(read(type.asSubclass(Record.class)));
        }
        throw new IllegalArgumentException(where + ": a field cannot be a " + type.getName());
    }

    /// `SOME_KEYS` is `someKeys` in files.
    static String lowerCamel(String constant) {
        var name = new StringBuilder();
        boolean upper = false;
        for (int i = 0; i < constant.length(); i++) {
            char c = constant.charAt(i);
            if (c == '_') {
                upper = true;
            } else {
                name.append(upper ? c : Character.toLowerCase(c));
                upper = false;
            }
        }
        return name.toString();
    }
}
