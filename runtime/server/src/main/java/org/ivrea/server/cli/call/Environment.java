package org.ivrea.server.cli.call;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ivrea.engine.http.Cidr;
import org.ivrea.engine.http.HostPattern;
import org.ivrea.engine.http.HostPolicy;
import org.ivrea.engine.http.HttpService;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.problem.Problem;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.project.Reason;
import org.jspecify.annotations.Nullable;

/// What the names of services stand for, and what may be reached: the file of `--environment`.
///
/// @param services by name
record Environment(Map<String, HttpService> services, HostPolicy policy) {
    private static final List<String> MEMBERS = List.of("services", "allowHttp", "hosts", "ports", "addresses");
    private static final List<String> OF_SERVICE = List.of("url", "headers", "allowPrivate");
    private static final List<String> OF_SECRET = List.of("env");
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    /// Reads the file.
    ///
    /// @param variables of the process, for headers that name one
    /// @throws CliFailure when it cannot be read or says something wrong
    static Environment read(Path file, Map<String, String> variables) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CliFailure("The environment " + file + " cannot be read: " + Reason.of(e), e);
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (parsed.value() instanceof Json.Obj object) {
            var reading = new Reading(variables);
            Environment environment = reading.environment(object);
            reading.problems.stream().findFirst().ifPresent(problem -> {
                throw new CliFailure(problem.withFile(file.toString()).locatedIn(parsed.positions()).toString());
            });
            return environment;
        }
        throw new CliFailure(parsed.problems().isEmpty()
                ? file + " is no environment, which is a JSON object"
                : file + ":" + parsed.problems().getFirst().position() + ": "
                        + parsed.problems().getFirst().message());
    }

    private static final class Reading {
        private final Map<String, String> variables;
        private final List<Problem> problems = new ArrayList<>();

        Reading(Map<String, String> variables) {
            this.variables = variables;
        }

        Environment environment(Json.Obj object) {
            var reader = new ObjectReader(object, JsonPointer.ROOT, problems::add);
            unknown(reader, MEMBERS, JsonPointer.ROOT);
            Map<String, HttpService> services = new LinkedHashMap<>();
            JsonPointer at = JsonPointer.ROOT.child("services");
            reader.reader("services").each((name, service) -> service(service, at.child(name)))
                    .forEach((name, service) -> service.ifPresent(known -> services.put(name, known)));
            return new Environment(services, policy(object, reader));
        }

        private Optional<HttpService> service(ObjectReader service, JsonPointer at) {
            unknown(service, OF_SERVICE, at);
            String url = service.requiredText("url");
            Map<String, String> headers = headers(service.object("headers"), at.child("headers"));
            boolean allowPrivate = service.flag("allowPrivate");
            try {
                return Optional.of(new HttpService(URI.create(url), headers, allowPrivate));
            } catch (IllegalArgumentException e) {
                wrong(at.child("url"), String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }

        private Map<String, String> headers(Json.Obj object, JsonPointer at) {
            Map<String, String> headers = new LinkedHashMap<>();
            object.members().forEach((name, value) -> {
                if (value instanceof Json.Str(String text)) {
                    headers.put(name, text);
                } else if (value instanceof Json.Obj secret) {
                    var reader = new ObjectReader(secret, at.child(name), problems::add);
                    unknown(reader, OF_SECRET, at.child(name));
                    headers.put(name, variable(reader.requiredText("env"), at.child(name)));
                } else {
                    wrong(at.child(name), "The header \"" + name + "\" must be a string, or {\"env\": \"VARIABLE\"}");
                }
            });
            return headers;
        }

        private String variable(String name, JsonPointer at) {
            String value = variables.get(name);
            if (value == null) {
                wrong(at, "The environment variable \"" + name + "\" is not set; set it before the call");
            }
            return value == null ? "" : value;
        }

        private HostPolicy policy(Json.Obj object, ObjectReader reader) {
            List<HostPattern> hosts = new ArrayList<>();
            each(reader.texts("hosts"), "hosts", text -> hosts.add(new HostPattern(text)));
            List<Cidr> addresses = new ArrayList<>();
            each(reader.texts("addresses"), "addresses", text -> addresses.add(Cidr.parse(text)));
            return new HostPolicy(reader.flag("allowHttp"),
                    object.get("hosts") == null ? List.of(new HostPattern("*")) : hosts,
                    ports(object.get("ports")), addresses);
        }

        private void each(List<String> texts, String member, Consumer<String> taker) {
            for (int i = 0; i < texts.size(); i++) {
                try {
                    taker.accept(texts.get(i));
                } catch (IllegalArgumentException e) {
                    wrong(JsonPointer.ROOT.child(member).child(i), String.valueOf(e.getMessage()));
                }
            }
        }

        private Set<Integer> ports(@Nullable Json value) {
            if (value == null) {
                return Set.of(HTTPS_PORT);
            }
            JsonPointer at = JsonPointer.ROOT.child("ports");
            Set<Integer> ports = new TreeSet<>();
            if (value instanceof Json.Arr(List<Json> items)) {
                for (Json item : items) {
                    if (item instanceof Json.Num(var number) && number.scale() <= 0 && number.signum() > 0
                            && number.compareTo(BigDecimal.valueOf(LAST_PORT)) <= 0) {
                        ports.add(number.intValue());
                    } else {
                        wrong(at, "Each port is a number from 1 to " + LAST_PORT);
                    }
                }
            } else {
                wrong(at, "\"ports\" must be an array of numbers, such as [ 443 ]");
            }
            return ports;
        }

        private void unknown(ObjectReader reader, List<String> known, JsonPointer at) {
            reader.rest(known).keySet().forEach(name -> wrong(at.child(name), "Unknown member \"" + name
                    + "\"; there are " + String.join(", ", known)));
        }

        private void wrong(JsonPointer at, String message) {
            problems.add(Problem.error(ProblemCodes.MEMBER_TYPE, at, message));
        }
    }
}
