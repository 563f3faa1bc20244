package org.ivrea.designer.call;

import java.io.File;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.ivrea.designer.simulation.Replay;
import org.ivrea.designer.theme.Icons;

/// Shows a call from a trace file again, along a time line, forward and back.
public final class ReplayView extends VBox {
    /// So many lines before the one where the call stands are shown.
    private static final int LINES_BEFORE = 2;

    private final ReplayModel model;
    private final Slider line = new Slider(0, 1, 0);
    private final Label time = Parts.label("", "ivrea-mono");
    private final Label name = Parts.label("", "ivrea-muted", "ivrea-small");
    private final Label problem = Parts.label("", "ivrea-error");
    private final ListView<TraceLine> list;
    private final ConversationView conversation = new ConversationView();
    private final Button play;
    private final HBox controls;
    private boolean refreshing;
    /// A line was chosen in the list: it stays where it is.
    private boolean choosing;
    private final AnimationTimer playing = new AnimationTimer() {
        private long last;

        @Override
        public void start() {
            last = System.nanoTime();
            super.start();
        }

        @Override
        public void handle(long nanos) {
            long now = System.nanoTime();
            advance((now - last) / 1_000_000);
            last = now;
        }
    };
    private boolean isPlaying;
    private double playedMs;

    public ReplayView(ReplayModel model) {
        this.model = model;
        setId("replay-view");
        Parts.style(this, "replay-view");
        Button open = Parts.button("replay-open", PhoneTexts.TEXT.get("replay.open"), this::choose);
        open.getStyleClass().add("small");
        play = Parts.iconButton("replay-play", "play", PhoneTexts.TEXT.get("replay.play"), this::togglePlay);
        controls = new HBox(4,
                Parts.iconButton("replay-start", "skip-back", PhoneTexts.TEXT.get("replay.start"), () -> move(0)),
                Parts.iconButton("replay-back", "chevron-left", PhoneTexts.TEXT.get("replay.back"), model::stepBack),
                play,
                Parts.iconButton("replay-forward", "chevron-right", PhoneTexts.TEXT.get("replay.forward"),
                        model::stepForward),
                Parts.iconButton("replay-end", "skip-forward", PhoneTexts.TEXT.get("replay.end"),
                        () -> move(Integer.MAX_VALUE)));
        controls.getStyleClass().add("replay-controls");
        line.setId("replay-line");
        line.setAccessibleText(PhoneTexts.TEXT.get("replay.line"));
        line.valueProperty().addListener((_, _, value) -> {
            if (!refreshing) {
                model.moveToTime(value.longValue());
            }
        });
        HBox.setHgrow(line, Priority.ALWAYS);
        Button close = Parts.iconButton("replay-close", "x", PhoneTexts.TEXT.get("replay.close"), model::closeReplay);
        var bar = new HBox(8, open, name, controls, line, time, close);
        bar.getStyleClass().add("view-bar");
        problem.setWrapText(true);
        problem.setId("replay-problem");
        list = new ListView<>(model.lines().lines());
        list.setId("replay-list");
        list.setFixedCellSize(26);
        list.setCellFactory(_ -> new TraceCell());
        list.setPlaceholder(Parts.empty(PhoneTexts.TEXT.get("replay.empty")));
        list.setOnMouseClicked(_ -> {
            TraceLine selected = list.getSelectionModel().getSelectedItem();
            if (selected != null) {
                choosing = true;
                model.moveTo(selected.event() + 1);
                choosing = false;
            }
        });
        var split = new SplitPane(list, conversation);
        split.setDividerPositions(0.66);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar, problem, split);
        model.addListener(this::refresh);
        refresh();
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(PhoneTexts.TEXT.get("replay.open"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.open(file.toPath());
        }
    }

    private void move(int position) {
        stop();
        model.moveTo(position);
    }

    private void togglePlay() {
        Replay replay = model.replay();
        if (isPlaying || replay == null) {
            stop();
            return;
        }
        if (replay.isAtEnd()) {
            model.moveTo(0);
        }
        isPlaying = true;
        playedMs = replay.nowMs();
        play.setGraphic(Icons.of("pause", 14));
        playing.start();
    }

    private void stop() {
        isPlaying = false;
        play.setGraphic(Icons.of("play", 14));
        playing.stop();
    }

    private void advance(long ms) {
        Replay replay = model.replay();
        if (replay == null || replay.isAtEnd() || getScene() == null) {
            stop();
            return;
        }
        playedMs += ms;
        model.moveToTime((long) playedMs);
    }

    private void refresh() {
        Replay replay = model.replay();
        problem.setText(model.problem());
        Parts.show(problem, !model.problem().isEmpty());
        Parts.show(controls, replay != null);
        line.setDisable(replay == null);
        lookupAll("#replay-close").forEach(close -> Parts.show(close, replay != null));
        if (replay == null) {
            stop();
            time.setText("");
            name.setText("");
            conversation.show(new org.ivrea.designer.simulation.Conversation());
            return;
        }
        name.setText(model.name());
        refreshing = true;
        line.setMax(Math.max(1, replay.durationMs()));
        if (!line.isValueChanging()) {
            line.setValue(replay.nowMs());
        }
        refreshing = false;
        time.setText(TraceLine.seconds(replay.nowMs()) + " / " + TraceLine.seconds(replay.durationMs()));
        conversation.show(replay.conversation());
        conversation.tick(replay.nowMs());
        int at = replay.position() - 1;
        if (at >= 0 && at < list.getItems().size()) {
            list.getSelectionModel().select(at);
            if (!choosing) {
                list.scrollTo(Math.max(0, at - LINES_BEFORE));
            }
        } else {
            list.getSelectionModel().clearSelection();
        }
    }
}
