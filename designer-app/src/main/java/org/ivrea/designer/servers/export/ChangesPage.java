package org.ivrea.designer.servers.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ivrea.deploy.difference.DifferenceText;
import org.ivrea.deploy.difference.FlowDifference;
import org.ivrea.deploy.difference.NodeDifference;
import org.ivrea.deploy.difference.ProjectComparison;
import org.ivrea.deploy.difference.ProjectDifference;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.rollout.PackageContents;
import org.ivrea.deploy.rollout.TargetSurvey;
import org.ivrea.designer.canvas.CanvasContext;
import org.ivrea.designer.canvas.CanvasOverlay;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.servers.ServersModel;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.jspecify.annotations.Nullable;

/// What differs from what runs there, in words and as a drawing.
final class ChangesPage extends ExportPage {
    private static final Messages TEXTS = Messages.of(Parts.class);

    /// What some servers would get.
    ///
    /// @param title   of these servers, for people
    /// @param running `null` where nothing runs, or what runs could not be fetched
    record Group(String title, @Nullable Project running, @Nullable ProjectDifference difference, String problem) {}

    /// @param node `null` for a line that is about no node
    private record Line(String text, @Nullable String flow, @Nullable String node) {}

    private final ServersModel servers;
    private final ExportPlan plan;
    private final ComboBox<Group> groups = new ComboBox<>();
    private final Label story = Parts.text("");
    private final ListView<Line> lines = new ListView<>();
    private final StackPane drawing = new StackPane();
    private final Asking fetching = new Asking();
    private @Nullable FlowCanvas canvas;
    private @Nullable String drawn;

    ChangesPage(ServersModel servers, ExportPlan plan) {
        super("changes", 10);
        this.servers = servers;
        this.plan = plan;
        groups.setId("export-groups");
        story.setId("export-changes-story");
        lines.setId("export-changes");
        drawing.setId("export-drawing");
        drawing.getStyleClass().add("export-drawing");
        drawing.setMinSize(0, 0);
        groups.setCellFactory(_ -> new GroupCell());
        groups.setButtonCell(new GroupCell());
        groups.valueProperty().subscribe(this::show);
        lines.setCellFactory(_ -> new LineCell());
        lines.setPlaceholder(new Label());
        lines.getSelectionModel().selectedItemProperty().subscribe(this::draw);
        var split = new SplitPane(lines, drawing);
        split.setDividerPositions(0.4);
        split.getStyleClass().add("panels");
        VBox.setVgrow(split, Priority.ALWAYS);
        HBox.setHgrow(story, Priority.ALWAYS);
        story.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(12, groups, story);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        var legend = new HBox(16, sign("added"), sign("changed"), sign("removed"));
        content.getChildren().addAll(head, split, legend);
    }

    private static Label sign(String kind) {
        var square = new Region();
        square.getStyleClass().addAll("change-sign", kind);
        var label = new Label(TEXTS.get("change." + kind), square);
        label.getStyleClass().addAll("ivrea-muted", "ivrea-small");
        return label;
    }

    @Override
    void enter() {
        leave();
        ready.set(false);
        groups.getItems().clear();
        lines.getItems().clear();
        erase();
        story.setText(TEXTS.get("changes.under"));
        story.setGraphic(Parts.mark("loader", "ivrea-muted"));
        CompiledProject project = Objects.requireNonNull(plan.project);
        List<TargetSurvey> surveys = plan.surveys;
        fetching.ask("ivrea-changes", () -> groups(project, surveys), this::found);
    }

    @Override
    void leave() {
        fetching.giveUp();
    }

    /// Servers that run the same are asked once.
    private List<Group> groups(CompiledProject project, List<TargetSurvey> surveys) throws InterruptedException {
        Map<String, List<TargetSurvey>> byPackage = new LinkedHashMap<>();
        for (TargetSurvey survey : surveys) {
            if (survey.failure() == null) {
                PackageInfo active = survey.active();
                byPackage.computeIfAbsent(active == null ? "" : active.sha256(), _ -> new ArrayList<>()).add(survey);
            }
        }
        List<Group> found = new ArrayList<>();
        for (List<TargetSurvey> same : byPackage.values()) {
            found.add(group(project, same));
        }
        return found;
    }

    private Group group(CompiledProject project, List<TargetSurvey> same) throws InterruptedException {
        PackageInfo active = same.getFirst().active();
        String names = String.join(", ", same.stream().map(survey -> survey.target().name()).toList());
        if (active == null) {
            return new Group(names, null, null, TEXTS.get("changes.first", plan.name));
        }
        String title = TEXTS.get("changes.group", names, active.version());
        try (TargetClient client = servers.targets().open(same.getFirst().target());
                PackageContents contents = PackageContents.fetch(client, active.sha256())) {
            Project running = contents.project(codec(project.registry())).value();
            return running == null
                    ? new Group(title, null, null, TEXTS.get("changes.unreadable"))
                    : new Group(title, running,
                            new ProjectComparison(project.registry()).compare(running, project.project()), "");
        } catch (RemoteFailure | IOException e) {
            return new Group(title, null, null, String.valueOf(e.getMessage()));
        }
    }

    private static FlowCodec codec(NodeRegistry registry) {
        return new FlowCodec(registry, JsonLimits.DEFAULT);
    }

    private void found(List<Group> found) {
        groups.getItems().setAll(found);
        groups.getSelectionModel().selectFirst();
        ready.set(true);
    }

    private void show(@Nullable Group group) {
        lines.getItems().clear();
        erase();
        if (group == null) {
            return;
        }
        ProjectDifference difference = group.difference();
        if (difference == null) {
            story.setText(group.problem());
            story.setGraphic(Parts.mark("info", "ivrea-muted"));
            return;
        }
        boolean logic = difference.isLogic();
        story.setText(TEXTS.get(difference.isEmpty() ? "changes.none" : logic ? "changes.some" : "changes.layout"));
        story.setGraphic(Parts.mark(logic ? "git-commit" : "check-circle", logic ? "ivrea-muted" : "ivrea-success"));
        lines.getItems().setAll(linesOf(difference));
        lines.getItems().stream().filter(line -> line.flow() != null).findFirst()
                .ifPresent(lines.getSelectionModel()::select);
    }

    private List<Line> linesOf(ProjectDifference difference) {
        var words = new DifferenceText(Objects.requireNonNull(plan.project).registry());
        List<Line> all = new ArrayList<>();
        words.of(new ProjectDifference(difference.settings(), List.of(), List.of()))
                .forEach(text -> all.add(new Line(text, null, null)));
        for (FlowDifference flow : difference.flows()) {
            for (NodeDifference node : flow.nodes()) {
                if (words.of(flow).stream().anyMatch(text -> text.equals(flow.name() + ": " + words.of(node)))) {
                    all.add(new Line(flow.name() + ": " + words.of(node), flow.name(), node.id()));
                }
            }
            List<String> told = all.stream().map(Line::text).toList();
            words.of(flow).stream().filter(text -> !told.contains(text))
                    .forEach(text -> all.add(new Line(text, flow.name(), null)));
        }
        words.of(new ProjectDifference(List.of(), List.of(), difference.files()))
                .forEach(text -> all.add(new Line(text, null, null)));
        return all;
    }

    private void draw(@Nullable Line line) {
        Group group = groups.getValue();
        String flow = line == null ? null : line.flow();
        CompiledProject project = plan.project;
        if (line == null || flow == null || group == null || group.difference() == null || group.running() == null
                || project == null) {
            return;
        }
        if (!flow.equals(drawn)) {
            erase();
            FlowDifference difference = Objects.requireNonNull(group.difference().flow(flow));
            DifferenceDrawing made = DifferenceDrawing.of(group.running().flow(flow), project.project().flow(flow),
                    difference);
            NodeRegistry registry = project.registry();
            canvas = new FlowCanvas(new FlowEditor(flow, made.document()), new CanvasContext() {
                @Override
                public NodeRegistry registry() {
                    return registry;
                }
            });
            canvas.setReadOnly(true);
            canvas.setOverlay(CanvasOverlay.NONE.withChanges(made.changes()));
            drawing.getChildren().setAll(canvas);
            drawn = flow;
        }
        String node = line.node();
        FlowCanvas shown = canvas;
        if (node != null && shown != null) {
            shown.reveal(node);
        }
    }

    private void erase() {
        if (canvas != null) {
            canvas.close();
        }
        canvas = null;
        drawn = null;
        drawing.getChildren().setAll(Parts.text(TEXTS.get("changes.drawing"), "ivrea-muted"));
    }

    private static final class GroupCell extends ListCell<Group> {
        @Override
        protected void updateItem(@Nullable Group group, boolean empty) {
            super.updateItem(group, empty);
            setText(group == null || empty ? null : group.title());
        }
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(line == null || empty ? null : line.text());
            setWrapText(true);
            setPrefWidth(0);
        }
    }
}
