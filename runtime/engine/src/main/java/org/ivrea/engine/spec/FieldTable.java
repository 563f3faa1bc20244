package org.ivrea.engine.spec;

import java.util.Locale;
import java.util.stream.Collectors;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.flow.json.JsonWriter;

/// The table of a node type's fields in Markdown, with those of objects inside it.
final class FieldTable {
    private final StringBuilder page = new StringBuilder();

    private FieldTable() {}

    static String markdown(RecordSpec record) {
        if (record.fields().isEmpty()) {
            return "";
        }
        var table = new FieldTable();
        table.page.append("\n| field | value | default | meaning |\n|---|---|---|---|\n");
        table.rows(record, "");
        return table.page.toString();
    }

    private void rows(RecordSpec record, String prefix) {
        for (FieldSpec field : record.fields()) {
            String name = prefix + field.name();
            page.append("| `").append(name).append(field.required() ? "` \\* | " : "` | ").append(value(field))
                    .append(" | ").append(defaultOf(field)).append(" | **").append(field.label()).append(".**");
            if (!field.help().isEmpty()) {
                page.append(' ').append(cell(field.help()));
            }
            if (!field.setOn().words().isEmpty()) {
                page.append(' ').append(field.setOn().words());
            }
            page.append(" |\n");
            if (field.kind() instanceof FieldKind.Structure(RecordSpec type)) {
                rows(type, name + ".");
            } else if (field.kind() instanceof FieldKind.ListOf(FieldKind.Structure(RecordSpec type))) {
                rows(type, name + "[].");
            }
        }
    }

    private static String value(FieldSpec field) {
        String kind = kind(field.kind());
        String range = field.range();
        if (range.isEmpty()) {
            return kind;
        }
        return switch (field.kind()) {
            case FieldKind.ListOf _ -> kind + ", " + range + " items";
            case FieldKind.WholeNumber _,FieldKind.Decimal _ -> kind + ", " + range;
            case FieldKind.Text _ -> kind + ", " + range + " characters";
            default -> kind;
        };
    }

    private static String kind(FieldKind kind) {
        return switch (kind) {
            case FieldKind.WholeNumber _ -> "whole number";
            case FieldKind.Decimal _ -> "number";
            case FieldKind.Flag _ -> "true or false";
            case FieldKind.Text(TextKind text, String resource) -> resource.isEmpty() ? switch (text) {
                case PLAIN, MULTILINE -> "text";
                case KEYS -> "keys";
                case PATTERN -> "pattern";
                case LANGUAGE -> "language tag";
                case EXIT -> "exit";
                case TIME_ZONE -> "time zone";
                case DATE -> "date";
                case TIME_OF_DAY -> "time of day";
            } : "name of a " + resource;
            case FieldKind.Choice choice ->
                choice.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            case FieldKind.Cel(ValueType result) -> result == ValueType.ANY
                    ? "expression"
                    : "expression (" + result.name().toLowerCase(Locale.ROOT) + ")";
            case FieldKind.TemplateText _ -> "text with `${…}`";
            case FieldKind.Localized _ -> "text with `${…}`, by language";
            case FieldKind.PromptList _ -> "prompt";
            case FieldKind.Variable _ -> "variable";
            case FieldKind.Flow _ -> "flow";
            case FieldKind.Structure _ -> "object";
            case FieldKind.ListOf(FieldKind item) -> "list of " + plural(kind(item));
            case FieldKind.MapOf(FieldKind value) -> "object of " + plural(kind(value));
        };
    }

    private static String plural(String kind) {
        return switch (kind) {
            case "object" -> "objects";
            case "prompt" -> "prompts";
            case "expression" -> "expressions";
            case "variable" -> "variables";
            case "exit" -> "exits";
            default -> kind;
        };
    }

    private static String defaultOf(FieldSpec field) {
        return field.defaultValue() == null ? "" : "`" + cell(JsonWriter.compact(field.defaultValue())) + "`";
    }

    /// A bar would end the cell.
    static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
