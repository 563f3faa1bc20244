package org.ivrea.designer.call;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A line of a trace: when, who, what.
final class TraceCell extends ListCell<TraceLine> {
    private final Label time = Parts.label("", "trace-time");
    private final Label who = Parts.label("", "trace-who");
    private final Label what = Parts.label("", "trace-what");
    private final Label exit = Parts.label("", "trace-exit");
    private final HBox row = new HBox(time, who, exit, what);

    TraceCell() {
        row.getStyleClass().add("trace-row");
        exit.setMinWidth(Label.USE_PREF_SIZE);
        HBox.setHgrow(what, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(TraceLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        time.setText(TraceLine.seconds(item.atMs()));
        who.setText(item.who());
        what.setText(item.what());
        exit.setText(item.exit() == null ? "" : "→ " + item.exit());
        Parts.show(exit, item.exit() != null);
        what.getStyleClass().setAll("label", "trace-what", switch (item.tone()) {
            case PLAIN -> "plain";
            case FAINT -> "ivrea-muted";
            case BAD -> "ivrea-error";
        });
        setGraphic(row);
    }
}
