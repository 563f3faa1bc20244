package org.ivrea.designer.edit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// One open flow: its document, what is selected, and undo. All of it is used by one thread, which in the app is the
/// JavaFX thread; documents may be handed to any thread.
public final class FlowEditor {

    /// Told after each change, on the editor's thread. Must not edit the same flow.
    @FunctionalInterface
    public interface Listener {
        /// Documents and selections are the same objects where they did not change.
        void changed(FlowState before, FlowState after);
    }

    private final History<FlowState> history = new History<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private String flow;
    private FlowState state;
    private FlowDocument saved;
    private boolean telling;

    /// @param flow     the flow's name in the project
    /// @param document as it is on disk
    public FlowEditor(String flow, FlowDocument document) {
        this.flow = flow;
        this.state = new FlowState(document, Selection.NONE);
        this.saved = document;
    }

    /// The flow's name in the project. Changes when the flow is renamed.
    public String flow() {
        return flow;
    }

    public FlowState state() {
        return state;
    }

    public FlowDocument document() {
        return state.document();
    }

    public Selection selection() {
        return state.selection();
    }

    /// Makes an edit. One that changes nothing leaves no trace in the history, but selects what it says.
    public void apply(Edit edit) {
        FlowState before = state;
        FlowDocument document = edit.change().apply(before.document());
        Selection wanted = edit.select() == null ? before.selection() : edit.select();
        FlowState after = new FlowState(document, wanted.within(document));
        if (!Sameness.of(document, before.document())) {
            history.add(edit.name(), before, after, edit.mergeKey());
        } else {
            after = new FlowState(before.document(), after.selection());
        }
        enter(after);
    }

    /// Selects. Selecting is no edit, and is not undone by itself; it ends a series of merged edits.
    public void select(Selection selection) {
        Selection live = selection.within(document());
        if (!live.equals(state.selection())) {
            history.seal();
            enter(new FlowState(document(), live));
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

    /// Completes "Undo …".
    ///
    /// @return `null` when there is nothing to undo
    public @Nullable String undoName() {
        return history.undoName();
    }

    /// Completes "Redo …".
    ///
    /// @return `null` when there is nothing to redo
    public @Nullable String redoName() {
        return history.redoName();
    }

    /// True when the document is not what was opened or saved last.
    public boolean isDirty() {
        return !Sameness.of(saved, document());
    }

    /// The document as it was opened or saved last.
    public FlowDocument saved() {
        return saved;
    }

    /// The flow has another name in the project.
    public void renameFlow(String newName) {
        flow = newName;
    }

    /// Changes the document, and every state that undo and redo bring back, as if it had always been so: something that
    /// the flow refers to has a new name, and undo must not bring the old one back.
    public void rewrite(UnaryOperator<FlowDocument> change) {
        UnaryOperator<FlowState> rewritten = it -> {
            FlowDocument document = change.apply(it.document());
            return document == it.document() ? it : new FlowState(document, it.selection());
        };
        history.replaceAll(rewritten);
        saved = change.apply(saved);
        enter(rewritten.apply(state));
    }

    /// The document was written to disk.
    public void markSaved(FlowDocument written) {
        saved = written;
        tell(state, state);
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private void enter(@Nullable FlowState after) {
        if (telling) {
            throw new IllegalStateException("a listener of \"" + flow + "\" must not edit it");
        }
        if (after != null) {
            FlowState before = state;
            state = after;
            tell(before, after);
        }
    }

    private void tell(FlowState before, FlowState after) {
        telling = true;
        try {
            listeners.forEach(listener -> listener.changed(before, after));
        } finally {
            telling = false;
        }
    }
}
