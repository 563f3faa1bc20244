package org.ivrea.designer.servers.export;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ivrea.deploy.rollout.TargetProgress;
import org.ivrea.deploy.rollout.TargetProgress.Stage;
import org.ivrea.deploy.rollout.TargetResult;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;

/// How far the export is with one server, and what came of it.
final class TargetRow extends VBox {
    private static final Messages TEXTS = Messages.of(Parts.class);

    private final Label name = new Label();
    private final Label stage = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label message = Parts.text("", "ivrea-muted", "ivrea-small");

    TargetRow(String server) {
        super(4);
        setId("go-" + server);
        getStyleClass().add("go-row");
        name.setText(server);
        name.getStyleClass().add("ivrea-title");
        stage.setId("go-stage-" + server);
        message.setId("go-message-" + server);
        stage.getStyleClass().add("ivrea-muted");
        bar.setMaxWidth(Double.MAX_VALUE);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        getChildren().addAll(new HBox(10, name, Parts.gap(), stage), bar, message);
    }

    void show(TargetProgress progress) {
        if (progress.stage() == Stage.DONE) {
            return;
        }
        stage.setText(TEXTS.get("stage." + progress.stage().name().toLowerCase(java.util.Locale.ROOT),
                megabytes(progress.sent()), megabytes(progress.size())));
        bar.setProgress(switch (progress.stage()) {
            case WAITING -> 0;
            case CHECKING -> 0.03;
            case UPLOADING -> 0.05 + 0.8 * progress.sent() / Math.max(1, progress.size());
            case VERIFYING -> 0.88;
            case READY -> 0.92;
            case ACTIVATING, ROLLING_BACK, DONE -> 0.96;
        });
    }

    private static double megabytes(long bytes) {
        return Math.round(bytes / 100_000.0) / 10.0;
    }

    void show(TargetResult result) {
        boolean good = result.outcome().isGood();
        boolean open = result.outcome() == TargetResult.Outcome.STUCK
                || result.outcome() == TargetResult.Outcome.UNKNOWN;
        boolean still = result.outcome() == TargetResult.Outcome.LEFT
                || result.outcome() == TargetResult.Outcome.CANCELLED
                || result.outcome() == TargetResult.Outcome.ROLLED_BACK;
        String style = good ? "ivrea-success" : still ? "ivrea-warning" : "ivrea-error";
        stage.setText(TEXTS.get("outcome." + result.outcome().name().toLowerCase(java.util.Locale.ROOT)));
        stage.setGraphic(Parts.mark(good ? "check-circle" : open ? "alert-triangle" : "x-circle", style));
        message.setText(result.message());
        message.getStyleClass().removeAll("ivrea-muted", "ivrea-error");
        message.getStyleClass().add(good || still ? "ivrea-muted" : "ivrea-error");
        bar.setProgress(1);
        bar.getStyleClass().removeAll("good", "bad", "still");
        bar.getStyleClass().add(good ? "good" : still ? "still" : "bad");
    }

    void begin() {
        stage.setGraphic(null);
        message.setText("");
        bar.getStyleClass().removeAll("good", "bad", "still");
        bar.setProgress(0);
    }
}
