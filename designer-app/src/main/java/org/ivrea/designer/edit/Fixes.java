package org.ivrea.designer.edit;

import org.ivrea.flow.problem.Fix;

/// Edits that solve problems.
public final class Fixes {
    private Fixes() {}

    /// What a problem offers to do about it, to be undone like anything else.
    public static Edit of(Fix fix) {
        String label = fix.label();
        return Edit.of(EditNames.of("fix", label), fix.edit());
    }
}
