package org.ivrea.deploy.difference;

import java.util.List;

/// A node that is not what it was.
///
/// @param title      its label, or its type's name, as people know it
/// @param annotation true for comments and groups, which never run
/// @param fields     that changed; empty for a node that was added or removed
/// @param exits      that lead elsewhere; empty for a node that was added or removed
public record NodeDifference(String id, ChangeKind kind, String title, String type, boolean annotation,
        List<FieldChange> fields, List<ExitChange> exits) {
    private static final String NOTE = "/note";

    public NodeDifference {
        fields = List.copyOf(fields);
        exits = List.copyOf(exits);
    }

    /// Whether calls may run differently for it.
    public boolean isLogic() {
        return !annotation && (kind != ChangeKind.CHANGED || !exits.isEmpty()
                || fields.stream().anyMatch(field -> !field.pointer().toString().equals(NOTE)));
    }
}
