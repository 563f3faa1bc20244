package org.ivrea.designer.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.JsonTexts;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.designer.inspector.flow.PlainRow;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// A node of a type that nobody here knows: its fields as JSON.
final class UnknownNodePanel implements Panel {
    private static final Messages TEXTS = Messages.of(UnknownNodePanel.class);
    private static final int LINES = 14;

    private final FlowEditor editor;
    private final String id;
    private final VBox view = new VBox();
    private final VBox messages = new VBox(3);
    private final PlainRow label;
    private final PlainRow fields;

    UnknownNodePanel(FlowEditor editor, String id) {
        this.editor = editor;
        this.id = id;
        view.getStyleClass().addAll("inspector-panel", "inspector-form");
        label = PlainRow.text("node-label", TEXTS.get("label"),
                () -> node().label() == null ? "" : String.valueOf(node().label()),
                text -> editor.apply(Nodes.label(editor.document(), id, text)));
        fields = PlainRow.area("node-json", TEXTS.get("unknown.json"), LINES,
                () -> JsonTexts.of(Json.obj(node().fields())), this::typed);
        if (fields.control() instanceof TextArea area) {
            area.getStyleClass().add("inspector-mono");
        }
        view.getChildren().addAll(
                new NodeHeader("help-circle", "structure", node().type(), TEXTS.get("unknown.help"), null), messages,
                label,
                fields);
    }

    private NodeDocument node() {
        NodeDocument node = editor.document().node(id);
        return node == null ? NodeDocument.of("") : node;
    }

    private void typed(String text) {
        fields.object(switch (JsonTexts.typed(text)) {
            case Typed.Value(Json.Obj(var members)) -> commit(members);
            case Typed.Value _,Typed.Nothing _ -> TEXTS.get("unknown.object");
            case Typed.Wrong(String message) -> message;
        });
    }

    private @Nullable String commit(SequencedMap<String, Json> members) {
        for (String name : members.keySet()) {
            if (NodeDocument.KNOWN.contains(name)) {
                return TEXTS.get("unknown.reserved", name);
            }
        }
        var copy = new LinkedHashMap<>(members);
        editor.apply(Edit.of(TEXTS.get("unknown.edit"),
                flow -> flow.withNode(id, node -> node.withFields(copy))).mergingBy(List.of("unknown", id)));
        return null;
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh(Analysis analysis) {
        label.refresh();
        boolean same = fields.control() instanceof TextArea area
                && (JsonTexts.typed(area.getText()) instanceof Typed.Value(Json shown)
                        && shown.equals(Json.obj(node().fields()))
                        || area.isFocused() && JsonTexts.typed(area.getText()) instanceof Typed.Wrong);
        if (!same) {
            fields.refresh();
        }
        JsonPointer at = JsonPointer.ROOT.child("nodes").child(id);
        messages.getChildren().setAll(analysis.problemsOf(editor.flow()).stream()
                .filter(problem -> problem.pointer().isWithin(at)).map(Marks::message).toList());
    }

    @Override
    public void focus(JsonPointer pointer) {
        fields.control().requestFocus();
    }
}
