package org.ivrea.designer.workspace;

/// What became of saving.
public sealed interface SaveOutcome {

    /// It is on disk, or there was nothing to save.
    record Saved() implements SaveOutcome {}

    /// The file was changed by somebody else: nothing was written. The choices are [Workspace#takeTheirs] and
    /// [Workspace#keepMine], after which saving works.
    record Conflict(DiskConflict conflict) implements SaveOutcome {}

    /// Nothing was written.
    ///
    /// @param message why, and what to do, for people
    record Failed(String message) implements SaveOutcome {}

    default boolean isSaved() {
        return this instanceof Saved;
    }
}
