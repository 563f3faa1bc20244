package org.ivrea.designer.servers.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.rollout.PackedProject;
import org.ivrea.deploy.rollout.Rollout;
import org.ivrea.deploy.rollout.RolloutPlan;
import org.ivrea.deploy.rollout.RolloutResult;
import org.ivrea.deploy.rollout.TargetProgress;
import org.ivrea.deploy.rollout.TargetResult;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.servers.ServersModel;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.compile.RequiredModules;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.SigningKey;
import org.jspecify.annotations.Nullable;

/// The export itself: how far it is on each server, and what came of it.
final class GoPage extends ExportPage {
    private static final Messages TEXTS = Messages.of(Parts.class);

    private final ServersModel servers;
    private final ExportPlan plan;
    private final Label story = Parts.text("", "ivrea-title");
    private final VBox rows = new VBox(14);
    private final Map<Target, TargetRow> byTarget = new HashMap<>();
    private final Button cancel = Parts.button("export-cancel", TEXTS.get("go.cancel"), "x", this::cancel);
    private final Button retry = Parts.button("export-retry", TEXTS.get("go.retry"), "refresh-cw", this::retry);
    private @Nullable Rollout rollout;
    private @Nullable RolloutResult result;
    private @Nullable Path file;
    private boolean entered;

    GoPage(ServersModel servers, ExportPlan plan) {
        super("go", 14);
        this.servers = servers;
        this.plan = plan;
        story.setId("export-story");
        rows.getStyleClass().add("go-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("export-servers");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        for (Button button : new Button[] {cancel, retry}) {
            button.managedProperty().bind(button.visibleProperty());
        }
        story.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(story, Priority.ALWAYS);
        content.getChildren().addAll(new HBox(10, story, cancel, retry), scroll);
    }

    boolean isUnderWay() {
        return entered && !ready.get();
    }

    @Override
    void enter() {
        entered = true;
        List<Target> targets = plan.servers.stream().map(servers::target).toList();
        rows.getChildren().clear();
        byTarget.clear();
        targets.forEach(target -> {
            var row = new TargetRow(target.name());
            byTarget.put(target, row);
            rows.getChildren().add(row);
        });
        begin(TEXTS.get("go.packing"));
        cancel.setVisible(false);
        CompiledProject project = Objects.requireNonNull(plan.project);
        SigningKey key = Objects.requireNonNull(plan.key);
        String name = plan.name;
        String version = plan.version;
        Thread.ofPlatform().daemon().name("ivrea-pack").start(() -> {
            try {
                Path made = Files.createTempFile("ivrea-export", PackageManifest.SUFFIX);
                PackedProject packed = PackedProject.pack(project.project(),
                        new FlowCodec(project.registry(), JsonLimits.DEFAULT), name, version,
                        List.copyOf(RequiredModules.of(project)), key, made);
                Platform.runLater(() -> {
                    file = made;
                    start(new RolloutPlan(made, packed.sha256(), name, version, targets, plan.mode, false,
                            RolloutPlan.PARALLEL));
                });
            } catch (IOException | IllegalArgumentException e) {
                Platform.runLater(() -> over(TEXTS.get("go.unpacked", String.valueOf(e.getMessage())),
                        "ivrea-error"));
            }
        });
    }

    private void begin(String text) {
        ready.set(false);
        retry.setVisible(false);
        cancel.setVisible(true);
        cancel.setDisable(false);
        story.setText(text);
        story.setGraphic(null);
    }

    private void start(RolloutPlan what) {
        begin(TEXTS.get("go.under", what.project(), what.version()));
        what.targets().forEach(target -> row(target).begin());
        var running = new Rollout(what, servers.targets(), this::told);
        rollout = running;
        Thread.ofPlatform().daemon().name("ivrea-export").start(() -> {
            RolloutResult came = running.run();
            Platform.runLater(() -> finished(came));
        });
    }

    private void told(TargetProgress progress) {
        Platform.runLater(() -> {
            if (rollout != null) {
                row(progress.target()).show(progress);
            }
        });
    }

    private TargetRow row(Target target) {
        return Objects.requireNonNull(byTarget.get(target));
    }

    private void finished(RolloutResult came) {
        rollout = null;
        result = came;
        came.targets().forEach(one -> row(one.target()).show(one));
        servers.refresh();
        long good = came.targets().stream().filter(one -> one.outcome().isGood()).count();
        if (came.isSuccess()) {
            over(TEXTS.get("go.good", came.plan().project(), came.plan().version()), "ivrea-success");
        } else if (came.needsAttention()) {
            over(TEXTS.get("go.open"), "ivrea-error");
        } else if (came.count(TargetResult.Outcome.CANCELLED) > 0 && good == 0) {
            over(TEXTS.get("go.cancelled"), "ivrea-warning");
        } else {
            over(TEXTS.get("go.bad", came.targets().size() - good, came.targets().size()), "ivrea-error");
        }
        retry.setVisible(!came.isSuccess());
    }

    private void over(String text, String style) {
        story.setText(text);
        story.setGraphic(Parts.mark(style.equals("ivrea-success") ? "check-circle" : "alert-circle", style));
        cancel.setVisible(false);
        ready.set(true);
    }

    private void cancel() {
        cancel.setDisable(true);
        story.setText(TEXTS.get("go.cancelling"));
        if (rollout != null) {
            rollout.cancel();
        }
    }

    private void retry() {
        if (result != null) {
            start(result.retry());
        }
    }

    /// The window is closed: what was packed is not needed any more.
    void close() {
        if (rollout != null) {
            rollout.cancel();
        }
        if (file != null) {
            file.toFile().delete();
        }
    }
}
