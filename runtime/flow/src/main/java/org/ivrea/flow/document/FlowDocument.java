package org.ivrea.flow.document;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A call flow as its file says it. Nothing here is checked against the node types, and exits may lead to nodes that
/// do not exist.
///
/// @param name        free text
/// @param description free text
/// @param start       the node at which a call begins
/// @param inputs      what a calling flow hands over, by variable name, in the author's order
/// @param outputs     what a calling flow gets back, by variable name, in the author's order
/// @param variables   by name, in the author's order
/// @param exits       the names of the ways out when the flow is called as a subflow, in the author's order
/// @param nodes       by id, sorted
/// @param handlers    where the flow goes on after a hang-up or an error
/// @param layout      where the nodes' boxes stand, by node id, sorted; no part of the logic
/// @param extra       top-level members that this version does not know
public record FlowDocument(String name, @Nullable String description, @Nullable String start,
        SequencedMap<String, VariableDeclaration> inputs, SequencedMap<String, VariableDeclaration> outputs,
        SequencedMap<String, VariableDeclaration> variables, List<String> exits,
        SequencedMap<String, NodeDocument> nodes, Handlers handlers, SequencedMap<String, LayoutEntry> layout,
        SequencedMap<String, Json> extra) {

    /// The version of the format that this release reads and writes.
    public static final int FORMAT_VERSION = 1;

    /// The names of the members that have a component, in canonical order; `layout` stands behind unknown members.
    public static final List<String> KNOWN = List.of("formatVersion", "name", "description", "start", "inputs",
            "outputs", "variables", "exits", "nodes", "handlers", "layout");

    public FlowDocument {
        inputs = Members.copyOf(inputs);
        outputs = Members.copyOf(outputs);
        variables = Members.copyOf(variables);
        exits = List.copyOf(exits);
        nodes = IdMap.copyOf(nodes);
        layout = IdMap.copyOf(layout);
        extra = Members.copyOfUnknown(extra, Set.copyOf(KNOWN));
    }

    /// A flow without nodes.
    public static FlowDocument empty(String name) {
        return new FlowDocument(name, null, null, new LinkedHashMap<>(), new LinkedHashMap<>(),
                new LinkedHashMap<>(), List.of(), new LinkedHashMap<>(), Handlers.NONE, new LinkedHashMap<>(),
                new LinkedHashMap<>());
    }

    public @Nullable NodeDocument node(String id) {
        return nodes.get(id);
    }

    /// An id that no node has, near to the given text: `menu`, `menu-2`…
    public String unusedId(String text) {
        return NodeId.unused(text, nodes::containsKey);
    }

    public FlowDocument withName(String newName) {
        return new FlowDocument(newName, description, start, inputs, outputs, variables, exits, nodes, handlers,
                layout, extra);
    }

    public FlowDocument withDescription(@Nullable String newDescription) {
        return new FlowDocument(name, newDescription, start, inputs, outputs, variables, exits, nodes, handlers,
                layout, extra);
    }

    public FlowDocument withStart(@Nullable String nodeId) {
        return new FlowDocument(name, description, nodeId, inputs, outputs, variables, exits, nodes, handlers, layout,
                extra);
    }

    public FlowDocument withInputs(SequencedMap<String, VariableDeclaration> newInputs) {
        return new FlowDocument(name, description, start, newInputs, outputs, variables, exits, nodes, handlers,
                layout, extra);
    }

    public FlowDocument withOutputs(SequencedMap<String, VariableDeclaration> newOutputs) {
        return new FlowDocument(name, description, start, inputs, newOutputs, variables, exits, nodes, handlers,
                layout, extra);
    }

    public FlowDocument withVariables(SequencedMap<String, VariableDeclaration> newVariables) {
        return new FlowDocument(name, description, start, inputs, outputs, newVariables, exits, nodes, handlers,
                layout, extra);
    }

    /// The flow with the variable declared.
    ///
    /// @param declaration `null` removes the variable
    public FlowDocument withVariable(String variable, @Nullable VariableDeclaration declaration) {
        return withVariables(Members.with(variables, variable, declaration));
    }

    public FlowDocument withExits(List<String> newExits) {
        return new FlowDocument(name, description, start, inputs, outputs, variables, newExits, nodes, handlers,
                layout, extra);
    }

    public FlowDocument withHandlers(Handlers newHandlers) {
        return new FlowDocument(name, description, start, inputs, outputs, variables, exits, nodes, newHandlers,
                layout, extra);
    }

    public FlowDocument withNodes(SequencedMap<String, NodeDocument> newNodes) {
        return new FlowDocument(name, description, start, inputs, outputs, variables, exits, newNodes, handlers,
                layout, extra);
    }

    public FlowDocument withLayout(SequencedMap<String, LayoutEntry> newLayout) {
        return new FlowDocument(name, description, start, inputs, outputs, variables, exits, nodes, handlers,
                newLayout, extra);
    }

    public FlowDocument withExtra(SequencedMap<String, Json> newExtra) {
        return new FlowDocument(name, description, start, inputs, outputs, variables, exits, nodes, handlers, layout,
                newExtra);
    }

    /// The flow with the node added, or replaced when the id is known.
    public FlowDocument withNode(String id, NodeDocument node) {
        return withNodes(IdMap.<NodeDocument>copyOf(nodes).with(id, node));
    }

    /// The flow with the node changed; the flow itself when there is no such node.
    public FlowDocument withNode(String id, UnaryOperator<NodeDocument> edit) {
        NodeDocument node = nodes.get(id);
        return node == null ? this : withNode(id, edit.apply(node));
    }

    /// The flow without the node: see [#withoutNodes].
    public FlowDocument withoutNode(String id) {
        return withoutNodes(Set.of(id));
    }

    /// The flow without the nodes and their layout. Exits that led to them become unwired, and `start` and the
    /// handlers are cleared if they named one of them.
    public FlowDocument withoutNodes(Collection<String> ids) {
        Set<String> removed = Set.copyOf(ids);
        return new FlowDocument(name, description, start, inputs, outputs, variables, exits,
                IdMap.<NodeDocument>copyOf(nodes).without(removed), handlers,
                IdMap.<LayoutEntry>copyOf(layout).without(removed), extra)
                .retargeted(target -> target != null && removed.contains(target) ? null : target);
    }

    /// The flow with the node under a new id, and everything that led to the old one led to the new one.
    ///
    /// @throws IllegalArgumentException when another node has the new id
    public FlowDocument withRenamedNode(String id, String newId) {
        NodeDocument node = nodes.get(id);
        if (node == null || id.equals(newId)) {
            return this;
        }
        if (nodes.containsKey(newId)) {
            throw new IllegalArgumentException("there is already a node \"" + newId + "\"");
        }
        IdMap<LayoutEntry> places = IdMap.copyOf(layout);
        LayoutEntry place = layout.get(id);
        if (place != null) {
            places = places.without(Set.of(id)).with(newId, place);
        }
        return withNodes(IdMap.<NodeDocument>copyOf(nodes).without(Set.of(id)).with(newId, node))
                .withLayout(places)
                .retargeted(target -> id.equals(target) ? newId : target);
    }

    private FlowDocument retargeted(UnaryOperator<@Nullable String> retarget) {
        return withNodes(IdMap.<NodeDocument>copyOf(nodes).map((_, node) -> node.retargeted(retarget)))
                .withHandlers(handlers.retargeted(retarget))
                .withStart(retarget.apply(start));
    }

    /// The flow with the exit of a node led to another node; the flow itself when there is no such node.
    ///
    /// @param target node id; `null` leaves the exit unwired
    public FlowDocument withExit(String nodeId, String exit, @Nullable String target) {
        return withNode(nodeId, node -> node.withExit(exit, target));
    }

    /// The flow with the text on a node's box changed; the flow itself when there is no such node.
    ///
    /// @param label `null` for the type's name
    public FlowDocument withLabel(String nodeId, @Nullable String label) {
        return withNode(nodeId, node -> node.withLabel(label));
    }

    public FlowDocument withLayout(String nodeId, LayoutEntry place) {
        return withLayout(IdMap.<LayoutEntry>copyOf(layout).with(nodeId, place));
    }

    /// The flow with several boxes moved in one step.
    public FlowDocument withLayoutOf(SequencedMap<String, LayoutEntry> places) {
        var all = new LinkedHashMap<>(layout);
        all.putAll(places);
        return withLayout(all);
    }

    public FlowDocument withoutLayout(String nodeId) {
        return withLayout(IdMap.<LayoutEntry>copyOf(layout).without(Set.of(nodeId)));
    }
}
