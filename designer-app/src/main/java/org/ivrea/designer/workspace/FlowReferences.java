package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.engine.spec.RecordSpec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;

/// The nodes that name other flows. Which fields do so is known from the node types.
final class FlowReferences {
    private final NodeRegistry registry;
    private final Map<NodeDocument, NodeDocument> renamed = new IdentityHashMap<>();
    private final Json old;
    private final Json replacement;

    /// Renames a flow in the documents that are handed in. One object serves for all states of all flows: a node that it
    /// saw before costs nothing.
    FlowReferences(NodeRegistry registry, String flow, String newName) {
        this.registry = registry;
        this.old = Json.of(flow);
        this.replacement = Json.of(newName);
    }

    /// The flow with the other flow called by its new name; the flow itself when it does not name it.
    FlowDocument renamed(FlowDocument flow) {
        SequencedMap<String, NodeDocument> nodes = new LinkedHashMap<>();
        boolean changed = false;
        for (Map.Entry<String, NodeDocument> entry : flow.nodes().entrySet()) {
            NodeDocument node = renamed.computeIfAbsent(entry.getValue(), this::changed);
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
            if (value != null) {
                Json changed = changed(value, field.kind());
                result = changed == value ? result : result.withField(field.name(), changed);
            }
        }
        return result;
    }

    private Json changed(Json value, FieldKind kind) {
        return switch (kind) {
            case FieldKind.Flow _ -> value.equals(old) ? replacement : value;
            case FieldKind.ListOf(FieldKind item) when value instanceof Json.Arr(List<Json> items) -> {
                List<Json> changed = new ArrayList<>();
                items.forEach(inner -> changed.add(changed(inner, item)));
                yield changed.equals(items) ? value : new Json.Arr(changed);
            }
            case FieldKind.Structure(RecordSpec type) when value instanceof Json.Obj object -> {
                Json.Obj changed = object;
                for (FieldSpec field : type.fields()) {
                    Json inner = object.get(field.name());
                    Json renamedInner = inner == null ? null : changed(inner, field.kind());
                    if (renamedInner != null && renamedInner != inner) {
                        changed = changed.with(field.name(), renamedInner);
                    }
                }
                yield changed;
            }
            default -> value;
        };
    }
}
