package org.ivrea.designer.history;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.ivrea.designer.edit.Steps;
import org.ivrea.designer.edit.Undoable;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What was done, the oldest first. A click, or Enter, goes to the moment after a step.
public final class HistoryView extends BorderPane {
    private static final Messages TEXTS = Messages.of(HistoryView.class);
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");

    private final ListView<String> list = new ListView<>();
    private final Label title = new Label();
    private @Nullable Undoable shown;
    private Steps steps = new Steps(List.of(), 0);

    public HistoryView() {
        setId("history");
        list.setId("history-list");
        list.setAccessibleText(TEXTS.get("history"));
        list.getStyleClass().add("plain-list");
        list.setCellFactory(_ -> new StepCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
        title.getStyleClass().addAll("ivrea-muted", "ivrea-small");
        var bar = new HBox(title);
        bar.getStyleClass().add("panel-bar");
        setTop(bar);
        setCenter(list);
    }

    /// Shows the history of something.
    ///
    /// @param of   `null` for nothing
    /// @param name what it is, for people
    public void show(@Nullable Undoable of, String name) {
        Steps now = of == null ? new Steps(List.of(), 0) : of.steps();
        boolean same = shown == of && now.equals(steps);
        shown = of;
        steps = now;
        title.setText(TEXTS.get("of", name, now.names().size(), now.names().size() - now.done()));
        if (!same) {
            List<String> lines = new ArrayList<>();
            lines.add(TEXTS.get("opened"));
            lines.addAll(now.names());
            list.getItems().setAll(of == null ? List.of() : lines);
            list.getSelectionModel().select(now.done());
            list.scrollTo(Math.max(0, now.done() - 2));
        }
    }

    private void go(int index) {
        if (shown != null && index >= 0) {
            shown.goTo(index);
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private final class StepCell extends ListCell<String> {
        StepCell() {
            setOnMouseClicked(event -> {
                if (!isEmpty() && event.getButton() == MouseButton.PRIMARY) {
                    go(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null || item.isEmpty()
                    ? null
                    : Character.toUpperCase(item.charAt(0)) + item.substring(1));
            getStyleClass().remove("history-step");
            getStyleClass().add("history-step");
            pseudoClassStateChanged(UNDONE, !empty && getIndex() > steps.done());
            pseudoClassStateChanged(NOW, !empty && getIndex() == steps.done());
        }
    }
}
