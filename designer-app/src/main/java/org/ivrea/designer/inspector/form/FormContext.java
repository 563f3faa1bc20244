package org.ivrea.designer.inspector.form;

import java.util.Objects;
import javafx.application.Platform;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// One node's form: which node it is, and what its editors share.
public final class FormContext {
    private final Surroundings around;
    private final FlowEditor editor;
    private final String node;
    private final NodeSpec spec;
    private final EditorFactory editors;
    private boolean refreshing;

    public FormContext(Surroundings around, FlowEditor editor, String node, NodeSpec spec, EditorFactory editors) {
        this.around = around;
        this.editor = editor;
        this.node = node;
        this.spec = spec;
        this.editors = editors;
    }

    public Surroundings around() {
        return around;
    }

    public FlowEditor editor() {
        return editor;
    }

    public FlowDocument flow() {
        return editor.document();
    }

    /// The node's id.
    public String node() {
        return node;
    }

    public NodeSpec spec() {
        return spec;
    }

    public FieldEditor editorOf(Slot slot) {
        return editors.editor(slot);
    }

    /// The node as it is now; one without anything when it has just been deleted.
    public NodeDocument document() {
        return Objects.requireNonNullElseGet(flow().node(node), () -> NodeDocument.of(spec.name()));
    }

    /// The flow as it was compiled last.
    public @Nullable CompiledFlow compiled() {
        return around.workspace().analysis().compiled().flow(editor.flow());
    }

    /// Makes an edit. While the form is brought up to date, which is when a field that goes away loses the focus, it is
    /// made afterwards: a listener of the flow must not edit it.
    public void apply(Edit edit) {
        if (refreshing) {
            Platform.runLater(() -> editor.apply(edit));
        } else {
            editor.apply(edit);
        }
    }

    /// As [#apply], and neither joined with what came before nor with what comes next.
    public void applyAlone(Edit edit) {
        seal();
        apply(edit);
        seal();
    }

    public void seal() {
        editor.seal();
    }

    /// Whether controls change because the document did, not because of the author.
    public boolean isRefreshing() {
        return refreshing;
    }

    public void refresh(Runnable work) {
        boolean before = refreshing;
        refreshing = true;
        try {
            work.run();
        } finally {
            refreshing = before;
        }
    }
}
