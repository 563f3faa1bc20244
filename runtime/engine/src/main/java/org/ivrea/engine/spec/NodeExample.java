package org.ivrea.engine.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.flow.json.Json;

/// The smallest sensible node of a type: the fields that it needs, with values that fit.
final class NodeExample {

    private NodeExample() {}

    /// The fields, without type and exits.
    static Json.Obj of(NodeSpec spec) {
        return object(spec.record(), 0, false);
    }

    /// @param number from 0, to tell the items of a list apart
    /// @param inList an object in a list says more than nothing
    private static Json.Obj object(RecordSpec record, int number, boolean inList) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        boolean needsNothing = record.fields().stream().noneMatch(NodeExample::isShown);
        for (FieldSpec field : record.fields()) {
            boolean first = field == record.fields().getFirst();
            if (isShown(field) || first && (inList || needsNothing && namesResource(field.kind()))) {
                members.put(field.name(), value(field, field.kind(), number));
            }
        }
        return Json.obj(members);
    }

    private static boolean isShown(FieldSpec field) {
        boolean list = field.kind() instanceof FieldKind.ListOf(FieldKind item)
                && (field.min() > 0 || item instanceof FieldKind.Structure && !field.advanced());
        return field.required() || list && field.defaultValue() == null
                || field.kind() instanceof FieldKind.PromptList && field.name().equals("prompt");
    }

    private static boolean namesResource(FieldKind kind) {
        return kind instanceof FieldKind.Text text && !text.resource().isEmpty();
    }

    private static Json value(FieldSpec field, FieldKind kind, int number) {
        return switch (kind) {
            case FieldKind.WholeNumber _,FieldKind.Decimal _ -> Json.of(Math.max(1, field.min()));
            case FieldKind.Flag _ -> Json.of(true);
            case FieldKind.Text(TextKind text, String resource) -> Json.of(text(text, resource, number));
            case FieldKind.Choice choice -> Json.of(choice.names().get(number % choice.names().size()));
            case FieldKind.Cel(ValueType result) -> Json.of(expression(result));
            case FieldKind.TemplateText _ -> Json.of("1");
            case FieldKind.Localized _ -> Json.of("Welcome.");
            case FieldKind.PromptList _ -> Json.arr(Json.obj("text", Json.of("Welcome.")));
            case FieldKind.Variable _ -> Json.of("result");
            case FieldKind.Flow _ -> Json.of("other-flow");
            case FieldKind.Structure(RecordSpec type) -> object(type, number, true);
            case FieldKind.ListOf(FieldKind item) -> {
                List<Json> items = new ArrayList<>();
                for (int i = 0; i < Math.max(1, field.min()); i++) {
                    items.add(value(field, item, i));
                }
                yield Json.arr(items);
            }
            case FieldKind.MapOf(FieldKind value) -> Json.obj("name", value(field, value, number));
        };
    }

    private static String text(TextKind kind, String resource, int number) {
        return switch (kind) {
            case KEYS -> Integer.toString(number + 1);
            case PATTERN -> "[0-9]+";
            case LANGUAGE -> "de";
            case EXIT -> number == 0 ? "yes" : "no";
            case TIME_ZONE -> "Europe/Berlin";
            case DATE -> "2026-12-24";
            case TIME_OF_DAY -> "08:00";
            case PLAIN, MULTILINE -> resource.isEmpty() ? "name" : "my-" + resource;
        };
    }

    private static String expression(ValueType result) {
        return switch (result) {
            case BOOL -> "call.caller == ''";
            case INT, ANY -> "1";
            case NUMBER -> "1.5";
            case STRING -> "call.caller";
            case TIME -> "call.now";
            case LIST -> "[1, 2]";
            case MAP -> "channel";
        };
    }
}
