package org.ivrea.designer.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// Edits of comments and groups, and what lies inside groups: the nodes whose whole box does.
public final class Annotations {
    /// The type of comments.
    public static final String COMMENT = "comment";
    /// The type of groups.
    public static final String GROUP = "group";

    private static final BoxSize COMMENT_SIZE = new BoxSize(240, 120);
    private static final BoxSize GROUP_SIZE = new BoxSize(480, 320);
    private static final int PADDING = 24;
    private static final int TITLE = 32;
    private static final int LEAST = 40;

    private Annotations() {}

    /// The size of a comment or group that has none of its own.
    public static BoxSize usualSize(NodeDocument node) {
        return node.type().equals(GROUP) ? GROUP_SIZE : COMMENT_SIZE;
    }

    /// Draws a group around nodes and selects it.
    ///
    /// @param label its title; `null` for none
    public static Edit group(FlowDocument flow, Set<String> ids, BoxSizes sizes, @Nullable String label) {
        LayoutEntry inside = Boxes.around(Boxes.sized(flow, ids, sizes).values());
        NodeDocument group = NodeDocument.of(GROUP).withLabel(label);
        String id = Nodes.newId(flow, group);
        LayoutEntry place = new LayoutEntry(inside.x() - PADDING, inside.y() - PADDING - TITLE,
                inside.width() + 2 * PADDING, inside.height() + 2 * PADDING + TITLE);
        return Edit.of(EditNames.of("group", EditNames.nodes(flow, ids)),
                document -> document.withNode(id, group).withLayout(id, place)).selecting(Selection.ofNode(id));
    }

    /// Removes groups; what lies inside stays.
    public static Edit ungroup(FlowDocument flow, Set<String> groups) {
        return Edit.of(EditNames.of("ungroup", EditNames.nodes(flow, groups)), document -> {
            Set<String> removed = new TreeSet<>(groups);
            removed.removeIf(id -> !isGroup(document.node(id)));
            return document.withoutNodes(removed);
        });
    }

    /// Changes place and size of a comment or group. Merges while it is dragged.
    public static Edit resize(FlowDocument flow, String id, LayoutEntry box) {
        LayoutEntry place = box.resizedTo(Math.max(LEAST, box.width()), Math.max(LEAST, box.height()));
        return Edit.of(EditNames.of("resize", EditNames.node(flow, id)), document -> {
            NodeDocument node = document.node(id);
            return node == null || !node.isAnnotation() ? document : document.withLayout(id, place);
        }).mergingBy(java.util.List.of("resize", id));
    }

    /// The nodes that lie inside a group, groups and comments among them.
    public static Set<String> contents(FlowDocument flow, String group, BoxSizes sizes) {
        Map<String, LayoutEntry> places = Boxes.places(flow);
        LayoutEntry frame = boxOf(flow, group, places, sizes);
        Set<String> inside = new TreeSet<>();
        if (frame == null) {
            return inside;
        }
        for (String id : flow.nodes().keySet()) {
            LayoutEntry box = id.equals(group) ? null : boxOf(flow, id, places, sizes);
            if (box != null && isInside(box, frame)) {
                inside.add(id);
            }
        }
        return inside;
    }

    /// The nodes, and what lies inside the groups among them: what a drag of them moves.
    public static Set<String> withContents(FlowDocument flow, Collection<String> ids, BoxSizes sizes) {
        Set<String> all = new TreeSet<>(ids);
        for (String id : ids) {
            if (isGroup(flow.node(id))) {
                all.addAll(contents(flow, id, sizes));
            }
        }
        return all;
    }

    /// The places, and for what lies inside the groups among them the places that are as far from where they are now.
    static Map<String, Point> takingContentsAlong(FlowDocument flow, Map<String, Point> places, BoxSizes sizes) {
        Map<String, LayoutEntry> now = Boxes.places(flow);
        Map<String, Point> all = new LinkedHashMap<>(places);
        places.forEach((id, to) -> {
            LayoutEntry from = now.get(id);
            if (from == null || !isGroup(flow.node(id))) {
                return;
            }
            for (String inner : contents(flow, id, sizes)) {
                LayoutEntry old = now.get(inner);
                if (old != null) {
                    all.putIfAbsent(inner, new Point(old.x() + to.x() - from.x(), old.y() + to.y() - from.y()));
                }
            }
        });
        return all;
    }

    private static boolean isGroup(@Nullable NodeDocument node) {
        return node != null && node.type().equals(GROUP);
    }

    private static @Nullable LayoutEntry boxOf(FlowDocument flow, String id, Map<String, LayoutEntry> places,
            BoxSizes sizes) {
        NodeDocument node = flow.node(id);
        LayoutEntry place = places.get(id);
        return node == null || place == null ? null : Boxes.sized(id, node, place, sizes);
    }

    private static boolean isInside(LayoutEntry box, LayoutEntry frame) {
        return box.x() >= frame.x() && box.y() >= frame.y()
                && box.x() + box.width() <= frame.x() + frame.width()
                && box.y() + box.height() <= frame.y() + frame.height();
    }
}
