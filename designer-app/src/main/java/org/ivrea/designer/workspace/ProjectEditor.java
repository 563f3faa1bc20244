package org.ivrea.designer.workspace;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.ivrea.designer.edit.Steps;
import org.ivrea.designer.edit.Timeline;
import org.ivrea.designer.edit.Undoable;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;

/// The settings of an open project, with undo. All of it is used by one thread.
public final class ProjectEditor implements Undoable {

    /// Told after each change. Must not edit.
    @FunctionalInterface
    public interface Listener extends BiConsumer<ProjectDocument, ProjectDocument> {
        void changed(ProjectDocument before, ProjectDocument after);

        @Override
        default void accept(ProjectDocument before, ProjectDocument after) {
            changed(before, after);
        }
    }

    private final Timeline<ProjectDocument> timeline;
    private ProjectDocument saved;

    ProjectEditor(ProjectDocument document) {
        this.timeline = new Timeline<>(document);
        this.saved = document;
    }

    public ProjectDocument document() {
        return timeline.state();
    }

    /// Makes an edit. One that changes nothing leaves no trace.
    public void apply(ProjectEdit edit) {
        ProjectDocument after = edit.change().apply(document());
        if (!after.equals(document())) {
            timeline.step(edit.name(), after, edit.mergeKey());
        }
    }

    /// The next edit is undone by itself, whatever its merge key: the person left the field.
    public void seal() {
        timeline.seal();
    }

    @Override
    public void undo() {
        timeline.undo();
    }

    @Override
    public void redo() {
        timeline.redo();
    }

    @Override
    public @Nullable String undoName() {
        return timeline.undoName();
    }

    @Override
    public @Nullable String redoName() {
        return timeline.redoName();
    }

    @Override
    public Steps steps() {
        return timeline.steps();
    }

    @Override
    public void goTo(int done) {
        timeline.goTo(done);
    }

    public boolean isDirty() {
        return !saved.equals(document());
    }

    public void addListener(Listener listener) {
        timeline.addListener(listener);
    }

    public void removeListener(Listener listener) {
        timeline.removeListener(listener);
    }

    /// As [org.ivrea.designer.edit.FlowEditor#rewrite].
    void rewrite(UnaryOperator<ProjectDocument> change) {
        saved = change.apply(saved);
        timeline.rewrite(change);
    }

    ProjectDocument saved() {
        return saved;
    }

    void markSaved(ProjectDocument written) {
        saved = written;
        timeline.tellSame();
    }
}
