package org.ivrea.designer.workspace;

/// What a look at a file shows, against what is known of it.
///
/// @param <D> the document that the file holds
sealed interface Look<D> {

    /// As it was read or written last.
    record Same<D>() implements Look<D> {}

    /// Somebody wrote it.
    record Changed<D>(D document) implements Look<D> {}

    /// There was such a file, and there is none any more.
    record Gone<D>() implements Look<D> {}

    /// It cannot be edited: damaged, or of a newer release.
    record Broken<D>(BrokenFile file) implements Look<D> {}
}
