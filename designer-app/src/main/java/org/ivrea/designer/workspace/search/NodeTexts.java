package org.ivrea.designer.workspace.search;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Lists the texts of a node. What each is for follows from the node type.
final class NodeTexts {
    private final List<SearchText> texts = new ArrayList<>();

    private NodeTexts() {}

    static List<SearchText> of(NodeDocument node, NodeRegistry registry) {
        var lists = new NodeTexts();
        lists.add("label", SearchKind.LABEL, node.label());
        lists.add("note", SearchKind.NOTE, node.note());
        NodeSpec spec = registry.spec(node.type());
        node.fields().forEach((name, value) -> lists.value(value, kind(spec == null ? List.of() : spec.fields(), name),
                JsonPointer.ROOT.child(name)));
        for (String exit : node.exits().keySet()) {
            lists.texts.add(new SearchText(JsonPointer.ROOT.child("exits").child(exit), SearchKind.NAME, exit));
        }
        return List.copyOf(lists.texts);
    }

    private void add(String name, SearchKind kind, @Nullable String text) {
        if (text != null) {
            texts.add(new SearchText(JsonPointer.ROOT.child(name), kind, text));
        }
    }

    private static @Nullable FieldKind kind(List<FieldSpec> fields, String name) {
        for (FieldSpec field : fields) {
            if (field.name().equals(name)) {
                return field.kind();
            }
        }
        return null;
    }

    private void value(Json value, @Nullable FieldKind kind, JsonPointer at) {
        switch (value) {
            case Json.Str(String text) -> texts.add(new SearchText(at, use(kind), text));
            case Json.Num(var number) -> texts.add(new SearchText(at, SearchKind.VALUE, number.toPlainString()));
            case Json.Arr(List<Json> items) -> {
                FieldKind inner = kind instanceof FieldKind.ListOf(FieldKind item) ? item : kind;
                for (int index = 0; index < items.size(); index++) {
                    value(items.get(index), inner, at.child(index));
                }
            }
            case Json.Obj(var members) -> members.forEach((name, inner) -> value(inner, inside(kind, name),
                    at.child(name)));
            case Json.Bool _,Json.Null _ -> {
            }
        }
    }

    private static @Nullable FieldKind inside(@Nullable FieldKind kind, String name) {
        return switch (kind) {
            case FieldKind.Structure(RecordSpec type) -> kind(type.fields(), name);
            case FieldKind.MapOf(FieldKind value) -> value;
            case FieldKind.PromptList _ -> switch (name) {
                case "text" -> new FieldKind.Localized();
                case "value" -> new FieldKind.Cel(org.ivrea.engine.expression.ValueType.ANY);
                default -> null;
            };
            case FieldKind.Localized localized -> localized;
            case null, default -> null;
        };
    }

    private static SearchKind use(@Nullable FieldKind kind) {
        return switch (kind) {
            case FieldKind.Cel _ -> SearchKind.EXPRESSION;
            case FieldKind.TemplateText _,FieldKind.Localized _ -> SearchKind.TEXT;
            case FieldKind.Variable _ -> SearchKind.VARIABLE;
            case FieldKind.Text(TextKind text, String _) when text == TextKind.EXIT -> SearchKind.NAME;
            case FieldKind.Text(TextKind text, String resource) when resource.isEmpty()
                    && (text == TextKind.PLAIN || text == TextKind.MULTILINE) ->
                SearchKind.TEXT;
            case null, default -> SearchKind.VALUE;
        };
    }
}
