package org.ivrea.designer.call;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.Conversation.Bubble;
import org.ivrea.designer.simulation.Conversation.Side;

/// One thing that is said or pressed. What is being said now has a bar that shows how far it is.
final class BubbleCell extends ListCell<Bubble> {
    private static final double MARGIN = 56;
    private static final double SCROLL_BAR = 14;

    private final ConversationView view;
    private final Label time = Parts.label("", "bubble-time");
    private final Label text = Parts.label("", "bubble-text");
    private final Label note = Parts.label("", "bubble-note");
    private final ProgressBar progress = new ProgressBar();
    private final VBox bubble = new VBox(text, note, progress);
    private final HBox row = new HBox(bubble);
    private final VBox box = new VBox(time, row);

    BubbleCell(ConversationView view) {
        this.view = view;
        text.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        text.setMinHeight(USE_PREF_SIZE);
        bubble.getStyleClass().add("bubble");
        box.getStyleClass().add("bubble-box");
        progress.setMaxWidth(Double.MAX_VALUE);
        bubble.maxWidthProperty().bind(view.widthProperty().subtract(MARGIN));
        setPrefWidth(0);
        // A cell that is scrolled away must not run on.
        view.tickProperty().addListener((_, _, _) -> tick());
    }

    @Override
    protected void updateItem(Bubble item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        boolean first = getIndex() == 0 || item.atMs() - view.bubble(getIndex() - 1).atMs() >= 1000;
        time.setText(PhoneTexts.left(item.atMs()));
        Parts.show(time, first);
        text.setText(item.text());
        note.setText(item.isInterrupted()
                ? PhoneTexts.TEXT.get("bubble.interrupted", PhoneTexts.left(item.interruptedMs()))
                : "");
        Parts.show(note, item.isInterrupted());
        boolean caller = item.side() == Side.CALLER;
        row.setAlignment(caller ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        time.setAlignment(caller ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        time.setMaxWidth(Double.MAX_VALUE);
        bubble.getStyleClass().setAll("bubble", switch (item.side()) {
            case CALLER -> "of-caller";
            case FLOW -> "of-flow";
            case AROUND -> "of-world";
        });
        setGraphic(box);
        tick();
    }

    /// Lists ask for the height without a width, but text is as high as it is narrow.
    @Override
    protected double computePrefHeight(double width) {
        double available = view.getWidth() - SCROLL_BAR;
        return isEmpty() || available <= 0 ? super.computePrefHeight(width) : Math.ceil(box.prefHeight(available));
    }

    private void tick() {
        Bubble item = getItem();
        boolean playing = item != null && item.equals(view.playing());
        Parts.show(progress, playing);
        if (playing && item.lengthMs() > 0) {
            progress.setProgress(Math.clamp((view.nowMs() - item.atMs()) / (double) item.lengthMs(), 0, 1));
        }
    }
}
