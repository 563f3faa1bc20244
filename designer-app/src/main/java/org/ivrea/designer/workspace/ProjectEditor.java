package org.ivrea.designer.workspace;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.ivrea.designer.edit.History;
import org.ivrea.flow.project.ProjectDocument;
import org.jspecify.annotations.Nullable;

/// The settings of an open project, with undo. All of it is used by one thread.
public final class ProjectEditor {

    /// Told after each change. Must not edit.
    @FunctionalInterface
    public interface Listener {
        void changed(ProjectDocument before, ProjectDocument after);
    }

    private final History<ProjectDocument> history = new History<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private ProjectDocument document;
    private ProjectDocument saved;
    private boolean telling;

    ProjectEditor(ProjectDocument document) {
        this.document = document;
        this.saved = document;
    }

    public ProjectDocument document() {
        return document;
    }

    /// Makes an edit. One that changes nothing leaves no trace.
    public void apply(ProjectEdit edit) {
        ProjectDocument before = document;
        ProjectDocument after = edit.change().apply(before);
        if (!after.equals(before)) {
            history.add(edit.name(), before, after, edit.mergeKey());
            enter(after);
        }
    }

    /// The next edit is undone by itself, whatever its merge key: the person left the field.
    public void seal() {
        history.seal();
    }

    public void undo() {
        enter(history.undo());
    }

    public void redo() {
        enter(history.redo());
    }

    /// @return `null` when there is nothing to undo
    public @Nullable String undoName() {
        return history.undoName();
    }

    /// @return `null` when there is nothing to redo
    public @Nullable String redoName() {
        return history.redoName();
    }

    public boolean isDirty() {
        return !saved.equals(document);
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /// As [org.ivrea.designer.edit.FlowEditor#rewrite].
    void rewrite(UnaryOperator<ProjectDocument> change) {
        history.replaceAll(change);
        saved = change.apply(saved);
        enter(change.apply(document));
    }

    ProjectDocument saved() {
        return saved;
    }

    void markSaved(ProjectDocument written) {
        saved = written;
        tell(document, document);
    }

    private void enter(@Nullable ProjectDocument after) {
        if (telling) {
            throw new IllegalStateException("a listener of the settings must not edit them");
        }
        if (after != null) {
            ProjectDocument before = document;
            document = after;
            tell(before, after);
        }
    }

    private void tell(ProjectDocument before, ProjectDocument after) {
        telling = true;
        try {
            listeners.forEach(listener -> listener.changed(before, after));
        } finally {
            telling = false;
        }
    }
}
