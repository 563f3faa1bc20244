package org.ivrea.designer.window;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import org.ivrea.designer.canvas.CanvasContext;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.designer.workspace.BrokenFile;
import org.ivrea.designer.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/// The tab of one flow: its canvas, or the text of a file that cannot be edited. What it shows is made when it comes to
/// the front for the first time.
final class FlowTab extends Tab {
    private static final Messages TEXTS = Messages.of(FlowTab.class);

    private final Workspace workspace;
    private final CanvasContext context;
    private final Label name = new Label();
    private final Circle dirty = new Circle(3.5);
    private String flow;
    private @Nullable FlowCanvas canvas;

    FlowTab(String flow, Workspace workspace, CanvasContext context) {
        this.flow = flow;
        this.workspace = workspace;
        this.context = context;
        dirty.getStyleClass().add("dirty-mark");
        var header = new HBox(7, name, dirty);
        header.getStyleClass().add("flow-tab-header");
        setGraphic(header);
        getStyleClass().add("flow-tab");
        setTooltip(new Tooltip());
        selectedProperty().subscribe(selected -> {
            if (selected) {
                fill();
            }
        });
        named(flow);
    }

    String flow() {
        return flow;
    }

    /// The flow has another name now.
    void named(String newName) {
        flow = newName;
        setId("tab-" + newName);
        name.setText(newName);
        refresh();
    }

    Optional<FlowCanvas> canvas() {
        return Optional.ofNullable(canvas);
    }

    boolean isBroken() {
        return workspace.brokenFlows().containsKey(flow);
    }

    /// Shows whether the flow is saved, what is wrong with it, and whether it can be edited.
    void refresh() {
        Optional<FlowEditor> editor = workspace.editor(flow);
        boolean unsaved = editor.map(FlowEditor::isDirty).orElse(false);
        dirty.setVisible(unsaved);
        dirty.setManaged(unsaved);
        String title = editor.map(it -> it.document().name()).orElse(flow);
        getTooltip().setText(isBroken()
                ? TEXTS.get("tab.broken", flow)
                : unsaved ? TEXTS.get("tab.unsaved", title) : title);
        name.setGraphic(isBroken() ? Icons.of("alert-triangle", 12) : null);
        name.setAccessibleText(getTooltip().getText());
        if (canvas != null) {
            canvas.setProblems(workspace.analysis().problemsOf(flow));
            canvas.setReadOnly(workspace.isReadOnly());
        }
    }

    /// Makes what it shows, again if the flow has become broken or whole.
    void fill() {
        BrokenFile broken = workspace.brokenFlows().get(flow);
        Optional<FlowEditor> editor = workspace.editor(flow);
        if (broken != null) {
            closeCanvas();
            setContent(new BrokenFileView(broken));
        } else if (editor.isPresent() && (canvas == null || canvas.editor() != editor.get())) {
            closeCanvas();
            var made = new FlowCanvas(editor.get(), context);
            canvas = made;
            setContent(made);
            refresh();
        }
    }

    /// What it shows, if it has been in front.
    @Nullable
    Node shown() {
        return getContent();
    }

    void closeCanvas() {
        if (canvas != null) {
            canvas.close();
            canvas = null;
            setContent(null);
        }
    }
}
