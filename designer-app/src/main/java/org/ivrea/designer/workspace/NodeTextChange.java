package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Changes texts in the fields of nodes, by what the node types say they are. One object serves for all states of all
/// flows: a node that it saw before costs nothing. Used by one thread.
final class NodeTextChange {

    /// Gives the new text, or the same.
    interface Rule {
        String change(String text, FieldKind kind);
    }

    private final NodeRegistry registry;
    private final Rule rule;
    private final Map<NodeDocument, NodeDocument> seen = new IdentityHashMap<>();

    NodeTextChange(NodeRegistry registry, Rule rule) {
        this.registry = registry;
        this.rule = rule;
    }

    /// The flow with its texts changed; the flow itself when none did.
    FlowDocument in(FlowDocument flow) {
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, NodeDocument> entry : flow.nodes().entrySet()) {
            NodeDocument node = seen.computeIfAbsent(entry.getValue(), this::changed);
            changed |= node != entry.getValue();
            nodes.put(entry.getKey(), node);
        }
        return changed ? flow.withNodes(nodes) : flow;
    }

    private NodeDocument changed(NodeDocument node) {
        NodeSpec spec = registry.spec(node.type());
        if (spec == null) {
            return node;
        }
        NodeDocument result = node;
        for (FieldSpec field : spec.fields()) {
            Json value = node.field(field.name());
            Json changed = value == null ? null : changed(value, field.kind());
            result = changed == value ? result : result.withField(field.name(), changed);
        }
        return result;
    }

    private Json changed(Json value, @Nullable FieldKind kind) {
        if (kind == null) {
            return value;
        }
        return switch (value) {
            case Json.Str(String text) -> {
                String changed = rule.change(text, kind);
                yield changed.equals(text) ? value : Json.of(changed);
            }
            case Json.Arr(List<Json> items) -> {
                FieldKind item = kind instanceof FieldKind.ListOf(FieldKind inner) ? inner : kind;
                List<Json> changed = new ArrayList<>();
                items.forEach(inner -> changed.add(changed(inner, item)));
                yield changed.equals(items) ? value : new Json.Arr(changed);
            }
            case Json.Obj object -> {
                Json.Obj changed = object;
                for (Map.Entry<String, Json> member : object.members().entrySet()) {
                    Json inner = changed(member.getValue(), inside(kind, member.getKey()));
                    changed = inner == member.getValue() ? changed : changed.with(member.getKey(), inner);
                }
                yield changed;
            }
            default -> value;
        };
    }

    private static @Nullable FieldKind inside(FieldKind kind, String name) {
        return switch (kind) {
            case FieldKind.Structure(RecordSpec type) -> type.fields().stream()
                    .filter(field -> field.name().equals(name)).map(FieldSpec::kind).findFirst().orElse(null);
            case FieldKind.MapOf(FieldKind value) -> value;
            case FieldKind.PromptList _ -> switch (name) {
                case "text" -> new FieldKind.Localized();
                case "value" -> new FieldKind.Cel(ValueType.ANY);
                default -> null;
            };
            case FieldKind.Localized localized -> localized;
            default -> null;
        };
    }
}
