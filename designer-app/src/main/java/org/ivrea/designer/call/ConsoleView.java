package org.ivrea.designer.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.Evaluation;

/// Evaluates expressions where the call is.
public final class ConsoleView extends VBox {
    private static final int MOST_LINES = 500;

    /// @param expression what was asked
    private record Entry(String expression, Evaluation answer) {}

    private final CallModel model;
    private final Executor ui;
    private final ListView<Entry> list = new ListView<>();
    private final TextField input = new TextField();
    private final List<String> history = new ArrayList<>();
    private int inHistory;

    /// @param ui runs what belongs on the thread of the user interface
    public ConsoleView(CallModel model, Executor ui) {
        this.model = model;
        this.ui = ui;
        setId("console-view");
        Parts.style(this, "console-view");
        list.setId("console-list");
        list.setCellFactory(_ -> new EntryCell());
        list.setPlaceholder(Parts.empty(PhoneTexts.TEXT.get("console.empty")));
        input.setId("console-input");
        input.getStyleClass().add("ivrea-mono");
        input.setPromptText(PhoneTexts.TEXT.get("console.prompt"));
        input.setOnAction(_ -> ask());
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::browse);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox.setHgrow(input, Priority.ALWAYS);
        var line = new HBox(6, Parts.label("›", "console-mark"), input);
        line.getStyleClass().add("console-line");
        getChildren().addAll(list, line);
    }

    private void ask() {
        String expression = input.getText().strip();
        if (expression.isEmpty()) {
            return;
        }
        history.remove(expression);
        history.add(expression);
        inHistory = history.size();
        input.clear();
        model.evaluate(expression).thenAccept(answer -> ui.execute(() -> add(new Entry(expression, answer))));
    }

    private void add(Entry entry) {
        if (list.getItems().size() == MOST_LINES) {
            list.getItems().removeFirst();
        }
        list.getItems().add(entry);
        list.scrollTo(list.getItems().size() - 1);
    }

    private void browse(KeyEvent event) {
        int step = event.getCode() == KeyCode.UP ? -1 : event.getCode() == KeyCode.DOWN ? 1 : 0;
        int wanted = inHistory + step;
        if (step == 0 || wanted < 0 || wanted > history.size()) {
            return;
        }
        inHistory = wanted;
        input.setText(wanted == history.size() ? "" : history.get(wanted));
        input.end();
        event.consume();
    }

    private static final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var answer = Parts.label(item.answer.text(), "ivrea-mono", item.answer.worked() ? "plain" : "ivrea-error");
            answer.setWrapText(true);
            setPrefWidth(0);
            setGraphic(new VBox(1, Parts.label("› " + item.expression, "ivrea-mono", "ivrea-muted"), answer));
        }
    }
}
