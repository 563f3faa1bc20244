package org.ivrea.freeswitch.environment;

import java.io.IOException;
import java.math.BigDecimal;
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
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// Reads the environment file, a JSON object. Besides the members of [HttpEnvironment]:
///
/// - `destinations`, `queues`, `mailboxes`, `rooms`, `gateways`, `applications`, `secrets`: what each name stands for. A
///   value is text, `{"env": "VARIABLE"}` for one that the process's environment holds, or `{"file": "PATH"}` for the first
///   line of a file, such as those that a service manager hands over as credentials;
/// - of `queues` it may also be `{"queue": "NAME", "mostWaiting": 20}`: more callers than that do not wait there;
/// - `users`: how a number without a gateway is dialled, such as `user/{number}`;
/// - `channelVariables`: which variables flows may set besides the usual ones, such as `crm_*`.
public final class EnvironmentFile {
    private static final Map<ResourceKind, String> MEMBERS = members();
    private static final String USERS = "users";
    private static final String VARIABLES = "channelVariables";
    private static final String QUEUE = "queue";
    private static final String MOST_WAITING = "mostWaiting";
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final Map<String, String> process;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> mostWaiting = new LinkedHashMap<>();

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
                    "The environment cannot be read: " + IoReason.of(e)).withFile(file.toString())));
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
                (kind, member) -> names.put(kind, bound(kind, reader.object(member), JsonPointer.ROOT.child(member))));
        String users = reader.text(USERS);
        if (users != null && !users.contains(Environment.NUMBER)) {
            wrong(JsonPointer.ROOT.child(USERS), "\"users\" must hold " + Environment.NUMBER + ", such as \""
                    + Environment.USERS + "\"");
        }
        return new Environment(names, mostWaiting, reader.texts(VARIABLES), users == null ? Environment.USERS : users,
                HttpEnvironment.read(object, process, problems::add));
    }

    private Map<String, String> bound(ResourceKind kind, Json.Obj object, JsonPointer at) {
        Map<String, String> bound = new LinkedHashMap<>();
        var secrets = new SecretText(process, problems::add);
        object.members().forEach((name, value) -> bound.put(name,
                kind == ResourceKind.QUEUE && value instanceof Json.Obj queue && queue.members().containsKey(QUEUE)
                        ? limited(name, queue, at.child(name))
                        : secrets.read(name, value, at.child(name))));
        return bound;
    }

    private String limited(String name, Json.Obj queue, JsonPointer at) {
        var reader = new ObjectReader(queue, at, problems::add);
        HttpEnvironment.refuseUnknown(reader, List.of(QUEUE, MOST_WAITING), at, problems::add);
        Json most = queue.members().get(MOST_WAITING);
        if (most instanceof Json.Num(BigDecimal number) && number.scale() <= 0 && number.signum() > 0
                && number.compareTo(MOST) <= 0) {
            mostWaiting.put(name, number.intValue());
        } else if (most != null) {
            wrong(at.child(MOST_WAITING), "\"" + MOST_WAITING + "\" must be a whole number from 1 to " + MOST
                    + "; leave it out for any number");
        }
        return reader.requiredText(QUEUE);
    }

    private void wrong(JsonPointer at, String message) {
        problems.add(Problem.error(ProblemCodes.MEMBER_TYPE, at, message));
    }
}
