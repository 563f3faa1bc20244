package org.ivrea.designer.workspace.extract;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// Loops count their rounds in the flow in which they are: in a subflow that is called for each round, they would begin
/// to count anew.
final class Rounds {
    private static final String LOOP = "loop";
    private static final String BODY = "body";

    private final FlowDocument flow;
    private final SortedSet<String> inside;

    Rounds(FlowDocument flow, SortedSet<String> inside) {
        this.flow = flow;
        this.inside = inside;
    }

    /// The loops inside from whose body a way leads out, and back to the loop.
    List<String> torn() {
        return inside.stream().filter(id -> {
            NodeDocument node = flow.node(id);
            String body = node == null || !node.type().equals(LOOP) ? null : node.target(BODY);
            return body != null && reached(body, id).stream()
                    .anyMatch(it -> !inside.contains(it) && reached(it, "").contains(id));
        }).toList();
    }

    private Set<String> reached(String from, String notThrough) {
        Set<String> reached = new HashSet<>();
        var open = new ArrayDeque<String>(List.of(from));
        while (!open.isEmpty()) {
            String id = open.pop();
            NodeDocument node = flow.node(id);
            if (node != null && reached.add(id) && !id.equals(notThrough)) {
                node.exits().values().forEach(exit -> {
                    if (exit.nodeId() != null) {
                        open.push(exit.nodeId());
                    }
                });
            }
        }
        return reached;
    }
}
