package org.ivrea.designer.servers.export;

import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.problem.Problem;

/// What the export needs of the window around it.
public interface ExportContext {

    Workspace workspace();

    /// The person wants to see a problem.
    void goTo(Problem problem);

    /// The person wants to see a call script that failed.
    void showTests();
}
