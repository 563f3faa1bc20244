package org.ivrea.designer.inspector.flow;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Panel;
import org.ivrea.designer.inspector.form.Surroundings;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.flow.json.JsonPointer;

/// What is shown while nothing is selected: the flow's own settings, and behind a switch the project's.
public final class FlowPanel implements Panel {
    private static final Messages TEXTS = Messages.of(FlowPanel.class);

    private final VBox view = new VBox();
    private final FlowForm flow;
    private final ProjectForm project;
    private final ToggleButton flowButton = button("tab.flow", "left-pill");
    private final ToggleButton projectButton = button("tab.project", "right-pill");

    public FlowPanel(Surroundings around, FlowEditor editor) {
        flow = new FlowForm(around, editor);
        project = new ProjectForm(around);
        view.getStyleClass().addAll("inspector-panel", "inspector-form");
        var group = new ToggleGroup();
        for (ToggleButton button : List.of(flowButton, projectButton)) {
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                choose();
            });
        }
        flowButton.setId("show-flow");
        projectButton.setId("show-project");
        var tabs = new HBox(flowButton, projectButton);
        tabs.getStyleClass().add("inspector-segments");
        flowButton.setSelected(true);
        view.getChildren().addAll(tabs, flow, project);
        choose();
    }

    private static ToggleButton button(String key, String style) {
        var button = new ToggleButton(TEXTS.get(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(style);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private void choose() {
        boolean shown = projectButton.isSelected();
        project.setVisible(shown);
        project.setManaged(shown);
        flow.setVisible(!shown);
        flow.setManaged(!shown);
        project.refresh();
    }

    public boolean showsProject() {
        return projectButton.isSelected();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void refresh(Analysis analysis) {
        flow.refresh(analysis);
        project.refresh();
    }

    @Override
    public void focus(JsonPointer pointer) {
        flowButton.setSelected(true);
        choose();
        flow.focus(pointer.tokens());
    }
}
