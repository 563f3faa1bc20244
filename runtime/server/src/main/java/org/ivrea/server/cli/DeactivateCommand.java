package org.ivrea.server.cli;

import java.util.concurrent.Callable;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.server.cli.deploy.EachTarget;
import org.ivrea.server.cli.deploy.TargetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea deactivate`.
@Command(name = "deactivate", sortOptions = false, description = "Take a project out of service on servers: new calls to it get the fallback.")
final class DeactivateCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Parameters(paramLabel = "NAME", description = "The project's name on the servers.") private String name = "";

    @Mixin private TargetOptions where;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        return new EachTarget(ivrea.console(), ivrea.style(), json, name, "deactivated")
                .run(where.required(ivrea.console().environment()), this::deactivate);
    }

    private EachTarget.Done deactivate(TargetClient client) throws RemoteFailure, InterruptedException {
        client.server();
        Inventory inventory = client.inventory();
        PackageInfo active = inventory.active(name);
        if (active == null) {
            throw new RemoteFailure(RemoteFailure.Kind.NOT_FOUND, "No version of \"" + name + "\" runs there"
                    + EachTarget.others(inventory));
        }
        client.deactivate(name, inventory.generation());
        return new EachTarget.Done(active.version(), name + " " + active.version()
                + " is out of service; calls in progress finish, new ones get the fallback");
    }
}
