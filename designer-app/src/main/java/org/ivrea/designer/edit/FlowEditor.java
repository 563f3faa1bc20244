package org.ivrea.designer.edit;

import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.ivrea.flow.document.FlowDocument;

/// One open flow: its document, what is selected, and undo. All of it is used by one thread, which in the app is the
/// JavaFX thread; documents may be handed to any thread.
public final class FlowEditor extends Timeline<FlowState> {

    /// Told after each change, on the editor's thread. Must not edit the same flow.
    @FunctionalInterface
    public interface Listener extends BiConsumer<FlowState, FlowState> {
        /// Documents and selections are the same objects where they did not change.
        void changed(FlowState before, FlowState after);

        @Override
        default void accept(FlowState before, FlowState after) {
            changed(before, after);
        }
    }

    private String flow;
    private FlowDocument saved;

    /// @param flow     the flow's name in the project
    /// @param document as it is on disk
    public FlowEditor(String flow, FlowDocument document) {
        super(new FlowState(document, Selection.NONE));
        this.flow = flow;
        this.saved = document;
    }

    /// The flow's name in the project. Changes when the flow is renamed.
    public String flow() {
        return flow;
    }

    public FlowDocument document() {
        return state().document();
    }

    public Selection selection() {
        return state().selection();
    }

    /// Makes an edit. One that changes nothing leaves no trace in the history, but selects what it says.
    public void apply(Edit edit) {
        FlowState before = state();
        FlowDocument document = edit.change().apply(before.document());
        Selection wanted = edit.select() == null ? before.selection() : edit.select();
        if (Sameness.of(document, before.document())) {
            enter(new FlowState(before.document(), wanted.within(before.document())));
        } else {
            step(edit.name(), new FlowState(document, wanted.within(document)), edit.mergeKey());
        }
    }

    /// Selects. Selecting is no edit, and is not undone by itself; it ends a series of merged edits.
    public void select(Selection selection) {
        Selection live = selection.within(document());
        if (!live.equals(selection())) {
            seal();
            enter(new FlowState(document(), live));
        }
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
        saved = change.apply(saved);
        rewriteAll(it -> {
            FlowDocument document = change.apply(it.document());
            return document == it.document() ? it : new FlowState(document, it.selection());
        });
    }

    /// The document was written to disk.
    public void markSaved(FlowDocument written) {
        saved = written;
        tellSame();
    }
}
