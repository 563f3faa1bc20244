package org.ivrea.designer.inspector;

import java.util.List;
import java.util.Objects;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.inspector.flow.EdgePanel;
import org.ivrea.designer.inspector.flow.FlowPanel;
import org.ivrea.designer.inspector.flow.ManyPanel;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.workspace.ProjectEditor;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Chooses what is shown for a selection.
final class Panels {
    private final InspectorContext context;
    private @Nullable FlowPanel flowPanel;

    /// Selections with equal keys are shown by one and the same panel.
    ///
    /// @param node the id of the one selected node; empty for another selection
    /// @param type of that node
    private record Key(FlowEditor editor, String node, String type, Selection selection) {}

    Panels(InspectorContext context) {
        this.context = context;
    }

    Object key(FlowEditor editor, Selection selection) {
        Selection live = selection.within(editor.document());
        if (live.nodes().size() == 1 && live.edges().isEmpty()) {
            String id = live.nodes().first();
            NodeDocument node = Objects.requireNonNull(editor.document().node(id));
            return new Key(editor, id, node.type(), Selection.NONE);
        }
        return new Key(editor, "", "", live);
    }

    Panel panel(FlowEditor editor, Selection selection) {
        flowPanel = null;
        Selection live = selection.within(editor.document());
        if (live.isEmpty()) {
            var panel = new FlowPanel(context, editor);
            flowPanel = panel;
            return panel;
        }
        if (live.nodes().isEmpty() && live.edges().size() == 1) {
            return new EdgePanel(context, editor, live.edges().first());
        }
        if (live.nodes().size() == 1 && live.edges().isEmpty()) {
            String id = live.nodes().first();
            String type = Objects.requireNonNull(editor.document().node(id)).type();
            NodeSpec spec = context.workspace().registry().spec(type);
            return spec == null ? new UnknownNodePanel(editor, id) : new NodePanel(context, editor, id, spec);
        }
        return new ManyPanel(context, editor, live);
    }

    /// Whether the pointer is of what is shown.
    boolean isShown(@Nullable Object shown, JsonPointer pointer) {
        List<String> tokens = pointer.tokens();
        boolean inNode = tokens.size() > 1 && tokens.getFirst().equals("nodes");
        return shown instanceof Key key && (inNode
                ? tokens.get(1).equals(key.node())
                : key.selection().isEmpty()
                        && key.node().isEmpty());
    }

    /// Takes back an edit of the project's settings, when these are shown.
    boolean undo(@Nullable Object shown, boolean redo) {
        if (flowPanel == null || !flowPanel.showsProject() || !(shown instanceof Key)) {
            return false;
        }
        ProjectEditor settings = context.workspace().settings();
        if (redo) {
            settings.redo();
        } else {
            settings.undo();
        }
        return true;
    }

    void seal() {
        context.workspace().settings().seal();
    }
}
