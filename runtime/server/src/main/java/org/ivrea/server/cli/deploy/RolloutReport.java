package org.ivrea.server.cli.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.RolloutResult;
import org.ivrea.deploy.rollout.TargetResult;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.Style;

/// What came of a rollout, for people and for programs.
public final class RolloutReport {
    private RolloutReport() {}

    public static void text(RolloutResult result, Console console, Style style) {
        for (TargetResult target : result.targets()) {
            String outcome = target.outcome().isGood() ? style.good("ok") : style.error("FAILED");
            console.out().println(outcome + "  " + Style.printable(target.target().name()) + ": "
                    + Style.printable(target.message()) + style.faint(" [" + word(target) + "]"));
        }
        long good = result.targets().stream().filter(target -> target.outcome().isGood()).count();
        String all = Count.of(result.targets().size(), "server");
        console.out().println(result.isSuccess()
                ? style.good(result.plan().project() + " " + result.plan().version() + " runs on " + all)
                : style.error(result.plan().project() + " " + result.plan().version() + " runs on " + good + " of "
                        + all + (result.needsAttention() ? "; look at those that are stuck or unknown" : "")));
    }

    public static void json(RolloutResult result, Console console) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("project", Json.of(result.plan().project()));
        members.put("version", Json.of(result.plan().version()));
        members.put("sha256", Json.of(result.plan().sha256()));
        members.put("mode", Json.of(result.plan().mode() == RolloutMode.ALL_OR_NOTHING
                ? "all-or-nothing"
                : "as-many-as-possible"));
        members.put("deployed", Json.of(result.isSuccess()));
        members.put("needsAttention", Json.of(result.needsAttention()));
        members.put("targets", Json.arr(targets(result)));
        console.out().print(JsonWriter.canonical(Json.obj(members)));
    }

    private static List<Json> targets(RolloutResult result) {
        return result.targets().stream().<Json>map(target -> {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("name", Json.of(target.target().name()));
            members.put("address", Json.of(target.target().address()));
            members.put("outcome", Json.of(word(target)));
            members.put("message", Json.of(target.message()));
            RemoteFailure failure = target.failure();
            if (failure != null) {
                members.put("code", Json.of(failure.code()));
            }
            return Json.obj(members);
        }).toList();
    }

    private static String word(TargetResult target) {
        return target.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
