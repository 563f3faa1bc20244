package org.ivrea.designer.canvas;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.gesture.Workbench;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.Viewport;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Edits a box's title, or a comment's text, in its place. Enter or a click elsewhere keeps it (in a comment Ctrl+Enter,
/// as Enter begins a line), Escape does not.
final class TitleEditor {
    private static final double LEAST_WIDTH = 160;
    private static final double HEIGHT = 30;
    private static final String TEXT = "text";

    private final Workbench bench;
    private final Pane layer;
    private final Messages messages = Messages.of(TitleEditor.class);
    private @Nullable TextInputControl field;
    private @Nullable Box box;

    /// @param layer in which the editor is shown
    TitleEditor(Workbench bench, Pane layer) {
        this.bench = bench;
        this.layer = layer;
        bench.view().viewport().addListener(this::place);
    }

    void edit(Box edited) {
        close(true);
        NodeDocument node = bench.document().node(edited.id());
        if (node == null || bench.isReadOnly()) {
            return;
        }
        boolean comment = edited.node().isComment();
        TextInputControl input = comment ? new TextArea() : new TextField();
        input.setText(comment
                ? node.field(TEXT) instanceof Json.Str(String text) ? text : ""
                : Objects.requireNonNullElse(node.label(), ""));
        input.setId("title-editor");
        input.getStyleClass().add("title-editor");
        input.setPromptText(comment ? messages.get("comment") : edited.node().typeLabel());
        input.setAccessibleText(messages.get("rename", edited.node().title()));
        if (input instanceof TextArea area) {
            area.setWrapText(true);
        }
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> press(event, comment));
        input.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                close(true);
            }
        });
        field = input;
        box = edited;
        layer.getChildren().add(input);
        place();
        input.requestFocus();
        input.selectAll();
    }

    private void press(KeyEvent event, boolean comment) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close(false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && (!comment || event.isShortcutDown())) {
            close(true);
            event.consume();
        }
    }

    private void place() {
        if (field == null || box == null) {
            return;
        }
        Viewport viewport = bench.view().viewport();
        Bounds at = box.bounds();
        double x = viewport.viewX(at.x());
        double y = viewport.viewY(at.y());
        double width = Math.max(LEAST_WIDTH, at.width() * viewport.scale());
        field.setManaged(false);
        if (box.node().isComment()) {
            field.resizeRelocate(x, y, width, Math.max(2 * HEIGHT, at.height() * viewport.scale()));
        } else {
            field.resizeRelocate(x, y + 4 * viewport.scale(), width, HEIGHT);
        }
    }

    /// @param keep true to make what was typed an edit
    void close(boolean keep) {
        TextInputControl input = field;
        Box edited = box;
        if (input == null || edited == null) {
            return;
        }
        field = null;
        box = null;
        Node focused = input.getScene() == null ? null : input.getScene().getFocusOwner();
        layer.getChildren().remove(input);
        if (keep && bench.document().node(edited.id()) != null) {
            bench.apply(edit(edited, input.getText()));
            bench.editor().seal();
        }
        if (focused == input) {
            bench.view().requestFocus();
        }
    }

    private Edit edit(Box edited, String text) {
        if (!edited.node().isComment()) {
            return Nodes.label(bench.document(), edited.id(), text.isBlank() ? null : text.strip());
        }
        return Fields.set(edited.id(), JsonPointer.ROOT.child(TEXT), Json.of(text), messages.get("comment.text"));
    }
}
