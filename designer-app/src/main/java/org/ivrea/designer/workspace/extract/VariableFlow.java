package org.ivrea.designer.workspace.extract;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// How values go through some nodes of a flow: which are needed where, and which are sure to be set there. The classic
/// analyses of live variables and of definite assignment.
final class VariableFlow {
    private final CompiledFlow flow;
    private final Map<String, NodeUse> nodes = new HashMap<>();

    /// @param ids edges that leave these nodes are not followed
    VariableFlow(CompiledFlow flow, Collection<String> ids) {
        this.flow = flow;
        for (String id : ids) {
            var node = flow.node(id);
            if (node != null) {
                nodes.put(id, NodeUse.of(flow, node));
            }
        }
    }

    NodeUse use(String id) {
        return nodes.getOrDefault(id, new NodeUse(Set.of(), null));
    }

    /// For each node the variables whose values are needed when a call comes to it, for itself or for those after it.
    Map<String, Set<String>> needed() {
        Map<String, Set<String>> needed = new HashMap<>();
        // A failure or a hang-up may come anywhere.
        Set<String> everywhere = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (String handler : handlers()) {
                changed |= everywhere.addAll(needed.getOrDefault(handler, Set.of()));
            }
            for (Map.Entry<String, NodeUse> node : nodes.entrySet()) {
                Set<String> now = new HashSet<>(node.getValue().reads());
                now.addAll(everywhere);
                exits(node.getKey()).forEach((exit, target) -> {
                    Set<String> after = new HashSet<>(needed.getOrDefault(target, Set.of()));
                    after.removeAll(node.getValue().setOn(exit));
                    now.addAll(after);
                });
                changed |= needed.computeIfAbsent(node.getKey(), _ -> new HashSet<>()).addAll(now);
            }
        }
        return needed;
    }

    /// What the flow's handlers need.
    Set<String> neededByHandlers() {
        Map<String, Set<String>> needed = needed();
        Set<String> all = new HashSet<>();
        for (String handler : handlers()) {
            all.addAll(needed.getOrDefault(handler, Set.of()));
        }
        return all;
    }

    private List<String> handlers() {
        return Stream.of(flow.document().handlers().error(), flow.document().handlers().hangup())
                .filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    /// For each node the variables that are sure to be set since the entry when a call comes to it.
    Map<String, Set<String>> settled(String entry) {
        Map<String, Set<String>> settled = new HashMap<>();
        settled.put(entry, new HashSet<>());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Map.Entry<String, NodeUse> node : nodes.entrySet()) {
                Set<String> before = settled.get(node.getKey());
                if (before == null) {
                    continue;
                }
                for (Map.Entry<String, String> way : exits(node.getKey()).entrySet()) {
                    Set<String> after = new HashSet<>(before);
                    after.addAll(node.getValue().setOn(way.getKey()));
                    @Nullable Set<String> known = settled.get(way.getValue());
                    if (known == null) {
                        settled.put(way.getValue(), after);
                        changed = true;
                    } else {
                        changed |= known.retainAll(after);
                    }
                }
            }
        }
        return settled;
    }

    /// The wired exits of a node that lead to one of the nodes.
    private Map<String, String> exits(String id) {
        Map<String, String> exits = new HashMap<>();
        NodeDocument node = flow.document().node(id);
        if (node != null) {
            node.exits().forEach((exit, target) -> {
                if (target.nodeId() != null && nodes.containsKey(target.nodeId())) {
                    exits.put(exit, target.nodeId());
                }
            });
        }
        return exits;
    }
}
