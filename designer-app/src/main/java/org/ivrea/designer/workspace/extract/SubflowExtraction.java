package org.ivrea.designer.workspace.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ivrea.designer.edit.BoxSizes;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;

/// Selected nodes as a flow of their own, and a node in their place that calls it. Variables that both use are handed
/// over as inputs and outputs; each node outside that calls go on to becomes an exit.
///
/// @param subflow the new flow
/// @param caller  the flow in which the nodes were, with the new node
/// @param node    the new node's id
public record SubflowExtraction(FlowDocument subflow, FlowDocument caller, String node) {
    private static final Messages TEXTS = Messages.of(SubflowExtraction.class);
    /// Types of nodes that mean the flow in which they stand.
    private static final Set<String> STAYING = Set.of("entry", "goto", "return");

    /// @param flow     as it is now
    /// @param selected comments and groups among them move as well
    /// @param name     of the new flow, and of its file
    /// @param title    of the new flow, for people
    public static SubflowExtraction of(CompiledFlow flow, Set<String> selected, String name, String title,
            BoxSizes sizes) throws ExtractionRefused {
        Border border = Border.of(flow.document(), selected);
        check(flow, border);
        String entry = border.entry(flow.document());
        Handover handover = Handover.of(flow, border, entry);
        var places = new Places(flow.document(), selected, sizes);
        String node = flow.document().withoutNodes(border.inside()).unusedId(name);
        return new SubflowExtraction(new ExtractedFlow(flow.document(), border, handover, places).build(entry, title),
                new CallingFlow(flow.document(), border, handover, places).build(selected, node, name, title), node);
    }

    /// Why the nodes cannot be a flow of their own, for people; empty when they can.
    public static java.util.Optional<String> objectionTo(CompiledFlow flow, Set<String> selected) {
        try {
            check(flow, Border.of(flow.document(), selected));
            return java.util.Optional.empty();
        } catch (ExtractionRefused e) {
            return java.util.Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void check(CompiledFlow flow, Border border) throws ExtractionRefused {
        if (border.inside().isEmpty()) {
            throw new ExtractionRefused(TEXTS.get("nothing"));
        }
        if (border.entries().size() > 1) {
            throw new ExtractionRefused(TEXTS.get("entries", named(flow.document(), border.entries())));
        }
        List<String> staying = border.inside().stream().filter(id -> {
            NodeDocument node = flow.document().node(id);
            return node != null && STAYING.contains(node.type());
        }).toList();
        if (!staying.isEmpty()) {
            throw new ExtractionRefused(TEXTS.get("stays", named(flow.document(), staying)));
        }
        List<String> torn = new Rounds(flow.document(), border.inside()).torn();
        if (!torn.isEmpty()) {
            throw new ExtractionRefused(TEXTS.get("loop", named(flow.document(), torn)));
        }
        if (!border.hangups().isEmpty()) {
            throw new ExtractionRefused(TEXTS.get("hangup", named(flow.document(), border.hangups())));
        }
    }

    private static String named(FlowDocument flow, java.util.Collection<String> ids) {
        return ids.stream().map(id -> {
            var node = flow.node(id);
            return "“" + (node == null || node.label() == null ? id : node.label()) + "”";
        }).collect(Collectors.joining(", "));
    }

    /// What is done to the flow in which the nodes were.
    ///
    /// @param count how many nodes were selected
    public Edit edit(int count) {
        return Edit.of(TEXTS.get("edit", count), _ -> caller).selecting(Selection.ofNode(node));
    }
}
