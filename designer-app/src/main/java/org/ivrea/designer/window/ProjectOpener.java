package org.ivrea.designer.window;

import java.nio.file.Path;
import org.ivrea.designer.workspace.Workspace;

/// Opens the project in a folder. It is not analysed yet.
@FunctionalInterface
interface ProjectOpener {
    Workspace open(Path folder) throws Exception;
}
