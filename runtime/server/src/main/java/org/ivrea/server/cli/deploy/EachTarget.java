package org.ivrea.server.cli.deploy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;

/// Does the same to a project on one target after the other, and reports what came of it.
///
/// @param json    whether to report as JSON
/// @param project its name on servers
/// @param member  of the JSON report: whether it was done
public record EachTarget(Console console, Style style, boolean json, String project, String member) {

    /// @param version of the package that it was about
    /// @param message for people
    public record Done(String version, String message) {}

    @FunctionalInterface
    public interface Work {
        Done with(TargetClient client) throws RemoteFailure, InterruptedException;
    }

    /// @return the exit code
    public int run(List<Target> targets, Work work) throws InterruptedException {
        List<Json> reports = new ArrayList<>();
        boolean good = true;
        for (Target target : targets) {
            Map<String, Json> report = new LinkedHashMap<>();
            report.put("name", Json.of(target.name()));
            report.put("address", Json.of(target.address()));
            try (TargetClient client = TargetOptions.clients(List.of()).open(target)) {
                Done done = work.with(client);
                report.put(member, Json.of(true));
                report.put("version", Json.of(done.version()));
                tell(style.good("ok"), target, done.message());
            } catch (RemoteFailure e) {
                good = false;
                report.put(member, Json.of(false));
                report.put("code", Json.of(e.code()));
                report.put("message", Json.of(e.getMessage()));
                tell(style.error("FAILED"), target, e.getMessage());
            }
            reports.add(Json.obj(report));
        }
        if (json) {
            console.out()
                    .print(JsonWriter.canonical(Json.obj("project", Json.of(project), "targets", Json.arr(reports))));
        }
        return good ? ExitCode.OK : ExitCode.FOUND;
    }

    /// Which projects there are, to be added to a message.
    public static String others(Inventory inventory) {
        List<String> names = inventory.projects().stream().map(ProjectInfo::name).toList();
        return names.isEmpty() ? "; there is no project at all" : "; there are: " + String.join(", ", names);
    }

    private void tell(String outcome, Target target, String message) {
        if (!json) {
            console.out().println(outcome + "  " + Style.printable(target.name()) + ": " + Style.printable(message));
        }
    }
}
