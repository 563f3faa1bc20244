package org.ivrea.designer.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.designer.edit.Edit;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// An exit of a flow gets another name: its declaration, the nodes that return by it, and the nodes that call the flow,
/// with what they are wired to.
final class ExitRename {
    private final NodeRegistry registry;
    private final String flow;
    private final String exit;
    private final String newName;

    ExitRename(NodeRegistry registry, String flow, String exit, String newName) {
        this.registry = registry;
        this.flow = flow;
        this.exit = exit;
        this.newName = newName;
    }

    private Edit named(java.util.function.UnaryOperator<FlowDocument> change) {
        return Edit.of(WorkspaceTexts.of("edit.exit", exit, newName), change);
    }

    /// In the flow itself, and in its own calls of itself.
    Edit inFlow(FlowDocument document) {
        List<String> exits = document.exits().stream().map(it -> it.equals(exit) ? newName : it).toList();
        return named(it -> nodes(it.withExits(exits), (_, node) -> calling(returning(node))));
    }

    Edit inCaller() {
        return named(document -> nodes(document, (_, node) -> calling(node)));
    }

    private interface Change {
        NodeDocument of(String id, NodeDocument node);
    }

    private static FlowDocument nodes(FlowDocument document, Change change) {
        FlowDocument changed = document;
        for (Map.Entry<String, NodeDocument> node : document.nodes().entrySet()) {
            NodeDocument after = change.of(node.getKey(), node.getValue());
            if (after != node.getValue()) {
                changed = changed.withNode(node.getKey(), after);
            }
        }
        return changed;
    }

    /// A node that ends the flow by the exit: it has no exits of its own, and a field that names one.
    private NodeDocument returning(NodeDocument node) {
        NodeSpec spec = registry.spec(node.type());
        if (spec == null || !node.type().equals("return")) {
            return node;
        }
        FieldSpec field = spec.fields().stream().filter(it -> it.name().equals("exit")).findFirst().orElse(null);
        Json now = field == null ? null : node.field(field.name()) == null ? field.defaultValue() : node.field("exit");
        return Json.of(exit).equals(now) ? node.withField("exit", Json.of(newName)) : node;
    }

    /// A node that calls the flow and has an exit for each of its.
    private NodeDocument calling(NodeDocument node) {
        NodeSpec spec = registry.spec(node.type());
        if (spec == null || !FlowUse.names(node, registry, flow)) {
            return node;
        }
        for (FieldSpec field : spec.fields()) {
            if (field.kind() instanceof FieldKind.ListOf(FieldKind.Text(var kind, String _))
                    && kind == org.ivrea.engine.node.Field.TextKind.EXIT) {
                return renamed(node, field);
            }
        }
        return node;
    }

    private NodeDocument renamed(NodeDocument node, FieldSpec field) {
        @Nullable Json now = node.field(field.name()) == null ? field.defaultValue() : node.field(field.name());
        if (!(now instanceof Json.Arr(List<Json> items)) || !items.contains(Json.of(exit))) {
            return node;
        }
        SequencedMap<String, ExitTarget> exits = new LinkedHashMap<>();
        node.exits().forEach((name, target) -> exits.put(name.equals(exit) ? newName : name, target));
        return node.withField(field.name(), Json.arr(items.stream()
                .map(item -> item.equals(Json.of(exit)) ? Json.of(newName) : item).toList())).withExits(exits);
    }
}
