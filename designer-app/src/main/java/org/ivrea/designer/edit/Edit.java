package org.ivrea.designer.edit;

import java.util.function.UnaryOperator;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// One thing that a person does to a flow, and that one undo takes back.
///
/// @param name     completes "Undo …" in menus, such as `move of 3 nodes`
/// @param change   from document to document; pure, as redo does not run it again
/// @param select   what is selected afterwards; `null` for the same as before, as far as it is still there
/// @param mergeKey edits with equal keys that follow each other at once are undone in one step: typing in one field.
///                 `null` for never
public record Edit(String name, UnaryOperator<FlowDocument> change, @Nullable Selection select,
        @Nullable Object mergeKey) {

    public static Edit of(String name, UnaryOperator<FlowDocument> change) {
        return new Edit(name, change, null, null);
    }

    public Edit selecting(Selection selection) {
        return new Edit(name, change, selection, mergeKey);
    }

    public Edit mergingBy(Object key) {
        return new Edit(name, change, select, key);
    }
}
