package org.ivrea.designer.workspace;

import java.util.function.UnaryOperator;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;

/// One thing that a person does to the settings of a project.
///
/// @param name     completes "Undo …"
/// @param mergeKey as of [org.ivrea.designer.edit.Edit]
public record ProjectEdit(String name, UnaryOperator<ProjectDocument> change, @Nullable Object mergeKey) {

    public static ProjectEdit of(String name, UnaryOperator<ProjectDocument> change) {
        return new ProjectEdit(name, change, null);
    }

    public ProjectEdit mergingBy(Object key) {
        return new ProjectEdit(name, change, key);
    }
}
