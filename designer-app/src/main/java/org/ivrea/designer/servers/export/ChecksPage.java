package org.ivrea.designer.servers.export;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.simulation.ScriptRun;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.engine.script.ScriptFailure;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The project's checks and its call scripts, which must pass.
final class ChecksPage extends ExportPage {
    private static final Messages TEXTS = Messages.of(Parts.class);

    /// Something that is wrong.
    ///
    /// @param problem `null` for a call script that failed
    private record Line(String text, @Nullable Problem problem) {}

    private final ExportContext context;
    private final ExportPlan plan;
    private final Label checks = new Label();
    private final Label scripts = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final ListView<Line> wrong = new ListView<>();
    private @Nullable ScriptRun run;
    private int turn;

    ChecksPage(ExportContext context, ExportPlan plan) {
        super("checks", 12);
        this.context = context;
        this.plan = plan;
        checks.setId("export-checks");
        scripts.setId("export-scripts");
        wrong.setId("export-wrong");
        bar.setMaxWidth(Double.MAX_VALUE);
        wrong.setCellFactory(_ -> new Cell());
        wrong.setOnMouseClicked(event -> {
            if (event.getClickCount() == 1) {
                go();
            }
        });
        wrong.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
                event.consume();
            }
        });
        wrong.setPlaceholder(new Label());
        VBox.setVgrow(wrong, Priority.ALWAYS);
        wrong.visibleProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(wrong.getItems()));
        content.getChildren().addAll(checks, scripts, bar, wrong);
    }

    private void go() {
        Line line = wrong.getSelectionModel().getSelectedItem();
        if (line != null && line.problem() != null) {
            context.goTo(line.problem());
        } else if (line != null) {
            context.showTests();
        }
    }

    @Override
    void enter() {
        int mine = ++turn;
        ready.set(false);
        wrong.getItems().clear();
        bar.setVisible(true);
        bar.setProgress(-1);
        tell(checks, TEXTS.get("checks.under"), "loader", "ivrea-muted");
        tell(scripts, "", "loader", "ivrea-muted");
        context.workspace().analysed().thenAccept(analysis -> Platform.runLater(() -> {
            if (mine == turn) {
                checked(analysis);
            }
        }));
    }

    private void checked(Analysis analysis) {
        List<Problem> errors = analysis.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty() || !context.workspace().brokenFlows().isEmpty()) {
            tell(checks, TEXTS.get("checks.bad", Math.max(1, errors.size())), "x-circle", "ivrea-error");
            errors.forEach(error -> wrong.getItems().add(new Line(place(error) + error.message(), error)));
            bar.setVisible(false);
            return;
        }
        tell(checks, TEXTS.get("checks.good"), "check-circle", "ivrea-success");
        tell(scripts, TEXTS.get("scripts.under"), "loader", "ivrea-muted");
        plan.project = analysis.compiled();
        int mine = turn;
        run = ScriptRun.start(analysis.compiled(), context.workspace().folder(),
                new RecordedLengths(analysis.compiled().project().prompts()), Platform::runLater, progress -> {
                    if (mine == turn) {
                        told(progress);
                    }
                });
    }

    private static String place(Problem problem) {
        return problem.file() == null ? "" : problem.file() + ": ";
    }

    private void told(ScriptRun.Progress progress) {
        bar.setProgress(progress.total() == 0 ? -1 : (double) progress.outcomes().size() / progress.total());
        if (!progress.finished()) {
            return;
        }
        bar.setVisible(false);
        long failed = progress.outcomes().size() - progress.passed();
        if (!progress.problem().isEmpty()) {
            tell(scripts, progress.problem(), "x-circle", "ivrea-error");
        } else if (failed > 0) {
            tell(scripts, TEXTS.get("scripts.bad", failed, progress.total()), "x-circle", "ivrea-error");
            progress.outcomes().stream().filter(outcome -> !outcome.passed())
                    .forEach(outcome -> wrong.getItems().add(new Line(outcome.file() + ": " + why(outcome), null)));
        } else {
            tell(scripts, progress.total() == 0
                    ? TEXTS.get("scripts.none")
                    : TEXTS.get("scripts.good", progress.total(), progress.report().percent()), "check-circle",
                    "ivrea-success");
            ready.set(true);
        }
    }

    private static String why(ScriptRun.Outcome outcome) {
        if (!outcome.problems().isEmpty()) {
            return outcome.problems().getFirst().message();
        }
        ScriptFailure failure = outcome.result() == null ? null : outcome.result().failure();
        return failure == null ? "" : TEXTS.get("scripts.line", failure.line(), failure.message());
    }

    private static void tell(Label label, String text, String icon, String style) {
        label.setText(text);
        label.setGraphic(text.isEmpty() ? null : Parts.mark(icon, style));
    }

    @Override
    void leave() {
        turn++;
        if (run != null) {
            run.cancel();
        }
    }

    private static final class Cell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(line == null || empty ? null : line.text());
            setGraphic(line == null || empty ? null : Parts.mark("alert-circle", "ivrea-error"));
            setWrapText(true);
            setPrefWidth(0);
        }
    }
}
