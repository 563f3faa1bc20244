package org.ivrea.server.cli;

import java.util.concurrent.Callable;
import org.ivrea.deploy.remote.Activation;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.server.cli.deploy.EachTarget;
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
        return new EachTarget(ivrea.console(), ivrea.style(), json, name, "rolledBack")
                .run(where.required(ivrea.console().environment()), client -> {
                    String version = rollBack(client);
                    return new EachTarget.Done(version, "New calls run " + name + " " + version);
                });
    }

    private String rollBack(TargetClient client) throws RemoteFailure, InterruptedException {
        client.server();
        Inventory inventory = client.inventory();
        @Nullable ProjectInfo project = inventory.project(name);
        if (project == null) {
            throw new RemoteFailure(RemoteFailure.Kind.NOT_FOUND, "There is no project \"" + name + "\""
                    + EachTarget.others(inventory));
        }
        Activation done = client.rollback(name, wanted(project), inventory.generation());
        @Nullable String to = done.changes().isEmpty() ? null : done.changes().getFirst().to();
        return project.packages().stream().filter(stored -> stored.sha256().equals(to)).map(PackageInfo::version)
                .findFirst().orElse(String.valueOf(to));
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
}
