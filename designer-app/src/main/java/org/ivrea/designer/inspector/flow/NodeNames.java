package org.ivrea.designer.inspector.flow;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Nodes in the words of lists to choose from.
final class NodeNames {
    private NodeNames() {}

    /// The label with the id behind it, or the id alone.
    static String words(FlowDocument flow, @Nullable String id, String none) {
        if (id == null || id.isEmpty()) {
            return none;
        }
        NodeDocument node = flow.node(id);
        return node == null || node.label() == null ? id : node.label() + " (" + id + ")";
    }

    /// The ids of all nodes that run.
    static List<String> ids(FlowDocument flow) {
        List<String> ids = new ArrayList<>();
        flow.nodes().forEach((id, node) -> {
            if (!node.isAnnotation()) {
                ids.add(id);
            }
        });
        return ids;
    }

    /// The same, with "" for none in front.
    static List<String> idsOrNone(FlowDocument flow) {
        List<String> ids = ids(flow);
        ids.addFirst("");
        return ids;
    }
}
