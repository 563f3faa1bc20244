package org.ivrea.designer.edit;

import org.jspecify.annotations.Nullable;

/// Something whose edits can be taken back.
public interface Undoable {

    void undo();

    void redo();

    /// Completes "Undo …".
    ///
    /// @return `null` when there is nothing to undo
    @Nullable
    String undoName();

    /// Completes "Redo …".
    ///
    /// @return `null` when there is nothing to redo
    @Nullable
    String redoName();

    Steps steps();

    /// Undoes or redoes until so many steps are done.
    void goTo(int done);
}
