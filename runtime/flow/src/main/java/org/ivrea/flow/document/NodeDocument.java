package org.ivrea.flow.document;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A node as its file says it. What the fields mean is the business of the node type.
///
/// @param type     the node type's name, known or not
/// @param label    free text on the box; `null` when the type's name will do
/// @param note     the author's remark; no part of the logic
/// @param disabled true when calls pass the node by
/// @param fields   every member that is not named here, as the file has it
/// @param exits    where each exit leads, sorted by exit name
public record NodeDocument(String type, @Nullable String label, @Nullable String note, boolean disabled,
        SequencedMap<String, Json> fields, SequencedMap<String, ExitTarget> exits) {

    /// The names of the members that every node has; no field is named so.
    public static final Set<String> KNOWN = Set.of("type", "label", "note", "disabled", "exits");

    private static final String COMMENT = "comment";
    private static final String GROUP = "group";

    public NodeDocument {
        fields = Members.copyOfUnknown(fields, KNOWN);
        exits = IdMap.copyOf(exits);
    }

    /// A node without label, fields and exits.
    public static NodeDocument of(String type) {
        return new NodeDocument(type, null, null, false, new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// True for comments and groups: they are for the reader of the flow and never run.
    public boolean isAnnotation() {
        return type.equals(COMMENT) || type.equals(GROUP);
    }

    public @Nullable Json field(String name) {
        return fields.get(name);
    }

    /// The id of the node that the exit leads to; `null` when it is not wired or not listed.
    public @Nullable String target(String exit) {
        ExitTarget target = exits.get(exit);
        return target == null ? null : target.nodeId();
    }

    public NodeDocument withType(String newType) {
        return new NodeDocument(newType, label, note, disabled, fields, exits);
    }

    public NodeDocument withLabel(@Nullable String newLabel) {
        return new NodeDocument(type, newLabel, note, disabled, fields, exits);
    }

    public NodeDocument withNote(@Nullable String newNote) {
        return new NodeDocument(type, label, newNote, disabled, fields, exits);
    }

    public NodeDocument withDisabled(boolean newDisabled) {
        return new NodeDocument(type, label, note, newDisabled, fields, exits);
    }

    public NodeDocument withFields(SequencedMap<String, Json> newFields) {
        return new NodeDocument(type, label, note, disabled, newFields, exits);
    }

    /// The node with the field set.
    ///
    /// @param value `null` removes the field
    public NodeDocument withField(String name, @Nullable Json value) {
        return withFields(Members.with(fields, name, value));
    }

    public NodeDocument withExits(SequencedMap<String, ExitTarget> newExits) {
        return new NodeDocument(type, label, note, disabled, fields, newExits);
    }

    /// The node with the exit listed and led to another node.
    ///
    /// @param target node id; `null` leaves the exit unwired
    public NodeDocument withExit(String exit, @Nullable String target) {
        return withExits(IdMap.<ExitTarget>copyOf(exits).with(exit, ExitTarget.of(target)));
    }

    /// The node without the exit being listed at all, wired or not.
    public NodeDocument withoutExit(String exit) {
        return exits.containsKey(exit) ? withExits(IdMap.<ExitTarget>copyOf(exits).without(Set.of(exit))) : this;
    }

    /// The node with every exit led to what `retarget` gives for its target; this node itself when nothing changed.
    NodeDocument retargeted(UnaryOperator<@Nullable String> retarget) {
        IdMap<ExitTarget> changed = IdMap.<ExitTarget>copyOf(exits)
                .map((_, target) -> ExitTarget.of(retarget.apply(target.nodeId())));
        return changed.equals(exits) ? this : withExits(changed);
    }
}
