package org.ivrea.deploy.difference;

import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// A value in a document that is not what it was.
///
/// @param pointer from the object that the change belongs to: the node, the flow or the settings. It counts in the new
///                list where an item was added or changed, in the old one where it was removed
/// @param before  `null` when it was not there
/// @param after   `null` when it is not there any more
public record FieldChange(JsonPointer pointer, @Nullable Json before, @Nullable Json after) {

    public ChangeKind kind() {
        if (before == null) {
            return ChangeKind.ADDED;
        }
        return after == null ? ChangeKind.REMOVED : ChangeKind.CHANGED;
    }
}
