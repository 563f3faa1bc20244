package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.ivrea.flow.document.ExitTarget;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Edits of the edges: exits and the nodes to which they lead.
public final class Wires {
    private Wires() {}

    /// Leads an exit to a node.
    public static Edit connect(ExitRef from, String target) {
        return Edit.of(EditNames.of("connect", from.exit()), document -> wired(document, from, target))
                .selecting(Selection.ofEdge(from));
    }

    /// Leads an exit that is wired to another node: the edge's head was dragged.
    public static Edit retarget(ExitRef edge, String target) {
        return Edit.of(EditNames.of("retarget", edge.exit()), document -> wired(document, edge, target))
                .selecting(Selection.ofEdge(edge));
    }

    /// Lets another exit lead where this one does, which leads nowhere then: the edge's tail was dragged.
    public static Edit moveTail(FlowDocument flow, ExitRef edge, ExitRef to) {
        NodeDocument node = flow.node(edge.node());
        @Nullable String target = node == null ? null : node.target(edge.exit());
        return Edit.of(EditNames.of("retarget", to.exit()), document -> edge.equals(to) || target == null
                ? document
                : wired(wired(document, edge, null), to, target))
                .selecting(Selection.ofEdge(to));
    }

    /// Lets exits lead nowhere.
    public static Edit disconnect(Collection<ExitRef> edges) {
        List<ExitRef> all = List.copyOf(edges);
        String name = all.size() == 1
                ? EditNames.of("disconnect", all.getFirst().exit())
                : EditNames.of("deleteWires", all.size());
        return Edit.of(name, document -> unwired(document, all));
    }

    /// Puts a node that is there between the two ends of an edge.
    ///
    /// @param through the node's exit that leads on to where the edge led; `null` for a node without exits, at which the
    ///                call ends then
    public static Edit insert(FlowDocument flow, ExitRef edge, String id, @Nullable String through) {
        return Edit.of(EditNames.of("insert", EditNames.node(flow, id)),
                document -> inserted(document, edge, id, through)).selecting(Selection.ofNode(id));
    }

    /// Adds a node between the two ends of an edge.
    public static Edit insertNew(FlowDocument flow, ExitRef edge, NodeDocument node, @Nullable String through,
            Point at) {
        String id = Nodes.newId(flow, node);
        String title = EditNames.quoted(node.label() == null ? node.type() : node.label());
        return Edit.of(EditNames.of("insert", title),
                document -> inserted(Nodes.placed(document, id, node, at), edge, id, through))
                .selecting(Selection.ofNode(id));
    }

    private static FlowDocument inserted(FlowDocument flow, ExitRef edge, String id, @Nullable String through) {
        NodeDocument from = flow.node(edge.node());
        if (from == null || flow.node(id) == null || edge.node().equals(id)) {
            return flow;
        }
        String target = from.target(edge.exit());
        FlowDocument led = wired(flow, edge, id);
        return through == null || target == null || target.equals(id)
                ? led
                : wired(led, new ExitRef(id, through), target);
    }

    static FlowDocument wired(FlowDocument flow, ExitRef from, @Nullable String target) {
        return target != null && flow.node(target) == null ? flow : flow.withExit(from.node(), from.exit(), target);
    }

    static FlowDocument unwired(FlowDocument flow, Collection<ExitRef> edges) {
        FlowDocument changed = flow;
        for (ExitRef edge : edges) {
            NodeDocument node = changed.node(edge.node());
            if (node != null && node.target(edge.exit()) != null) {
                changed = changed.withExit(edge.node(), edge.exit(), null);
            }
        }
        return changed;
    }

    /// The flow with everything that leads to one node led to another.
    static FlowDocument led(FlowDocument flow, String from, String to) {
        FlowDocument changed = flow;
        for (String id : Set.copyOf(flow.nodes().keySet())) {
            NodeDocument node = flow.node(id);
            if (node == null) {
                continue;
            }
            for (var exit : node.exits().entrySet()) {
                if (ExitTarget.to(from).equals(exit.getValue())) {
                    changed = changed.withExit(id, exit.getKey(), to);
                }
            }
        }
        if (from.equals(changed.start())) {
            changed = changed.withStart(to);
        }
        if (from.equals(changed.handlers().hangup())) {
            changed = changed.withHandlers(changed.handlers().withHangup(to));
        }
        if (from.equals(changed.handlers().error())) {
            changed = changed.withHandlers(changed.handlers().withError(to));
        }
        return changed;
    }
}
