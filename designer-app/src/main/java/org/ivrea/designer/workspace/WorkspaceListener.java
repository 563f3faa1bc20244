package org.ivrea.designer.workspace;

/// Told on the user interface's thread what happens to the flows of a project.
public interface WorkspaceListener {

    /// There is a new flow: created here, recovered, or found on disk.
    default void flowAdded(String flow) {}

    /// The flow is gone: deleted here or on disk, or its file cannot be read any more.
    default void flowRemoved(String flow) {}

    /// The flow has another name; its editor is the same object.
    default void flowRenamed(String flow, String newName) {}

    /// The flow has changes that are not on disk, or has them no longer.
    default void dirtyChanged(String flow, boolean dirty) {}

    /// The same for the settings.
    default void settingsDirtyChanged(boolean dirty) {}

    /// The file changed on disk; as there were no changes here, the editor took it over as an edit.
    default void flowReloaded(String flow) {}

    /// The file changed on disk, and there are changes here: the person must choose.
    default void conflictFound(DiskConflict conflict) {}

    /// There are other files that cannot be read than before.
    default void brokenFilesChanged() {}

    /// Prompts or tests were added, changed or removed on disk.
    default void otherFilesChanged() {}

    /// The project can no longer be saved here, or can be again: see [Workspace#isReadOnly].
    default void accessChanged() {}

    /// Unsaved changes would not survive a crash.
    ///
    /// @param message why, for people
    default void unprotected(String message) {}
}
