package org.ivrea.designer.call;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.Breakpoint;
import org.ivrea.designer.simulation.CallSession;
import org.jspecify.annotations.Nullable;

/// All that happened in a call, line by line; from each line one can go back to it.
public final class TraceView extends VBox {
    private final CallModel model;
    private final CallNavigator navigator;
    private final ListView<TraceLine> list;

    public TraceView(CallModel model, CallNavigator navigator) {
        this.model = model;
        this.navigator = navigator;
        setId("trace-view");
        Parts.style(this, "trace-view");
        list = new ListView<>(model.trace().lines());
        list.setId("trace-list");
        list.setFixedCellSize(26);
        list.setCellFactory(_ -> new TraceCell());
        list.setPlaceholder(Parts.empty(PhoneTexts.TEXT.get("trace.empty")));
        list.setContextMenu(menu());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                showNode();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                showNode();
            }
        });
        model.trace().lines().addListener((ListChangeListener<TraceLine>) _ -> follow());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(new CallBar(model), list);
    }

    /// The newest line is in sight, unless the person looks at another one.
    private void follow() {
        int size = list.getItems().size();
        int selected = list.getSelectionModel().getSelectedIndex();
        if (size > 0 && (selected < 0 || selected >= size - 1)) {
            list.scrollTo(size - 1);
        }
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("trace-go-back", "trace.go-back", this::goBack),
                item("trace-run-to", "trace.run-to", line -> onCall(call -> call.runTo(line.flow(), line.node()))),
                item("trace-break", "trace.break", line -> model.toggle(
                        Breakpoint.onNode(line.flow(), line.node()))),
                item("trace-show", "trace.show", line -> navigator.showNode(line.flow(), line.node())));
    }

    private MenuItem item(String id, String key, Consumer<TraceLine> action) {
        var item = new MenuItem(PhoneTexts.TEXT.get(key));
        item.setId(id);
        item.setOnAction(_ -> {
            TraceLine line = selected();
            if (line != null && line.isAtNode()) {
                action.accept(line);
            }
        });
        return item;
    }

    private @Nullable TraceLine selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void goBack(TraceLine line) {
        list.getSelectionModel().clearSelection();
        onCall(call -> call.goBackTo(line.step()));
    }

    /// Goes back to the step of the line that is selected.
    public void goBack() {
        TraceLine line = selected();
        if (line != null && line.isAtNode()) {
            goBack(line);
        }
    }

    private void onCall(Consumer<CallSession> action) {
        CallSession session = model.session();
        if (session != null) {
            action.accept(session);
        }
    }

    private void showNode() {
        TraceLine line = selected();
        if (line != null && line.isAtNode()) {
            navigator.showNode(line.flow(), line.node());
        }
    }
}
