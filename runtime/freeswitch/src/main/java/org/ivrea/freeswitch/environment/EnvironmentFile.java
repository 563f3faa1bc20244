package org.ivrea.freeswitch.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.http.HttpEnvironment;
import org.ivrea.engine.http.SecretText;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// Reads the environment file, a JSON object. Besides the members of [HttpEnvironment]:
///
/// - `destinations`, `queues`, `mailboxes`, `rooms`, `gateways`, `applications`, `secrets`: what each name stands for. A
///   value is text, `{"env": "VARIABLE"}` for one that the process's environment holds, or `{"file": "PATH"}` for the first
///   line of a file, such as those that a service manager hands over as credentials;
/// - `users`: how a number without a gateway is dialled, such as `user/{number}`;
/// - `channelVariables`: which variables flows may set besides the usual ones, such as `crm_*`.
public final class EnvironmentFile {
    private static final Map<ResourceKind, String> MEMBERS = members();
    private static final String USERS = "users";
    private static final String VARIABLES = "channelVariables";

    private final Map<String, String> process;
    private final List<Problem> problems = new ArrayList<>();

    /// What reading came to.
    ///
    /// @param environment `null` when there are problems
    public record Result(@Nullable Environment environment, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    private EnvironmentFile(Map<String, String> process) {
        this.process = process;
    }

    private static Map<ResourceKind, String> members() {
        var members = new EnumMap<ResourceKind, String>(ResourceKind.class);
        members.put(ResourceKind.DESTINATION, "destinations");
        members.put(ResourceKind.QUEUE, "queues");
        members.put(ResourceKind.MAILBOX, "mailboxes");
        members.put(ResourceKind.ROOM, "rooms");
        members.put(ResourceKind.GATEWAY, "gateways");
        members.put(ResourceKind.APPLICATION, "applications");
        members.put(ResourceKind.SECRET, "secrets");
        return members;
    }

    /// All members that a file may have.
    public static List<String> memberNames() {
        List<String> names = new ArrayList<>(HttpEnvironment.MEMBERS);
        names.addAll(MEMBERS.values());
        names.add(USERS);
        names.add(VARIABLES);
        return names;
    }

    /// Reads the file; never throws for what it says.
    ///
    /// @param process the environment variables of the process
    public static Result read(Path file, Map<String, String> process) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Result(null, List.of(Problem.error(ProblemCodes.FILE_UNREADABLE, JsonPointer.ROOT,
                    "The environment cannot be read: " + e).withFile(file.toString())));
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (!(parsed.value() instanceof Json.Obj object)) {
            return new Result(null, List.of(Problem.error(ProblemCodes.FILE_UNREADABLE, JsonPointer.ROOT,
                    parsed.problems().isEmpty()
                            ? "An environment is a JSON object"
                            : parsed.problems().getFirst().position() + ": "
                                    + parsed.problems().getFirst().message())
                    .withFile(file.toString())));
        }
        var reading = new EnvironmentFile(process);
        Environment environment = reading.environment(object);
        List<Problem> found = reading.problems.stream()
                .map(problem -> problem.withFile(file.toString()).locatedIn(parsed.positions())).toList();
        return new Result(found.isEmpty() ? environment : null, found);
    }

    private Environment environment(Json.Obj object) {
        var reader = new ObjectReader(object, JsonPointer.ROOT, problems::add);
        HttpEnvironment.refuseUnknown(reader, memberNames(), JsonPointer.ROOT, problems::add);
        var names = new EnumMap<ResourceKind, Map<String, String>>(ResourceKind.class);
        MEMBERS.forEach(
                (kind, member) -> names.put(kind, bound(reader.object(member), JsonPointer.ROOT.child(member))));
        String users = reader.text(USERS);
        if (users != null && !users.contains(Environment.NUMBER)) {
            wrong(JsonPointer.ROOT.child(USERS), "\"users\" must hold " + Environment.NUMBER + ", such as \""
                    + Environment.USERS + "\"");
        }
        return new Environment(names, reader.texts(VARIABLES), users == null ? Environment.USERS : users,
                HttpEnvironment.read(object, process, problems::add));
    }

    private Map<String, String> bound(Json.Obj object, JsonPointer at) {
        Map<String, String> bound = new LinkedHashMap<>();
        var secrets = new SecretText(process, problems::add);
        object.members().forEach((name, value) -> bound.put(name, secrets.read(name, value, at.child(name))));
        return bound;
    }

    private void wrong(JsonPointer at, String message) {
        problems.add(Problem.error(ProblemCodes.MEMBER_TYPE, at, message));
    }
}
