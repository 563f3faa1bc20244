package org.ivrea.designer.call;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.designer.simulation.ScriptRun;
import org.ivrea.designer.simulation.ScriptRun.Outcome;
import org.ivrea.designer.theme.Icons;
import org.ivrea.engine.script.Coverage;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// The call scripts' results: each with its conversation up to where it went otherwise, and the exits that none takes.
public final class TestsView extends VBox {
    private final TestsModel model;
    private final CallNavigator navigator;
    private final Button run;
    private final Button cancel;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label figures = Parts.label("");
    private final ToggleButton coverage = new ToggleButton(PhoneTexts.TEXT.get("tests.show-coverage"));
    private final ListView<Outcome> list = new ListView<>();
    private final ListView<Coverage.Way> missing = new ListView<>();
    private final Label nothingMissing = Parts.empty("");
    private final TextArea detail = new TextArea();
    private final Button show;

    public TestsView(TestsModel model, CallNavigator navigator) {
        this.model = model;
        this.navigator = navigator;
        setId("tests-view");
        Parts.style(this, "tests-view");
        run = Parts.button("tests-run", PhoneTexts.TEXT.get("tests.run"), model::runAll);
        run.setGraphic(Icons.of("play", 12));
        cancel = Parts.button("tests-cancel", PhoneTexts.TEXT.get("tests.cancel"), model::cancel);
        run.getStyleClass().add("small");
        cancel.getStyleClass().add("small");
        show = Parts.button("tests-show", PhoneTexts.TEXT.get("tests.show"), this::showDifference);
        show.getStyleClass().addAll("small", "flat");
        coverage.setId("tests-coverage");
        coverage.setMinWidth(USE_PREF_SIZE);
        coverage.getStyleClass().addAll("small", "flat");
        coverage.setOnAction(_ -> model.showCoverage(coverage.isSelected()));
        figures.setId("tests-figures");
        figures.setMinWidth(0);
        progress.setMinWidth(80);
        var bar = new HBox(8, run, cancel, progress, figures, Parts.spring(), show, coverage);
        bar.getStyleClass().add("view-bar");
        lists();
        var right = new VBox(detail);
        VBox.setVgrow(detail, Priority.ALWAYS);
        var uncovered = new VBox(2, Parts.label(PhoneTexts.TEXT.get("tests.missing"), "ivrea-caption", "view-caption"),
                missing);
        VBox.setVgrow(missing, Priority.ALWAYS);
        var split = new SplitPane(list, right, uncovered);
        split.setDividerPositions(0.36, 0.76);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar, split);
        model.addListener(this::refresh);
        refresh();
    }

    private void lists() {
        list.setId("tests-list");
        list.setCellFactory(_ -> new OutcomeCell());
        list.setPlaceholder(Parts.empty(PhoneTexts.TEXT.get("tests.empty")));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, outcome) -> detail(outcome));
        missing.setId("tests-missing");
        missing.setPlaceholder(nothingMissing);
        missing.setOnMouseClicked(_ -> {
            Coverage.Way way = missing.getSelectionModel().getSelectedItem();
            if (way != null && !way.node().isEmpty()) {
                navigator.showNode(way.flow(), way.node());
            }
        });
        detail.setId("tests-detail");
        detail.getStyleClass().add("ivrea-mono");
        detail.setEditable(false);
        detail.setPromptText(PhoneTexts.TEXT.get("tests.choose"));
    }

    private void refresh() {
        ScriptRun.Progress known = model.progress();
        boolean running = model.isRunning();
        Parts.show(cancel, running);
        Parts.show(progress, running);
        run.setDisable(running);
        coverage.setSelected(model.showsCoverage());
        if (known == null) {
            figures.setText(running ? PhoneTexts.TEXT.get("tests.running") : "");
            list.getItems().clear();
            missing.getItems().clear();
            nothingMissing.setText(PhoneTexts.TEXT.get("tests.missing-unknown"));
            show.setVisible(false);
            return;
        }
        progress.setProgress(known.total() == 0 ? 0 : known.outcomes().size() / (double) known.total());
        figures.setText(figures(known));
        fill(known, running);
        detail(list.getSelectionModel().getSelectedItem());
    }

    private String figures(ScriptRun.Progress known) {
        String text = PhoneTexts.TEXT.get("tests.figures", known.passed(), known.total(), known.report().percent(),
                known.report().taken(), known.report().declared());
        return known.problem().isEmpty()
                ? model.isOutdated() ? text + " · " + PhoneTexts.TEXT.get("tests.outdated") : text
                : text + " · " + known.problem();
    }

    /// While they run, results are added; at the end, those that failed come first.
    private void fill(ScriptRun.Progress known, boolean running) {
        List<Outcome> wanted = running
                ? known.outcomes()
                : known.outcomes().stream().sorted(java.util.Comparator.comparing(Outcome::passed)).toList();
        int shown = list.getItems().size();
        if (running && shown <= wanted.size() && (shown == 0 || list.getItems().getLast() == wanted.get(shown - 1))) {
            list.getItems().addAll(wanted.subList(shown, wanted.size()));
        } else if (!list.getItems().equals(wanted)) {
            list.getItems().setAll(wanted);
        }
        nothingMissing.setText(PhoneTexts.TEXT.get(running ? "tests.missing-unknown" : "tests.none-missing"));
        if (!running) {
            missing.getItems().setAll(known.report().missing());
            // A failing one is what whoever runs them wants to see.
            if (list.getSelectionModel().isEmpty() && !wanted.isEmpty() && !wanted.getFirst().passed()) {
                list.getSelectionModel().select(0);
            }
        }
    }

    private void detail(@Nullable Outcome outcome) {
        show.setVisible(outcome != null && place(outcome) != null);
        String text = outcome == null ? "" : text(outcome);
        if (!text.equals(detail.getText())) {
            detail.setText(text);
            detail.setScrollTop(outcome != null && outcome.passed() ? 0 : Double.MAX_VALUE);
        }
    }

    private static String text(Outcome outcome) {
        if (outcome.result() != null) {
            return outcome.result().transcript();
        }
        var lines = new StringBuilder();
        outcome.problems().forEach(problem -> lines.append(problem).append('\n'));
        return lines.toString();
    }

    /// Where the call was when it went otherwise.
    private static TraceEvent.@Nullable NodeEntered place(Outcome outcome) {
        if (outcome.result() == null || outcome.passed()) {
            return null;
        }
        TraceEvent.NodeEntered last = null;
        int until = Math.max(0, outcome.result().differsAt());
        for (var timed : outcome.result().trace().subList(0, Math.min(until, outcome.result().trace().size()))) {
            last = timed.event() instanceof TraceEvent.NodeEntered entered ? entered : last;
        }
        return last;
    }

    private void showDifference() {
        Outcome outcome = list.getSelectionModel().getSelectedItem();
        TraceEvent.NodeEntered at = outcome == null ? null : place(outcome);
        if (at != null) {
            navigator.showNode(at.flow(), at.node());
        }
    }

    private static final class OutcomeCell extends ListCell<Outcome> {
        @Override
        protected void updateItem(Outcome item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            var icon = Icons.of(item.passed() ? "check" : "x", 14);
            icon.getStyleClass().add(item.passed() ? "ivrea-success" : "ivrea-error");
            var name = Parts.label(item.file());
            var row = new HBox(8, icon, new VBox(1, name));
            String why = item.passed()
                    ? ""
                    : item.result() == null || item.result().failure() == null
                            ? item.problems().isEmpty() ? "" : item.problems().getFirst().message()
                            : item.result().failure().message();
            if (!why.isEmpty()) {
                Label reason = Parts.label(why.lines().findFirst().orElse(""), "ivrea-muted", "ivrea-small");
                ((VBox) row.getChildren().getLast()).getChildren().add(reason);
            }
            setPrefWidth(0);
            setGraphic(row);
        }
    }
}
