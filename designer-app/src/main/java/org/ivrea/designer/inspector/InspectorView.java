package org.ivrea.designer.inspector;

import impl.org.controlsfx.skin.DecorationPane;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.inspector.form.Sheets;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// The panel at the right of the canvas: shows what is selected, and edits it.
public final class InspectorView extends Region {
    private static final Messages TEXTS = Messages.of(InspectorView.class);
    private static final double MARGIN = 24;

    private final InspectorContext context;
    private final Panels panels;
    private final ScrollPane scroll = new ScrollPane();
    /// Marks at controls are drawn in it, so that they move with the form.
    private final DecorationPane decorations = new DecorationPane();
    private final ChangeListener<@Nullable Node> focusListener = (_, _, owner) -> focused(owner);
    private @Nullable FlowEditor editor;
    private @Nullable Panel panel;
    private @Nullable Object shown;
    private boolean showing;

    public InspectorView(InspectorContext context) {
        this.context = context;
        panels = new Panels(context);
        setId("inspector");
        getStyleClass().add("inspector");
        getStylesheets().add(Sheets.INSPECTOR);
        setAccessibleText(TEXTS.get("inspector"));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setContent(decorations);
        getChildren().add(scroll);
        setMinWidth(260);
        setPrefWidth(324);
        sceneProperty().addListener((_, before, after) -> {
            forget(before);
            if (after != null) {
                after.focusOwnerProperty().addListener(focusListener);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void forget(@Nullable Scene scene) {
        if (scene != null) {
            scene.focusOwnerProperty().removeListener(focusListener);
        }
    }

    /// Shows what is selected in a flow. Called after each change of any of the three.
    public void show(FlowEditor flow, Selection selection, Analysis analysis) {
        if (showing) {
            return;
        }
        showing = true;
        try {
            Object key = panels.key(flow, selection);
            if (!key.equals(shown)) {
                shown = key;
                editor = flow;
                panel = panels.panel(flow, selection);
                decorations.setRoot(panel.view());
                scroll.setVvalue(0);
            }
            if (panel != null) {
                panel.refresh(analysis);
            }
            // What cannot be saved would be lost.
            decorations.setDisable(context.workspace().isReadOnly());
        } finally {
            showing = false;
        }
    }

    /// What is in front is no flow that can be edited.
    public void showNothing() {
        shown = null;
        editor = null;
        panel = null;
        decorations.setRoot(new Region());
    }

    /// Puts the focus into the editor of a field, and makes it visible.
    ///
    /// @param pointer in the document, as problems have it; for a node that is not selected, nothing happens
    public void focusField(JsonPointer pointer) {
        if (panel != null && panels.isShown(shown, pointer)) {
            panel.focus(pointer);
        }
    }

    /// Undo of a text field would take back letters; here it takes back edits of the document, as everywhere.
    private void pressed(KeyEvent event) {
        FlowEditor flow = editor;
        if (flow == null || !event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean redo = event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z && event.isShiftDown();
        boolean undo = event.getCode() == KeyCode.Z && !event.isShiftDown();
        if (undo || redo) {
            if (!panels.undo(shown, redo)) {
                if (redo) {
                    flow.redo();
                } else {
                    flow.undo();
                }
            }
            event.consume();
        }
    }

    /// Whoever leaves a field begins a new step for undo.
    private void focused(@Nullable Node owner) {
        if (editor != null) {
            editor.seal();
        }
        panels.seal();
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == decorations) {
                reveal(Objects.requireNonNull(owner));
                return;
            }
        }
    }

    private void reveal(Node node) {
        if (decorations.getHeight() <= scroll.getViewportBounds().getHeight()) {
            return;
        }
        Bounds bounds = decorations.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double view = scroll.getViewportBounds().getHeight();
        double range = decorations.getHeight() - view;
        double top = scroll.getVvalue() * range;
        if (bounds.getMinY() - MARGIN < top) {
            scroll.setVvalue(Math.max(0, bounds.getMinY() - MARGIN) / range);
        } else if (bounds.getMaxY() + MARGIN > top + view) {
            double wanted = Math.min(bounds.getMaxY() + MARGIN - view, bounds.getMinY() - MARGIN);
            scroll.setVvalue(Math.min(range, wanted) / range);
        }
    }

    @Override
    protected void layoutChildren() {
        scroll.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
