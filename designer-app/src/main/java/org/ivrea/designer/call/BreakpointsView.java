package org.ivrea.designer.call;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.Breakpoint;

/// The breakpoints, with their conditions.
public final class BreakpointsView extends VBox {
    private final CallModel model;
    private final CallNavigator navigator;
    private final VBox rows = new VBox(4);
    private final Button clear;
    private final List<TextField> conditions = new ArrayList<>();
    private List<Breakpoint> shown = List.of();

    public BreakpointsView(CallModel model, CallNavigator navigator) {
        this.model = model;
        this.navigator = navigator;
        setId("breakpoints-view");
        Parts.style(this, "breakpoints-view");
        clear = Parts.button("breakpoints-clear", PhoneTexts.TEXT.get("breakpoints.clear"),
                model::clearBreakpoints);
        clear.getStyleClass().addAll("small", "flat");
        var scroll = new javafx.scene.control.ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var top = new HBox(8, Parts.label(PhoneTexts.TEXT.get("breakpoints.hint"), "ivrea-muted", "ivrea-small"),
                Parts.spring(), clear);
        top.getStyleClass().add("view-bar");
        getChildren().addAll(top, scroll);
        model.addSettingsListener(this::refresh);
        fill();
    }

    private void refresh() {
        List<Breakpoint> wanted = model.breakpoints();
        // A condition that is being written must not lose its field.
        boolean samePlaces = wanted.size() == shown.size();
        for (int i = 0; samePlaces && i < wanted.size(); i++) {
            samePlaces = wanted.get(i).isAt(shown.get(i)) && wanted.get(i).enabled() == shown.get(i).enabled();
        }
        shown = wanted;
        if (!samePlaces) {
            fill();
        }
    }

    private void fill() {
        shown = model.breakpoints();
        rows.getChildren().clear();
        conditions.clear();
        clear.setDisable(shown.isEmpty());
        if (shown.isEmpty()) {
            rows.getChildren().add(Parts.empty(PhoneTexts.TEXT.get("breakpoints.empty")));
        }
        for (int i = 0; i < shown.size(); i++) {
            rows.getChildren().add(row(shown.get(i), i));
        }
    }

    private HBox row(Breakpoint breakpoint, int index) {
        var enabled = new CheckBox();
        enabled.setId("breakpoint-on-" + index);
        enabled.setSelected(breakpoint.enabled());
        enabled.setAccessibleText(PhoneTexts.TEXT.get("breakpoints.on"));
        enabled.setOnAction(_ -> model.replace(current(breakpoint).withEnabled(enabled.isSelected())));
        String label = model.label(breakpoint.flow(), breakpoint.node());
        var place = new Hyperlink(label + (breakpoint.exit() == null ? "" : " → " + breakpoint.exit()));
        place.setOnAction(_ -> navigator.showNode(breakpoint.flow(), breakpoint.node()));
        place.setMinWidth(150);
        var flow = Parts.label(breakpoint.flow(), "ivrea-muted", "ivrea-small");
        flow.setMinWidth(90);
        var condition = new TextField(breakpoint.condition());
        condition.setId("breakpoint-condition-" + index);
        condition.getStyleClass().add("ivrea-mono");
        condition.setPromptText(PhoneTexts.TEXT.get("breakpoints.condition"));
        condition.textProperty().addListener((_, _, text) -> model.replace(current(breakpoint).withCondition(text)));
        HBox.setHgrow(condition, Priority.ALWAYS);
        conditions.add(condition);
        var remove = Parts.iconButton("breakpoint-remove-" + index, "x", PhoneTexts.TEXT.get("breakpoints.remove"),
                () -> model.toggle(breakpoint));
        var row = new HBox(8, enabled, place, flow, condition, remove);
        row.getStyleClass().add("breakpoint-row");
        return row;
    }

    /// Lets the condition of the breakpoint at a place be written.
    public void editCondition(Breakpoint place) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).isAt(place)) {
                focus(conditions.get(i));
            }
        }
    }

    /// A view that is shown for the first time comes into the window a little later.
    private static void focus(TextField field) {
        if (field.getScene() == null) {
            field.sceneProperty().addListener(new InvalidationListener() {
                @Override
                public void invalidated(Observable scene) {
                    field.sceneProperty().removeListener(this);
                    focus(field);
                }
            });
            return;
        }
        Platform.runLater(() -> {
            field.requestFocus();
            field.end();
        });
    }

    private Breakpoint current(Breakpoint place) {
        return model.breakpoints().stream().filter(place::isAt).findFirst().orElse(place);
    }
}
