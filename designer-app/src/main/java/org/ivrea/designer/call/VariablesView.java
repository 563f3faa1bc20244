package org.ivrea.designer.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.FrameState;

/// The variables of each flow that the call is in, innermost first, and expressions that are watched.
public final class VariablesView extends VBox {
    private final CallModel model;
    private final Executor ui;
    private final VBox frames = new VBox(10);
    private final VBox watches = new VBox(2);
    private final List<String> watched = new ArrayList<>();
    private final List<VariableRow> rows = new ArrayList<>();
    private List<String> shape = List.of();
    private boolean asking;
    private boolean askAgain;

    /// @param ui runs what belongs on the thread of the user interface
    public VariablesView(CallModel model, Executor ui) {
        this.model = model;
        this.ui = ui;
        setId("variables-view");
        Parts.style(this, "variables-view");
        var watch = new TextField();
        watch.setId("watch-input");
        watch.getStyleClass().addAll("ivrea-mono", "small");
        watch.setPromptText(PhoneTexts.TEXT.get("variables.watch"));
        watch.setOnAction(_ -> {
            if (!watch.getText().isBlank()) {
                watched.add(watch.getText().strip());
                watch.clear();
                fillWatches();
            }
        });
        var content = new VBox(10, watches, frames);
        content.getStyleClass().add("variables-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, watch);
        model.addListener(this::refresh);
        refresh();
        fillWatches();
    }

    private void refresh() {
        List<FrameState> stack = model.state().frames();
        List<String> wanted = new ArrayList<>();
        stack.forEach(frame -> {
            wanted.add(frame.depth() + " " + frame.flow());
            frame.variables().forEach(variable -> wanted.add(variable.name()));
        });
        if (!wanted.equals(shape) || frames.getChildren().isEmpty()) {
            shape = wanted;
            fill(stack);
        }
        int row = 0;
        for (FrameState frame : stack.reversed()) {
            for (FrameState.Variable variable : frame.variables()) {
                rows.get(row++).show(variable);
            }
        }
        evaluateWatches();
    }

    private void fill(List<FrameState> stack) {
        frames.getChildren().clear();
        rows.clear();
        if (stack.isEmpty()) {
            frames.getChildren().add(Parts.empty(PhoneTexts.TEXT.get("variables.empty")));
        }
        for (FrameState frame : stack.reversed()) {
            var box = new VBox(3, Parts.label(frame.flow(), "ivrea-caption"));
            box.setId("frame-" + frame.depth());
            for (FrameState.Variable variable : frame.variables()) {
                var row = new VariableRow(model, ui, frame.depth(), variable);
                rows.add(row);
                box.getChildren().add(row);
            }
            if (frame.variables().isEmpty()) {
                box.getChildren().add(Parts.label(PhoneTexts.TEXT.get("variables.no-variables"), "ivrea-muted",
                        "ivrea-small"));
            }
            frames.getChildren().add(box);
        }
    }

    private void fillWatches() {
        watches.getChildren().clear();
        Parts.show(watches, !watched.isEmpty());
        watches.getChildren().add(Parts.label(PhoneTexts.TEXT.get("variables.watched"), "ivrea-caption"));
        for (int i = 0; i < watched.size(); i++) {
            String expression = watched.get(i);
            var value = Parts.label("", "ivrea-mono", "variable-value");
            value.setId("watch-" + i);
            HBox.setHgrow(value, Priority.ALWAYS);
            var name = Parts.label(expression, "ivrea-mono", "variable-name");
            var remove = Parts.iconButton("watch-remove-" + i, "x", PhoneTexts.TEXT.get("variables.unwatch"), () -> {
                watched.remove(expression);
                fillWatches();
            });
            var row = new HBox(8, name, value, Parts.spring(), remove);
            row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            watches.getChildren().add(row);
        }
        evaluateWatches();
    }

    /// One round of questions at a time, however fast the call is.
    private void evaluateWatches() {
        if (watched.isEmpty() || !model.state().isUp()) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        List<String> round = List.copyOf(watched);
        for (int i = 0; i < round.size(); i++) {
            int index = i;
            model.evaluate(round.get(i)).thenAccept(result -> ui.execute(() -> {
                if (lookup("#watch-" + index) instanceof Label label && watched.size() > index
                        && watched.get(index).equals(round.get(index))) {
                    label.setText(result.text());
                    label.getStyleClass().remove("ivrea-error");
                    if (!result.worked()) {
                        label.getStyleClass().add("ivrea-error");
                    }
                }
                if (index == round.size() - 1) {
                    asking = false;
                    if (askAgain) {
                        askAgain = false;
                        evaluateWatches();
                    }
                }
            }));
        }
    }
}
