package org.ivrea.designer.edit;

import java.util.List;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Edits of what a node's fields say. Pointers are relative to the node: `/timeoutMs`, `/choices/0/keys`.
public final class Fields {
    private Fields() {}

    /// Sets a field, or a value inside one. Objects and arrays on the way are made where they are missing; an index one
    /// behind the last adds an item. Sets of the same value that follow each other are undone together: typing.
    ///
    /// @param label the field's name for people
    public static Edit set(String node, JsonPointer pointer, Json value, String label) {
        return Edit.of(EditNames.of("field", label),
                document -> document.withNode(node, it -> FieldValues.set(it, pointer, value)))
                .mergingBy(List.of("field", node, pointer));
    }

    /// Removes a field, an item or a member: the default applies.
    public static Edit reset(String node, JsonPointer pointer, String label) {
        return Edit.of(EditNames.of("reset", label),
                document -> document.withNode(node, it -> FieldValues.remove(it, pointer)));
    }

    /// Adds an item to an array, before the one at the index.
    public static Edit insertItem(String node, JsonPointer array, int index, Json item, String label) {
        return Edit.of(EditNames.of("item.add", label),
                document -> document.withNode(node, it -> FieldValues.insert(it, array, index, item)));
    }

    /// Moves an item of an array.
    public static Edit moveItem(String node, JsonPointer array, int from, int to, String label) {
        return Edit.of(EditNames.of("item.move", label),
                document -> document.withNode(node, it -> FieldValues.move(it, array, from, to)));
    }

    /// Changes the name of an exit that stands in a field, such as that of a menu's choice, and keeps the wire: the new
    /// exit leads where the old one led. Meant for a finished name, not for each letter typed.
    public static Edit renameExit(FlowDocument flow, String node, JsonPointer pointer, String newName) {
        NodeDocument before = flow.node(node);
        Json old = before == null ? null : FieldValues.get(before, pointer);
        String oldName = old == null ? null : old.asText();
        return Edit.of(EditNames.of("exit", oldName == null ? "" : oldName, newName),
                document -> document.withNode(node, it -> renamedExit(it, pointer, newName)));
    }

    private static NodeDocument renamedExit(NodeDocument node, JsonPointer pointer, String newName) {
        Json old = FieldValues.get(node, pointer);
        String oldName = old == null ? null : old.asText();
        NodeDocument changed = FieldValues.set(node, pointer, Json.of(newName));
        if (oldName == null || oldName.equals(newName) || !node.exits().containsKey(oldName)) {
            return changed;
        }
        boolean stillUsed = FieldValues.siblings(changed, pointer).contains(Json.of(oldName));
        if (newName.isEmpty() || node.exits().containsKey(newName)) {
            return stillUsed || newName.isEmpty() ? changed : changed.withoutExit(oldName);
        }
        NodeDocument led = changed.withExit(newName, node.target(oldName));
        return stillUsed ? led : led.withoutExit(oldName);
    }

    /// The value at the pointer.
    ///
    /// @return `null` when the node has none there
    public static @Nullable Json get(NodeDocument node, JsonPointer pointer) {
        return FieldValues.get(node, pointer);
    }

    /// The pointer relative to the node, from one that a problem has: `/timeoutMs` for `/nodes/menu/timeoutMs`.
    ///
    /// @return `null` when it points to nothing inside a node
    public static @Nullable JsonPointer inNode(JsonPointer inDocument) {
        List<String> tokens = inDocument.tokens();
        if (tokens.size() < 2 || !tokens.getFirst().equals("nodes")) {
            return null;
        }
        JsonPointer pointer = JsonPointer.ROOT;
        for (String token : tokens.subList(2, tokens.size())) {
            pointer = pointer.child(token);
        }
        return pointer;
    }
}
