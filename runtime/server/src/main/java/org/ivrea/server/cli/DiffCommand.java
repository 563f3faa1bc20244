package org.ivrea.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.ivrea.deploy.difference.DifferenceJson;
import org.ivrea.deploy.difference.DifferenceText;
import org.ivrea.deploy.difference.ProjectComparison;
import org.ivrea.deploy.difference.ProjectDifference;
import org.ivrea.deploy.remote.Target;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.deploy.Candidate;
import org.ivrea.server.cli.deploy.DryRun;
import org.ivrea.server.cli.deploy.TargetOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea diff`.
@Command(name = "diff", sortOptions = false, description = "Say what differs between two projects or packages, or between one and what servers run.")
final class DiffCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(arity = "1..2", paramLabel = "PACKAGE|PROJECT", description = "Two to compare, the older one first; or one to compare with what runs on servers.") private List<Path> given = new ArrayList<>();

    @Mixin private TargetOptions where;

    @Option(names = "--name", paramLabel = "NAME", description = "The project's name on servers (default: after the project's own name).") private @Nullable String name;

    @Option(names = "--logic", description = "Pass over what makes no difference to calls: moved boxes, notes, comments, call scripts.") private boolean logic;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        List<Target> targets = where.targets(ivrea.console().environment());
        if (given.size() == 2 && !targets.isEmpty()) {
            throw new CliFailure("Two projects are compared with each other; give one to compare it with servers");
        }
        if (given.size() == 1 && targets.isEmpty()) {
            throw new CliFailure("Give a second project or package to compare with, or a server by --to, --folder or "
                    + "--servers");
        }
        return given.size() == 2 ? compare() : compare(targets);
    }

    private int compare() {
        NodeRegistry registry = NodeRegistry.load();
        try (Candidate before = Candidate.of(given.getFirst()); Candidate after = Candidate.of(given.getLast())) {
            ProjectDifference difference = new ProjectComparison(registry).compare(before.project(), after.project());
            if (json) {
                ivrea.console().out().print(JsonWriter.canonical(Json.obj("same", Json.of(difference.isEmpty()),
                        "logic", Json.of(difference.isLogic()), "changes", DifferenceJson.of(difference))));
            } else {
                List<String> lines = new DifferenceText(registry).of(difference);
                lines.forEach(line -> ivrea.console().out().println(Style.printable(line)));
            }
            return isSame(difference) ? ExitCode.OK : ExitCode.FOUND;
        } catch (IOException e) {
            throw new CliFailure("The projects cannot be compared: " + IoReason.of(e), e);
        }
    }

    private boolean isSame(ProjectDifference difference) {
        return logic ? !difference.isLogic() : difference.isEmpty();
    }

    private int compare(List<Target> targets) throws InterruptedException {
        try (Candidate candidate = Candidate.of(given.getFirst())) {
            PackageManifest manifest = candidate.manifest();
            String chosen = name != null
                    ? name
                    : manifest == null ? NodeId.from(candidate.project().settings().name()) : manifest.name();
            candidate.project();
            var trial = new DryRun(TargetOptions.clients(List.of()),
                    Objects.requireNonNull(candidate.open().compiled()), candidate.open().codec(), chosen);
            List<DryRun.Found> found = trial.of(targets);
            if (json) {
                trial.json(found, ivrea.console());
            } else {
                trial.text(found, ivrea.console(), ivrea.style());
            }
            if (found.stream().anyMatch(one -> one.survey().failure() != null)) {
                return ExitCode.UNABLE;
            }
            return found.stream().allMatch(one -> one.difference() != null && isSame(one.difference()))
                    ? ExitCode.OK
                    : ExitCode.FOUND;
        }
    }
}
