package org.ivrea.engine.spec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.prompt.SayAs;
import org.ivrea.flow.json.Json;

/// The JSON Schema of a field, by its kind.
final class KindSchema {
    private static final Json NULL_TYPE = Json.of("null");

    private KindSchema() {}

    /// Adds what an object of the record is, so that it fits beside other members.
    static void addMembers(SequencedMap<String, Json> schema, RecordSpec record) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        List<Json> required = record.fields().stream().filter(KindSchema::isNeeded).map(FieldSpec::name)
                .map(name -> (Json) Json.of(name)).toList();
        record.fields().forEach(field -> members.put(field.name(), field(field)));
        schema.put("type", Json.of("object"));
        if (!required.isEmpty()) {
            schema.put("required", Json.arr(required));
        }
        schema.put("properties", Json.obj(members));
    }

    private static boolean isNeeded(FieldSpec field) {
        return field.required()
                || field.kind() instanceof FieldKind.ListOf && field.min() > 0 && field.defaultValue() == null;
    }

    private static Json field(FieldSpec field) {
        SequencedMap<String, Json> schema = new LinkedHashMap<>();
        schema.put("title", Json.of(field.label()));
        if (!field.help().isEmpty()) {
            schema.put("description", Json.of(field.help()));
        }
        if (field.defaultValue() != null) {
            schema.put("default", field.defaultValue());
        }
        boolean needed = isNeeded(field);
        addKind(schema, field.kind(), field, needed);
        if (needed) {
            return Json.obj(schema);
        }
        return orNull(schema);
    }

    /// Null means the same as nothing.
    private static Json orNull(SequencedMap<String, Json> schema) {
        Json type = schema.get("type");
        if (type != null) {
            schema.put("type", Json.arr(type, NULL_TYPE));
        } else if (schema.get("enum") instanceof Json.Arr(var values)) {
            schema.put("enum", Json.arr(Stream.concat(values.stream(),
                    Stream.of(Json.NULL)).toList()));
        } else if (schema.remove("$ref") instanceof Json reference) {
            schema.put("anyOf", Json.arr(Json.obj("$ref", reference), Json.obj("type", NULL_TYPE)));
        }
        return Json.obj(schema);
    }

    /// @param limits whose range is that of the value itself
    private static void addKind(SequencedMap<String, Json> schema, FieldKind kind, FieldSpec limits, boolean needed) {
        switch (kind) {
            case FieldKind.WholeNumber _ -> addNumber(schema, "integer", limits);
            case FieldKind.Decimal _ -> addNumber(schema, "number", limits);
            case FieldKind.Flag _ -> schema.put("type", Json.of("boolean"));
            case FieldKind.Text(TextKind text, String _) -> addText(schema, text, limits, needed);
            case FieldKind.Choice choice ->
                schema.put("enum", Json.arr(choice.names().stream().map(name -> (Json) Json.of(name)).toList()));
            case FieldKind.Cel _ -> schema.put("type", Json.of("string"));
            case FieldKind.TemplateText _,FieldKind.Variable _,FieldKind.Flow _ -> {
                schema.put("type", Json.of("string"));
                if (needed) {
                    schema.put("minLength", Json.of(1));
                }
            }
            case FieldKind.Localized _ -> schema.put("$ref", Json.of("#/$defs/text"));
            case FieldKind.PromptList _ -> schema.put("$ref", Json.of("#/$defs/prompt"));
            case FieldKind.Structure(RecordSpec type) -> addMembers(schema, type);
            case FieldKind.ListOf(FieldKind item) -> addList(schema, item, limits);
            case FieldKind.MapOf(FieldKind value) -> {
                schema.put("type", Json.of("object"));
                schema.put("additionalProperties", inner(value, limits));
            }
        }
    }

    private static void addNumber(SequencedMap<String, Json> schema, String type, FieldSpec limits) {
        schema.put("type", Json.of(type));
        if (limits.min() != Long.MIN_VALUE) {
            schema.put("minimum", Json.of(limits.min()));
        }
        if (limits.max() != Long.MAX_VALUE) {
            schema.put("maximum", Json.of(limits.max()));
        }
    }

    private static void addText(SequencedMap<String, Json> schema, TextKind kind, FieldSpec limits, boolean needed) {
        schema.put("type", Json.of("string"));
        if (needed) {
            schema.put("minLength", Json.of(1));
        }
        if (limits.max() != Long.MAX_VALUE) {
            schema.put("maxLength", Json.of(limits.max()));
        }
        String pattern = switch (kind) {
            case KEYS -> "^[0-9A-D*#]*$";
            case EXIT -> "^([a-zA-Z][a-zA-Z0-9-]{0,63})?$";
            case DATE -> "^([0-9]{4}-[0-9]{2}-[0-9]{2})?$";
            case PLAIN, MULTILINE, PATTERN, LANGUAGE, TIME_ZONE, TIME_OF_DAY -> "";
        };
        if (!pattern.isEmpty()) {
            schema.put("pattern", Json.of(pattern));
        }
    }

    private static void addList(SequencedMap<String, Json> schema, FieldKind item, FieldSpec limits) {
        schema.put("type", Json.of("array"));
        if (limits.min() > 0) {
            schema.put("minItems", Json.of(limits.min()));
        }
        if (limits.max() != Long.MAX_VALUE) {
            schema.put("maxItems", Json.of(limits.max()));
        }
        schema.put("items", inner(item, limits));
    }

    private static Json inner(FieldKind kind, FieldSpec field) {
        SequencedMap<String, Json> schema = new LinkedHashMap<>();
        addKind(schema, kind, new FieldSpec(field.name(), "", "", kind, null, true, false, Long.MIN_VALUE,
                Long.MAX_VALUE, field.unit(), SetOn.ALL, "", false), true);
        return Json.obj(schema);
    }

    static Json text() {
        return Json.obj("description", Json.of("Text with ${…}: a string, or an object from language to string."),
                "type", Json.arr(Json.of("string"), Json.of("object")), "additionalProperties",
                Json.obj("type", Json.of("string")));
    }

    static Json prompt() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("file", Json.obj("type", Json.of("string"), "description",
                Json.of("A recording, relative to the language's folder.")));
        members.put("text", SchemaWriter.reference("text"));
        members.put("say", Json.obj("enum",
                Json.arr(Arrays.stream(SayAs.values()).map(way -> (Json) Json.of(way.key())).toList())));
        members.put("value", Json.obj("type", Json.of("string"), "description",
                Json.of("Expression for the value to say.")));
        members.put("currency", SchemaWriter.pattern("^[A-Z]{3}$"));
        members.put("silenceMs", milliseconds());
        members.put("toneHz", Json.obj("type", Json.of("integer"), "minimum", Json.of(20), "maximum", Json.of(4_000)));
        members.put("ms", milliseconds());
        Json item = Json.obj("type", Json.of("object"), "properties", Json.obj(members), "anyOf",
                Json.arr(requires("file"), requires("text"), requires("say", "value"), requires("silenceMs"),
                        requires("toneHz", "ms")));
        return Json.obj("description", Json.of("What the caller hears, in order."), "type", Json.of("array"), "items",
                item);
    }

    private static Json milliseconds() {
        return Json.obj("type", Json.of("integer"), "minimum", Json.of(1), "maximum", Json.of(60_000));
    }

    private static Json requires(String... names) {
        return Json.obj("required", Json.arr(Arrays.stream(names).map(name -> (Json) Json.of(name)).toList()));
    }
}
