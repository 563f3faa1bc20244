package org.ivrea.designer.workspace.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.engine.node.Exit;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Where a flow's edges cross the border of a part of it.
///
/// @param inside   the part's nodes through which calls go
/// @param entries  those of them that something outside leads to: a node, the start, a handler
/// @param leaving  the edges that lead out, by where they lead
/// @param hangups  nodes inside whose `hangup` exit leads out
record Border(SortedSet<String> inside, SortedSet<String> entries, SequencedMap<String, List<ExitRef>> leaving,
        SortedSet<String> hangups) {

    static Border of(FlowDocument flow, Set<String> selected) {
        var inside = new TreeSet<String>();
        selected.forEach(id -> {
            NodeDocument node = flow.node(id);
            if (node != null && !node.isAnnotation()) {
                inside.add(id);
            }
        });
        var entries = new TreeSet<String>();
        for (String id : java.util.Arrays.asList(flow.start(), flow.handlers().hangup(), flow.handlers().error())) {
            if (id != null && inside.contains(id)) {
                entries.add(id);
            }
        }
        SequencedMap<String, List<ExitRef>> leaving = new LinkedHashMap<>();
        var hangups = new TreeSet<String>();
        flow.nodes().forEach((id, node) -> {
            for (Map.Entry<String, ExitTarget> exit : node.exits().entrySet()) {
                String target = exit.getValue().nodeId();
                if (target == null || flow.node(target) == null || inside.contains(id) == inside.contains(target)) {
                    continue;
                }
                if (inside.contains(target)) {
                    entries.add(target);
                } else if (exit.getKey().equals(Exit.HANGUP)) {
                    hangups.add(id);
                } else {
                    leaving.computeIfAbsent(target, _ -> new ArrayList<>()).add(new ExitRef(id, exit.getKey()));
                }
            }
        });
        return new Border(inside, entries, leaving, hangups);
    }

    /// The node at which the part begins: the one entry; or what nothing inside leads to, when nothing leads there.
    String entry(FlowDocument flow) {
        if (!entries.isEmpty()) {
            return entries.first();
        }
        var beginning = new TreeSet<>(inside);
        inside.forEach(id -> Objects.requireNonNull(flow.node(id)).exits().values()
                .forEach(exit -> beginning.remove(String.valueOf(exit.nodeId()))));
        return beginning.isEmpty() ? inside.first() : beginning.first();
    }

    /// The exit by which the subflow returns to a node outside. The only one is `done`, others are called as the node.
    String exitTo(String target) {
        boolean reserved = target.equals(Exit.ERROR) || target.equals(Exit.HANGUP)
                || !Character.isLetter(target.charAt(0));
        return leaving.size() == 1 ? "done" : reserved ? "to-" + target : target;
    }

    /// Where an edge leads that crosses the border; `null` for others.
    @Nullable
    String crossing(ExitRef edge) {
        return leaving.entrySet().stream().filter(entry -> entry.getValue().contains(edge)).map(Map.Entry::getKey)
                .findFirst().orElse(null);
    }
}
