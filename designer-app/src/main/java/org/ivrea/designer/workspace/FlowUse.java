package org.ivrea.designer.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.spec.FieldKind;
import org.ivrea.engine.spec.FieldSpec;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.project.Project;

/// A node that calls or enters another flow.
///
/// @param flow the flow in which the node is
public record FlowUse(String flow, String node) {

    static List<FlowUse> of(Project project, NodeRegistry registry, String flow) {
        List<FlowUse> uses = new ArrayList<>();
        project.flows().forEach((name, document) -> {
            if (!name.equals(flow)) {
                find(document, name, registry, flow, uses);
            }
        });
        return uses;
    }

    private static void find(FlowDocument document, String name, NodeRegistry registry, String flow,
            List<FlowUse> uses) {
        for (Map.Entry<String, NodeDocument> node : document.nodes().entrySet()) {
            if (names(node.getValue(), registry, flow)) {
                uses.add(new FlowUse(name, node.getKey()));
            }
        }
    }

    /// Whether one of the node's fields names the flow.
    static boolean names(NodeDocument node, NodeRegistry registry, String flow) {
        NodeSpec spec = registry.spec(node.type());
        if (spec == null) {
            return false;
        }
        for (FieldSpec field : spec.fields()) {
            if (field.kind() instanceof FieldKind.Flow && Json.of(flow).equals(node.field(field.name()))) {
                return true;
            }
        }
        return false;
    }
}
