package org.ivrea.deploy.difference;

/// What became of something.
public enum ChangeKind {
    ADDED, REMOVED, CHANGED;

    /// `added`, `removed` or `changed`.
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
