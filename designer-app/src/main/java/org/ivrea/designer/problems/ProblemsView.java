package org.ivrea.designer.problems;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Fixes;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.designer.workspace.FlowFiles;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.problem.Fix;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;

/// What is wrong with the project, as it is edited. A click, or Enter, goes to the place; a fix is an edit that can be
/// undone.
public final class ProblemsView extends VBox {
    private static final Messages TEXTS = Messages.of(ProblemsView.class);

    private final Workspace workspace;
    private final ProblemsTarget target;
    private final ListView<ProblemRow> list = new ListView<>();
    private final TextField filter = new TextField();
    private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
    private final Label placeholder = new Label();

    public ProblemsView(Workspace workspace, ProblemsTarget target) {
        this.workspace = workspace;
        this.target = target;
        getStyleClass().add("problems");
        setId("problems");
        list.setId("problem-list");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(TEXTS.get("list"));
        list.setPlaceholder(placeholder);
        list.setCellFactory(_ -> new ProblemCell(this::fix));
        placeholder.getStyleClass().add("ivrea-muted");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar(), list);
        list.setOnMouseClicked(_ -> goToSelected());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        workspace.addAnalysisListener(this::show);
        show(workspace.analysis());
    }

    private HBox bar() {
        var bar = new HBox(6);
        bar.getStyleClass().add("panel-bar");
        for (Severity severity : Severity.values()) {
            var toggle = new ToggleButton("", ProblemCell.icon(severity));
            toggle.setId("filter-" + severity);
            toggle.setSelected(true);
            toggle.getStyleClass().add("filter-toggle");
            toggle.setAccessibleText(title(severity));
            toggle.selectedProperty().addListener(_ -> show(workspace.analysis()));
            severities.put(severity, toggle);
            bar.getChildren().add(toggle);
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        filter.setId("problem-filter");
        filter.setPromptText(TEXTS.get("filter"));
        filter.setAccessibleText(TEXTS.get("filter.name"));
        filter.textProperty().addListener(_ -> show(workspace.analysis()));
        bar.getChildren().addAll(gap, filter);
        return bar;
    }

    private static String title(Severity severity) {
        return TEXTS.get(switch (severity) {
            case ERROR -> "errors";
            case WARNING -> "warnings";
            case INFO -> "infos";
        });
    }

    private void show(Analysis analysis) {
        Set<Severity> wanted = EnumSet.noneOf(Severity.class);
        severities.forEach((severity, toggle) -> {
            long count = analysis.problems().stream().filter(problem -> problem.severity() == severity).count();
            toggle.setText(String.valueOf(count));
            if (toggle.isSelected()) {
                wanted.add(severity);
            }
        });
        List<ProblemRow> rows = ProblemRow.of(analysis.problems(), wanted, filter.getText(), this::nameOf);
        if (!rows.equals(list.getItems())) {
            int selected = list.getSelectionModel().getSelectedIndex();
            list.getItems().setAll(rows);
            list.getSelectionModel().select(Math.min(selected, rows.size() - 1));
        }
        placeholder.setText(analysis.revision() == 0
                ? TEXTS.get("checking")
                : analysis.problems().isEmpty()
                        ? TEXTS.get("none")
                        : TEXTS.get("hidden", analysis.problems().size()));
    }

    /// The node by its label.
    private String nameOf(Problem problem) {
        String flow = FlowFiles.flowOf(problem.file());
        String id = problem.nodeId();
        if (id == null || flow == null) {
            return "";
        }
        NodeDocument node = workspace.editor(flow).map(it -> it.document().node(id)).orElse(null);
        String label = node == null ? null : node.label();
        return label == null ? id : label;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getSelectionModel().getSelectedItem() instanceof ProblemRow.Line(Problem problem, var _)) {
            if (event.isAltDown()) {
                fix(problem);
            } else {
                target.goTo(problem);
            }
            event.consume();
        }
    }

    private void goToSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof ProblemRow.Line(Problem problem, var _)) {
            target.goTo(problem);
        }
    }

    private void fix(Problem problem) {
        String flow = FlowFiles.flowOf(problem.file());
        Fix fix = problem.fix();
        if (flow != null && fix != null && !workspace.isReadOnly()) {
            workspace.editor(flow).ifPresent((FlowEditor editor) -> {
                target.goTo(problem);
                editor.apply(Fixes.of(fix));
            });
        }
    }
}
