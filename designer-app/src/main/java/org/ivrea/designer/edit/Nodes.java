package org.ivrea.designer.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Edits that add, remove and change nodes as a whole.
public final class Nodes {
    private static final int DUPLICATE_OFFSET = 40;

    private Nodes() {}

    /// Adds a node and selects it. The first one that can run becomes the flow's start.
    ///
    /// @param node what is added, such as `NodeDocument.of("menu")`
    /// @param at   the box's upper left corner
    public static Edit add(FlowDocument flow, NodeDocument node, Point at) {
        return adding(flow, node, at, null);
    }

    /// Adds a node and leads an exit to it: a wire was dropped on the empty canvas.
    public static Edit addWired(FlowDocument flow, NodeDocument node, Point at, ExitRef from) {
        return adding(flow, node, at, from);
    }

    private static Edit adding(FlowDocument flow, NodeDocument node, Point at, @Nullable ExitRef from) {
        String id = newId(flow, node);
        return Edit.of(EditNames.of("add", EditNames.quoted(node.label() == null ? node.type() : node.label())),
                document -> {
                    FlowDocument added = placed(document, id, node, at);
                    return from == null ? added : added.withExit(from.node(), from.exit(), id);
                }).selecting(Selection.ofNode(id));
    }

    /// The id that a node gets when it is added.
    public static String newId(FlowDocument flow, NodeDocument node) {
        return flow.unusedId(node.label() == null ? node.type() : node.label());
    }

    static FlowDocument placed(FlowDocument flow, String id, NodeDocument node, Point at) {
        LayoutEntry place = new LayoutEntry(at.x(), at.y());
        if (node.isAnnotation()) {
            BoxSize size = Annotations.usualSize(node);
            place = place.resizedTo(size.width(), size.height());
        }
        FlowDocument added = flow.withNode(id, node).withLayout(id, place);
        return added.start() == null && !node.isAnnotation() ? added.withStart(id) : added;
    }

    /// Removes the nodes, and unwires the edges. What led to the nodes leads nowhere then.
    public static Edit delete(FlowDocument flow, Selection selection) {
        Selection live = selection.within(flow);
        String name = live.edges().isEmpty()
                ? EditNames.of("delete", EditNames.nodes(flow, live.nodes()))
                : live.nodes().isEmpty()
                        ? EditNames.of("deleteWires", live.edges().size())
                        : EditNames.of("deleteAll", EditNames.nodes(flow, live.nodes()), live.edges().size());
        return Edit.of(name, document -> Wires.unwired(document, live.edges()).withoutNodes(live.nodes()))
                .selecting(Selection.NONE);
    }

    /// Removes a node and leads what led to it to where its one wired exit leads. With several wired exits, or none, what
    /// led to it leads nowhere, as by [#delete].
    public static Edit deleteJoining(FlowDocument flow, String id) {
        return Edit.of(EditNames.of("delete", EditNames.node(flow, id)), document -> {
            NodeDocument node = document.node(id);
            if (node == null) {
                return document;
            }
            Set<String> targets = new TreeSet<>();
            node.exits().values().forEach(exit -> {
                if (exit.nodeId() != null && !exit.nodeId().equals(id)) {
                    targets.add(exit.nodeId());
                }
            });
            FlowDocument joined = document;
            if (targets.size() == 1) {
                joined = Wires.led(document, id, targets.iterator().next());
            }
            return joined.withoutNode(id);
        }).selecting(Selection.NONE);
    }

    /// Copies the nodes, with the wires among them, beside the originals, and selects the copies.
    public static Edit duplicate(FlowDocument flow, Set<String> ids) {
        Fragment fragment = Fragment.of(flow, ids);
        Point at = fragment.corner();
        Fragment.Paste paste = fragment.into(flow,
                new Point(at.x() + DUPLICATE_OFFSET, at.y() + DUPLICATE_OFFSET));
        return Edit.of(EditNames.of("duplicate", EditNames.nodes(flow, ids)), paste.change())
                .selecting(Selection.ofNodes(paste.ids()));
    }

    /// Gives the node another id; what leads to it follows.
    ///
    /// @throws IllegalArgumentException when another node has the id, or it is none
    public static Edit rename(FlowDocument flow, String id, String newId) {
        if (!org.ivrea.flow.document.NodeId.isValid(newId)) {
            throw new IllegalArgumentException(EditNames.of("idRule", newId, org.ivrea.flow.document.NodeId.RULE));
        }
        if (!id.equals(newId) && flow.node(newId) != null) {
            throw new IllegalArgumentException(EditNames.of("idTaken", newId));
        }
        return Edit.of(EditNames.of("rename", id, newId),
                document -> document.node(newId) == null ? document.withRenamedNode(id, newId) : document)
                .selecting(Selection.ofNode(newId));
    }

    /// Sets the text on the box. Merges while it is typed.
    ///
    /// @param label `null` or empty for the type's name
    public static Edit label(FlowDocument flow, String id, @Nullable String label) {
        String text = label == null || label.isEmpty() ? null : label;
        return Edit.of(EditNames.of("label", EditNames.node(flow, id)), document -> document.withLabel(id, text))
                .mergingBy(List.of("label", id));
    }

    /// Sets the author's remark. Merges while it is typed.
    public static Edit note(FlowDocument flow, String id, @Nullable String note) {
        String text = note == null || note.isEmpty() ? null : note;
        return Edit.of(EditNames.of("note", EditNames.node(flow, id)),
                document -> document.withNode(id, node -> node.withNote(text)))
                .mergingBy(List.of("note", id));
    }

    /// Makes calls pass the nodes by, or not any more.
    public static Edit disable(FlowDocument flow, Set<String> ids, boolean disabled) {
        List<String> changed = new ArrayList<>(ids);
        return Edit.of(EditNames.of(disabled ? "disable" : "enable", EditNames.nodes(flow, ids)), document -> {
            FlowDocument all = document;
            for (String id : changed) {
                NodeDocument node = all.node(id);
                if (node != null && node.disabled() != disabled && !node.isAnnotation()) {
                    all = all.withNode(id, node.withDisabled(disabled));
                }
            }
            return all;
        });
    }

    /// Lets calls begin at the node.
    public static Edit start(FlowDocument flow, String id) {
        return Edit.of(EditNames.of("start", EditNames.node(flow, id)), document -> document.withStart(id));
    }
}
