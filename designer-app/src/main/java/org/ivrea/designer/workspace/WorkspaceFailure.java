package org.ivrea.designer.workspace;

/// A project that cannot be opened at all. The message says why and what to do, to people.
public final class WorkspaceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    WorkspaceFailure(String message) {
        super(message);
    }
}
