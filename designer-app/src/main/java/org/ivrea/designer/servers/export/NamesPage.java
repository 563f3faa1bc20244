package org.ivrea.designer.servers.export;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.deploy.remote.Readiness;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.rollout.ProjectNeeds;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.Survey;
import org.ivrea.deploy.rollout.TargetSurvey;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.servers.ServersModel;

/// Which names the servers do not bind.
final class NamesPage extends ExportPage {
    private static final Messages TEXTS = Messages.of(Parts.class);

    /// @param module true for a module of the switch
    private record Need(String kind, String name, boolean module) {
        boolean isMissing(Readiness readiness) {
            return module
                    ? readiness.missing().contains(name)
                    : readiness.unbound().contains(new ResourceName(kind, name));
        }
    }

    private record Found(ProjectNeeds needs, List<TargetSurvey> surveys) {}

    private final ServersModel servers;
    private final ExportPlan plan;
    private final Label story = Parts.text("");
    private final VBox failures = new VBox(6);
    private final TableView<Need> table = new TableView<>();
    private final Asking asking = new Asking();

    NamesPage(ServersModel servers, ExportPlan plan) {
        super("names", 12);
        this.servers = servers;
        this.plan = plan;
        story.setId("export-names-story");
        table.setId("export-names");
        table.getStyleClass().add("dense");
        failures.setId("export-names-failures");
        table.setPlaceholder(new Label(TEXTS.get("names.none")));
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(story, Priority.ALWAYS);
        story.setMaxWidth(Double.MAX_VALUE);
        content.getChildren().addAll(
                new HBox(10, story, Parts.button("export-ask-again", TEXTS.get("names.again"), "refresh-cw",
                        this::enter)),
                failures, table);
    }

    @Override
    void enter() {
        leave();
        ready.set(false);
        failures.getChildren().clear();
        table.getItems().clear();
        table.getColumns().clear();
        tell(TEXTS.get("names.under"), "loader", "ivrea-muted");
        var project = plan.project;
        if (project == null) {
            return;
        }
        var targets = plan.servers.stream().map(servers::target).toList();
        String name = plan.name;
        asking.ask("ivrea-survey", () -> {
            ProjectNeeds needs = ProjectNeeds.of(project);
            return new Found(needs, new Survey(servers.targets()).of(targets, name, needs));
        }, this::show);
    }

    @Override
    void leave() {
        asking.giveUp();
    }

    private void show(Found found) {
        List<TargetSurvey> surveys = found.surveys();
        plan.surveys = surveys;
        long good = surveys.stream().filter(TargetSurvey::isReady).count();
        boolean enough = plan.mode == RolloutMode.ALL_OR_NOTHING ? good == surveys.size() : good > 0;
        ready.set(enough);
        if (good == surveys.size()) {
            tell(TEXTS.get("names.good", good), "check-circle", "ivrea-success");
        } else {
            tell(TEXTS.get(enough ? "names.some" : "names.bad", surveys.size() - good, surveys.size()), "x-circle",
                    enough ? "ivrea-warning" : "ivrea-error");
        }
        for (TargetSurvey survey : surveys) {
            String text = survey.failure() != null
                    ? survey.failure().getMessage()
                    : String.join("; ", survey.readiness().problems());
            if (!text.isEmpty()) {
                var line = Parts.text(survey.target().name() + ": " + text);
                line.setGraphic(Parts.mark("alert-circle", "ivrea-error"));
                failures.getChildren().add(line);
            }
        }
        columns(surveys);
        found.needs().names().forEach(name -> table.getItems().add(new Need(name.kind(), name.name(), false)));
        found.needs().modules()
                .forEach(module -> table.getItems().add(new Need(TEXTS.get("names.module"), module, true)));
    }

    private void columns(List<TargetSurvey> surveys) {
        table.getColumns().add(Parts.column(TEXTS.get("names.kind"), 110, need -> new Label(need.kind())));
        table.getColumns().add(Parts.column(TEXTS.get("names.name"), 160, need -> new Label(need.name())));
        for (TargetSurvey survey : surveys) {
            table.getColumns().add(Parts.column(survey.target().name(), 110, need -> cell(need, survey)));
        }
    }

    private static Label cell(Need need, TargetSurvey survey) {
        if (survey.failure() != null || !survey.readiness().known()
                || need.module() && survey.readiness().uncertain().contains(need.name())) {
            var unknown = new Label(TEXTS.get("names.unknown"));
            unknown.getStyleClass().add("ivrea-muted");
            return unknown;
        }
        return need.isMissing(survey.readiness())
                ? new Label(TEXTS.get(need.module() ? "names.notLoaded" : "names.unbound"),
                        Parts.mark("x-circle", "ivrea-error"))
                : new Label(TEXTS.get(need.module() ? "names.loaded" : "names.bound"),
                        Parts.mark("check-circle", "ivrea-success"));
    }

    private void tell(String text, String icon, String style) {
        story.setText(text);
        story.setGraphic(Parts.mark(icon, style));
    }
}
