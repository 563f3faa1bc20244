package org.ivrea.server.cli.deploy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.difference.DifferenceJson;
import org.ivrea.deploy.difference.DifferenceText;
import org.ivrea.deploy.difference.ProjectComparison;
import org.ivrea.deploy.difference.ProjectDifference;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.PackageContents;
import org.ivrea.deploy.rollout.ProjectNeeds;
import org.ivrea.deploy.rollout.Survey;
import org.ivrea.deploy.rollout.TargetSurvey;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.Style;
import org.jspecify.annotations.Nullable;

/// Says what a deployment would meet and change, and changes nothing.
public final class DryRun {
    private final Targets targets;
    private final CompiledProject project;
    private final FlowCodec codec;
    private final String name;

    /// @param name of the project on servers
    public DryRun(Targets targets, CompiledProject project, FlowCodec codec, String name) {
        this.targets = targets;
        this.project = project;
        this.codec = codec;
        this.name = name;
    }

    /// What one target would meet.
    ///
    /// @param difference to what runs there; `null` when nothing runs there or it could not be fetched
    public record Found(TargetSurvey survey, @Nullable ProjectDifference difference) {
        public boolean isReady() {
            return survey.isReady();
        }
    }

    public List<Found> of(List<Target> asked) throws InterruptedException {
        List<Found> found = new ArrayList<>();
        for (TargetSurvey survey : new Survey(targets).of(asked, name, ProjectNeeds.of(project))) {
            found.add(of(survey));
        }
        return found;
    }

    private Found of(TargetSurvey survey) throws InterruptedException {
        PackageInfo active = survey.active();
        if (active == null) {
            return new Found(survey, null);
        }
        try (TargetClient client = targets.open(survey.target());
                PackageContents running = PackageContents.fetch(client, active.sha256())) {
            return new Found(survey, new ProjectComparison(project.registry())
                    .compare(running.project(codec).orThrow(), project.project()));
        } catch (RemoteFailure e) {
            return new Found(new TargetSurvey(survey.target(), active, survey.readiness(), e), null);
        } catch (IOException e) {
            throw new CliFailure("The project cannot be compared: " + IoReason.of(e), e);
        }
    }

    public void text(List<Found> all, Console console, Style style) {
        var words = new DifferenceText(project.registry());
        for (Found found : all) {
            TargetSurvey survey = found.survey();
            PackageInfo active = survey.active();
            RemoteFailure failure = survey.failure();
            console.out().println(style.strong(Style.printable(survey.target().name())) + ": "
                    + (active == null
                            ? failure == null ? "no version of " + name + " runs there" : ""
                            : "runs " + name + " " + Style.printable(active.version())));
            if (failure != null) {
                console.out().println("  " + style.error(Style.printable(failure.getMessage())));
            } else if (!survey.readiness().isReady()) {
                console.out().println("  " + style.error(Style.printable(survey.readiness().summary())));
            }
            if (found.difference() != null) {
                List<String> lines = words.of(found.difference());
                lines.forEach(line -> console.out().println("  " + Style.printable(line)));
                if (lines.isEmpty()) {
                    console.out().println("  nothing would change");
                }
            }
        }
    }

    public void json(List<Found> all, Console console) {
        List<Json> listed = new ArrayList<>();
        for (Found found : all) {
            TargetSurvey survey = found.survey();
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("name", Json.of(survey.target().name()));
            members.put("address", Json.of(survey.target().address()));
            members.put("ready", Json.of(found.isReady()));
            members.put("running", survey.active() == null ? Json.NULL : Json.of(survey.active().version()));
            members.put("unbound", Json.arr(survey.readiness().unbound().stream()
                    .<Json>map(unbound -> Json.obj("kind", Json.of(unbound.kind()), "name", Json.of(unbound.name())))
                    .toList()));
            members.put("missingModules",
                    Json.arr(survey.readiness().missing().stream().<Json>map(Json::of).toList()));
            RemoteFailure failure = survey.failure();
            if (failure != null) {
                members.put("code", Json.of(failure.code()));
                members.put("message", Json.of(failure.getMessage()));
            }
            if (found.difference() != null) {
                members.put("changes", DifferenceJson.of(found.difference()));
            }
            listed.add(Json.obj(members));
        }
        console.out().print(JsonWriter.canonical(Json.obj("project", Json.of(name), "targets", Json.arr(listed))));
    }
}
