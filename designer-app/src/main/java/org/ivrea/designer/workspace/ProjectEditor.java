package org.ivrea.designer.workspace;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.ivrea.designer.edit.Timeline;
import org.ivrea.flow.project.ProjectDocument;

/// The settings of an open project, with undo. All of it is used by one thread.
public final class ProjectEditor extends Timeline<ProjectDocument> {

    /// Told after each change. Must not edit.
    @FunctionalInterface
    public interface Listener extends BiConsumer<ProjectDocument, ProjectDocument> {
        void changed(ProjectDocument before, ProjectDocument after);

        @Override
        default void accept(ProjectDocument before, ProjectDocument after) {
            changed(before, after);
        }
    }

    private ProjectDocument saved;

    ProjectEditor(ProjectDocument document) {
        super(document);
        this.saved = document;
    }

    public ProjectDocument document() {
        return state();
    }

    /// Makes an edit. One that changes nothing leaves no trace.
    public void apply(ProjectEdit edit) {
        ProjectDocument after = edit.change().apply(document());
        if (!after.equals(document())) {
            step(edit.name(), after, edit.mergeKey());
        }
    }

    public boolean isDirty() {
        return !saved.equals(document());
    }

    /// As [org.ivrea.designer.edit.FlowEditor#rewrite].
    void rewrite(UnaryOperator<ProjectDocument> change) {
        saved = change.apply(saved);
        rewriteAll(change);
    }

    ProjectDocument saved() {
        return saved;
    }

    void markSaved(ProjectDocument written) {
        saved = written;
        tellSame();
    }
}
