package org.ivrea.designer.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// The order in which calls come to nodes, when the first exit is tried first, and the edges that lead back.
///
/// @param nodes from the start on; then from the handlers on, and those that no call reaches
/// @param back  edges that lead to a node through which the call went before
record CallOrder(List<String> nodes, Set<ExitRef> back) {

    private record Step(String node, Iterator<Map.Entry<String, ExitTarget>> exits) {}

    /// @param ids   the nodes that count
    /// @param boxes know the order of exits
    static CallOrder of(FlowDocument flow, Set<String> ids, TidyBoxes boxes) {
        Set<String> found = new LinkedHashSet<>();
        Set<ExitRef> back = new HashSet<>();
        List<@Nullable String> roots = new ArrayList<>();
        roots.add(flow.start());
        roots.add(flow.handlers().hangup());
        roots.add(flow.handlers().error());
        roots.addAll(withoutPredecessors(flow, ids));
        roots.addAll(ids);
        for (String root : roots) {
            if (root != null && ids.contains(root)) {
                follow(flow, root, ids, boxes, found, back);
            }
        }
        return new CallOrder(List.copyOf(found), back);
    }

    private static List<String> withoutPredecessors(FlowDocument flow, Set<String> ids) {
        Set<String> roots = new LinkedHashSet<>(ids);
        for (String id : ids) {
            NodeDocument node = flow.node(id);
            if (node != null) {
                node.exits().values().forEach(exit -> roots.remove(String.valueOf(exit.nodeId())));
            }
        }
        return List.copyOf(roots);
    }

    private static void follow(FlowDocument flow, String root, Set<String> ids, TidyBoxes boxes, Set<String> found,
            Set<ExitRef> back) {
        Deque<Step> path = new ArrayDeque<>();
        Set<String> onPath = new HashSet<>();
        enter(flow, root, boxes, found, path, onPath);
        while (!path.isEmpty()) {
            Step step = path.element();
            if (!step.exits().hasNext()) {
                onPath.remove(path.remove().node());
                continue;
            }
            Map.Entry<String, ExitTarget> exit = step.exits().next();
            String target = exit.getValue().nodeId();
            if (target == null || !ids.contains(target)) {
                continue;
            }
            if (onPath.contains(target)) {
                back.add(new ExitRef(step.node(), exit.getKey()));
            } else {
                enter(flow, target, boxes, found, path, onPath);
            }
        }
    }

    private static void enter(FlowDocument flow, String id, TidyBoxes boxes, Set<String> found, Deque<Step> path,
            Set<String> onPath) {
        NodeDocument node = flow.node(id);
        if (node != null && found.add(id)) {
            path.push(new Step(id, inOrder(id, node, boxes).iterator()));
            onPath.add(id);
        }
    }

    private static List<Map.Entry<String, ExitTarget>> inOrder(String id, NodeDocument node, TidyBoxes boxes) {
        List<Map.Entry<String, ExitTarget>> exits = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (ExitPort port : node.isAnnotation() ? List.<ExitPort>of() : boxes.exits(id, node)) {
            ExitTarget target = node.exits().get(port.exit());
            if (target != null && listed.add(port.exit())) {
                exits.add(Map.entry(port.exit(), target));
            }
        }
        node.exits().forEach((exit, target) -> {
            if (listed.add(exit)) {
                exits.add(Map.entry(exit, target));
            }
        });
        return exits;
    }
}
