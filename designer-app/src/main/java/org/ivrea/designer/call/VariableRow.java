package org.ivrea.designer.call;

import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.CallSession;
import org.ivrea.designer.simulation.Evaluation;
import org.ivrea.designer.simulation.FrameState.Variable;

/// A variable and its value, which can be changed by a click while there is a call.
final class VariableRow extends VBox {
    private final CallModel model;
    private final Executor ui;
    private final int depth;
    private final String name;
    private final boolean text;
    private final Label value = Parts.label("", "ivrea-mono", "variable-value");
    private final TextField field = new TextField();
    private final Label problem = Parts.label("", "ivrea-error", "ivrea-small");

    VariableRow(CallModel model, Executor ui, int depth, Variable variable) {
        this.model = model;
        this.ui = ui;
        this.depth = depth;
        this.name = variable.name();
        this.text = variable.type() == org.ivrea.engine.expression.ValueType.STRING;
        setId("variable-" + name);
        Label label = Parts.label(name, "ivrea-mono", "variable-name");
        label.setTooltip(new Tooltip(name + ": " + variable.type().name().toLowerCase(java.util.Locale.ROOT)));
        value.setId("variable-value-" + name);
        value.setFocusTraversable(true);
        value.setAccessibleText(PhoneTexts.TEXT.get("variables.change", name));
        value.setOnMouseClicked(_ -> edit());
        value.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F2) {
                edit();
                event.consume();
            }
        });
        field.setId("variable-field-" + name);
        field.getStyleClass().add("ivrea-mono");
        field.setOnAction(_ -> commit());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                editing(false);
                event.consume();
            }
        });
        var cell = new StackPane(value, field);
        cell.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        cell.setMinWidth(0);
        HBox.setHgrow(cell, Priority.ALWAYS);
        problem.setWrapText(true);
        getChildren().addAll(new HBox(8, label, cell), problem);
        editing(false);
        show(variable);
    }

    void show(Variable variable) {
        String shown = variable.value();
        value.setText(shown == null ? PhoneTexts.TEXT.get("variables.none") : shown);
        value.getStyleClass().remove("ivrea-muted");
        if (shown == null) {
            value.getStyleClass().add("ivrea-muted");
        }
    }

    String name() {
        return name;
    }

    private void edit() {
        if (!model.state().isUp()) {
            return;
        }
        String shown = value.getText();
        boolean plain = text && shown.length() >= 2 && shown.startsWith("\"");
        field.setText(value.getStyleClass().contains("ivrea-muted") || shown.startsWith("•")
                ? ""
                : plain ? shown.substring(1, shown.length() - 1) : shown);
        editing(true);
        field.requestFocus();
        field.selectAll();
    }

    private void commit() {
        CallSession session = model.session();
        if (session != null) {
            session.assign(depth, name, field.getText()).thenAccept(result -> ui.execute(() -> done(result)));
        }
    }

    private void done(Evaluation result) {
        if (result.worked()) {
            editing(false);
        } else {
            problem.setText(result.text());
            Parts.show(problem, true);
        }
    }

    private void editing(boolean wanted) {
        Parts.show(field, wanted);
        Parts.show(value, !wanted);
        Parts.show(problem, false);
    }
}
