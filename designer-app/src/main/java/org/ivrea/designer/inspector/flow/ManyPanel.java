package org.ivrea.designer.inspector.flow;

import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.inspector.form.Surroundings;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.engine.spec.NodeSpec;
import org.ivrea.flow.document.NodeDocument;

/// Several nodes and wires at once: how many of what, and what can be done with all of them.
public final class ManyPanel implements Panel {
    private static final Messages TEXTS = Messages.of(ManyPanel.class);

    private final Surroundings around;
    private final FlowEditor editor;
    private final Selection selection;
    private final VBox view = new VBox();
    private final VBox counts = new VBox(3);
    private final Button disable;

    public ManyPanel(Surroundings around, FlowEditor editor, Selection selection) {
        this.around = around;
        this.editor = editor;
        this.selection = selection;
        view.getStyleClass().addAll("inspector-panel", "inspector-form");
        var title = new Label(title(selection));
        title.setId("inspector-title");
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        Button duplicate = button("many-duplicate", "many.duplicate",
                () -> editor.apply(Nodes.duplicate(editor.document(), selection.nodes())));
        disable = button("many-disable", "many.disable", () -> editor.apply(
                Nodes.disable(editor.document(), selection.nodes(), !allDisabled())));
        Button delete = button("many-delete", "many.delete",
                () -> editor.apply(Nodes.delete(editor.document(), selection)));
        delete.getStyleClass().addAll("danger", "button-outlined");
        var actions = new FlowPane(6, 6, duplicate, disable, delete);
        if (selection.nodes().isEmpty()) {
            actions.getChildren().removeAll(duplicate, disable);
        }
        view.getChildren().addAll(title, counts, actions);
        if (selection.nodes().size() > 1) {
            view.getChildren().addAll(caption("many.align"), row("flow.alignLeft", "flow.alignCentre",
                    "flow.alignRight", "flow.alignTop", "flow.alignMiddle", "flow.alignBottom"),
                    caption("many.distribute"), row("flow.distributeHorizontally", "flow.distributeVertically"),
                    caption("many.together"), new FlowPane(6, 6, command("flow.tidy"), command("flow.group"),
                            command("flow.extract")));
        }
        view.getChildren().add(Labels.muted(TEXTS.get("many.help")));
    }

    private static Label caption(String key) {
        var label = new Label(TEXTS.get(key));
        label.getStyleClass().add("inspector-label");
        return label;
    }

    /// Buttons with pictures of where the boxes go.
    private FlowPane row(String... commands) {
        var row = new FlowPane(4, 4);
        for (String command : commands) {
            var picture = new Region();
            picture.getStyleClass().addAll("arrange-picture", command.substring(command.indexOf('.') + 1));
            var button = command(command);
            button.setText(null);
            button.setGraphic(picture);
            button.getStyleClass().add("arrange-button");
            button.setTooltip(new Tooltip(TEXTS.get(command)));
            button.setAccessibleText(TEXTS.get(command));
            button.setDisable(command.startsWith("flow.distribute") && selection.nodes().size() < 3);
            row.getChildren().add(button);
        }
        return row;
    }

    private Button command(String command) {
        return button("many-" + command.substring(command.indexOf('.') + 1), command, () -> around.run(command));
    }

    private static String title(Selection selection) {
        String nodes = TEXTS.get("many.nodes", selection.nodes().size());
        String wires = TEXTS.get("many.wires", selection.edges().size());
        if (selection.edges().isEmpty()) {
            return nodes;
        }
        return selection.nodes().isEmpty() ? wires : TEXTS.get("many.both", nodes, wires);
    }

    private static Button button(String id, String key, Runnable action) {
        var button = new Button(TEXTS.get(key));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private boolean allDisabled() {
        return selection.nodes().stream().allMatch(id -> {
            NodeDocument node = editor.document().node(id);
            return node == null || node.disabled() || node.isAnnotation();
        });
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh(Analysis analysis) {
        Map<String, Integer> byType = new TreeMap<>();
        for (String id : selection.nodes()) {
            NodeDocument node = editor.document().node(id);
            if (node != null) {
                NodeSpec spec = around.workspace().registry().spec(node.type());
                byType.merge(spec == null ? node.type() : spec.label(), 1, Integer::sum);
            }
        }
        counts.getChildren().setAll(byType.entrySet().stream()
                .map(entry -> Labels.muted(TEXTS.get("many.count", entry.getValue(), entry.getKey()))).toList());
        disable.setText(TEXTS.get(allDisabled() ? "many.enable" : "many.disable"));
    }
}
