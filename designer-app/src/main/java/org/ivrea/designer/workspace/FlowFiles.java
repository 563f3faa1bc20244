package org.ivrea.designer.workspace;

import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// From flows to their files and back.
public final class FlowFiles {
    private FlowFiles() {}

    /// The flow's file, relative to the project, as problems name it.
    public static String fileOf(String flow) {
        return ProjectFolder.FLOWS + "/" + flow + ProjectFolder.FLOW_SUFFIX;
    }

    /// The flow of a file that a problem names.
    ///
    /// @return `null` for any other file
    public static @Nullable String flowOf(@Nullable String file) {
        String folder = ProjectFolder.FLOWS + "/";
        if (file == null || !file.startsWith(folder) || !file.endsWith(ProjectFolder.FLOW_SUFFIX)) {
            return null;
        }
        return file.substring(folder.length(), file.length() - ProjectFolder.FLOW_SUFFIX.length());
    }
}
