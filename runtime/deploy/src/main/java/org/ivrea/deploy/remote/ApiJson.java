package org.ivrea.deploy.remote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Reads the answers of the admin interface. Members that are not known are passed over: a newer server may have more.
final class ApiJson {
    private ApiJson() {}

    static ServerInfo server(Json.Obj answer) throws RemoteFailure {
        Json modules = answer.get("modules");
        return new ServerInfo(optional(answer, "name"), text(answer, "version"), (int) number(answer, "apiVersion"),
                numbers(answer.get("packageFormats")), (int) number(answer, "flowFormat"),
                modules instanceof Json.Arr ? texts(modules) : null, number(answer, "generation"));
    }

    static Inventory inventory(Json.Obj answer) throws RemoteFailure {
        List<ProjectInfo> projects = new ArrayList<>();
        for (Json.Obj project : objects(answer.get("projects"))) {
            List<PackageInfo> packages = new ArrayList<>();
            for (Json.Obj stored : objects(project.get("packages"))) {
                packages.add(stored(stored));
            }
            projects.add(new ProjectInfo(text(project, "name"),
                    project.get("active") instanceof Json.Obj active ? stored(active) : null, packages));
        }
        return new Inventory(number(answer, "generation"), projects);
    }

    static PackageInfo stored(Json.Obj stored) throws RemoteFailure {
        return new PackageInfo(text(stored, "sha256"), text(stored, "name"), text(stored, "version"),
                optional(stored, "signer"), optional(stored, "uploadedAt"), optional(stored, "by"),
                number(stored, "size"), stored.get("active") == Json.Bool.TRUE);
    }

    static Readiness readiness(Json.Obj answer) throws RemoteFailure {
        List<ResourceName> unbound = new ArrayList<>();
        for (Json.Obj name : objects(answer.get("unbound"))) {
            unbound.add(new ResourceName(text(name, "kind"), text(name, "name")));
        }
        List<String> missing = new ArrayList<>();
        List<String> uncertain = new ArrayList<>();
        for (Json.Obj module : objects(answer.get("modules"))) {
            if (module.get("loaded") != Json.Bool.TRUE) {
                (module.get("loaded") == Json.Bool.FALSE ? missing : uncertain).add(text(module, "name"));
            }
        }
        List<String> problems = new ArrayList<>();
        for (Json problem : items(answer.get("problems"))) {
            problems.add(problem instanceof Json.Obj object ? optional(object, "message") : plain(problem));
        }
        return new Readiness(true, unbound, missing, uncertain, problems);
    }

    static Activation activation(Json.Obj answer) throws RemoteFailure {
        List<Activation.Change> changes = new ArrayList<>();
        for (Json.Obj change : objects(answer.get("activated"))) {
            changes.add(new Activation.Change(text(change, "project"), nullable(change, "from"),
                    nullable(change, "to")));
        }
        return new Activation(number(answer, "generation"), changes);
    }

    static List<HistoryEntry> history(Json.Obj answer) throws RemoteFailure {
        List<HistoryEntry> entries = new ArrayList<>();
        for (Json.Obj entry : objects(answer.get("entries"))) {
            entries.add(new HistoryEntry(text(entry, "at"), optional(entry, "by"), text(entry, "action"),
                    nullable(entry, "from"), nullable(entry, "to"), optional(entry, "version")));
        }
        return entries;
    }

    static List<LiveCall> calls(Json.Obj answer) throws RemoteFailure {
        List<LiveCall> calls = new ArrayList<>();
        for (Json.Obj call : objects(answer.get("calls"))) {
            calls.add(new LiveCall(text(call, "id"), optional(call, "project"), optional(call, "flow"),
                    optional(call, "version"), optional(call, "node"), optional(call, "startedAt"),
                    optional(call, "caller")));
        }
        return calls;
    }

    private static String text(Json.Obj of, String member) throws RemoteFailure {
        if (of.get(member) instanceof Json.Str(String text)) {
            return text;
        }
        throw unexpected(member);
    }

    private static String optional(Json.Obj of, String member) {
        return of.get(member) instanceof Json.Str(String text) ? text : "";
    }

    private static @Nullable String nullable(Json.Obj of, String member) {
        return of.get(member) instanceof Json.Str(String text) ? text : null;
    }

    private static long number(Json.Obj of, String member) throws RemoteFailure {
        if (of.get(member) instanceof Json.Num(BigDecimal number) && number.scale() == 0 && number.precision() < 19) {
            return number.longValue();
        }
        throw unexpected(member);
    }

    private static String plain(Json value) {
        return value instanceof Json.Str(String text) ? text : value.toString();
    }

    private static List<Json> items(@Nullable Json value) {
        return value instanceof Json.Arr(List<Json> items) ? items : List.of();
    }

    private static List<Json.Obj> objects(@Nullable Json value) {
        return keep(value, item -> item instanceof Json.Obj object ? object : null);
    }

    private static List<String> texts(@Nullable Json value) {
        return keep(value, Json::asText);
    }

    private static List<Integer> numbers(@Nullable Json value) {
        return keep(value, Json::asInt);
    }

    private static <T> List<T> keep(@Nullable Json value, Function<Json, @Nullable T> as) {
        List<T> kept = new ArrayList<>();
        for (Json item : items(value)) {
            T found = as.apply(item);
            if (found != null) {
                kept.add(found);
            }
        }
        return kept;
    }

    private static RemoteFailure unexpected(String member) {
        return new RemoteFailure(Kind.INCOMPATIBLE, "The server's answer lacks \"" + member
                + "\"; it is no Ivrea server, or one of another version");
    }
}
