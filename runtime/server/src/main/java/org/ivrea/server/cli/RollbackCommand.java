package org.ivrea.server.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ivrea.deploy.remote.Activation;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.deploy.TargetOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea rollback`.
@Command(name = "rollback", sortOptions = false, description = "Have new calls on servers run an earlier version of a project again.")
final class RollbackCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(paramLabel = "NAME", description = "The project's name on the servers.") private String name = "";

    @Mixin private TargetOptions where;

    @Option(names = "--release", paramLabel = "VERSION", description = "Back to this version (default: the one that ran before).") private @Nullable String release;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        List<Json> reports = new ArrayList<>();
        boolean good = true;
        for (Target target : where.required(ivrea.console().environment())) {
            Map<String, Json> report = new LinkedHashMap<>();
            report.put("name", Json.of(target.name()));
            report.put("address", Json.of(target.address()));
            try (TargetClient client = Targets.real(List.of(), DeployCommand.user()).open(target)) {
                String version = rollBack(client);
                report.put("rolledBack", Json.of(true));
                report.put("version", Json.of(version));
                tell(ivrea.style().good("ok"), target, "New calls run " + name + " " + version);
            } catch (RemoteFailure e) {
                good = false;
                report.put("rolledBack", Json.of(false));
                report.put("code", Json.of(e.code()));
                report.put("message", Json.of(e.getMessage()));
                tell(ivrea.style().error("FAILED"), target, e.getMessage());
            }
            reports.add(Json.obj(report));
        }
        if (json) {
            ivrea.console().out()
                    .print(JsonWriter.canonical(Json.obj("project", Json.of(name), "targets", Json.arr(reports))));
        }
        return good ? ExitCode.OK : ExitCode.FOUND;
    }

    private String rollBack(TargetClient client) throws RemoteFailure, InterruptedException {
        client.server();
        Inventory inventory = client.inventory();
        @Nullable ProjectInfo project = inventory.project(name);
        if (project == null) {
            throw new RemoteFailure(RemoteFailure.Kind.NOT_FOUND, "There is no project \"" + name + "\"; there are: "
                    + String.join(", ", inventory.projects().stream().map(ProjectInfo::name).toList()));
        }
        Activation done = client.rollback(name, wanted(project), inventory.generation());
        String to = done.changes().isEmpty() ? "" : done.changes().getFirst().to();
        return project.packages().stream().filter(stored -> stored.sha256().equals(to)).map(PackageInfo::version)
                .findFirst().orElse(to);
    }

    /// @return `null` for the version before
    private @Nullable String wanted(ProjectInfo project) throws RemoteFailure {
        if (release == null) {
            return null;
        }
        return project.packages().stream().filter(stored -> stored.version().equals(release)).map(PackageInfo::sha256)
                .findFirst().orElseThrow(() -> new RemoteFailure(RemoteFailure.Kind.NOT_FOUND, "The server does not "
                        + "have version " + release + " of " + name + "; it has: " + String.join(", ",
                                project.packages().stream().map(PackageInfo::version).distinct().toList())));
    }

    private void tell(String outcome, Target target, String message) {
        if (!json) {
            ivrea.console().out().println(outcome + "  " + Style.printable(target.name()) + ": "
                    + Style.printable(message));
        }
    }
}
