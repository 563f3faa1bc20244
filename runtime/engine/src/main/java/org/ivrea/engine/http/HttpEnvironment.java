package org.ivrea.engine.http;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.ivrea.flow.codec.ObjectReader;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The part of a server's environment file that is about HTTP: what the names of services stand for, and what may be
/// reached.
///
/// @param services by name
public record HttpEnvironment(Map<String, HttpService> services, HostPolicy policy) {

    /// The members of the environment that are read here.
    public static final List<String> MEMBERS = List.of("services", "allowHttp", "hosts", "ports", "addresses");

    private static final List<String> OF_SERVICE = List.of("url", "headers", "allowPrivate");
    private static final int HTTPS_PORT = 443;
    private static final int LAST_PORT = 65_535;

    public HttpEnvironment {
        services = Map.copyOf(services);
    }

    /// Nothing is bound, every public host may be reached.
    public static HttpEnvironment empty() {
        return new HttpEnvironment(Map.of(), HostPolicy.anyPublicHost());
    }

    /// Reads the members; others are passed over.
    ///
    /// @param variables of the process, for headers that name one
    /// @param problems  is given what is wrong, without position
    public static HttpEnvironment read(Json.Obj object, Map<String, String> variables, Consumer<Problem> problems) {
        return new Reading(variables, problems).environment(object);
    }

    /// Says that members are not known.
    public static void refuseUnknown(ObjectReader reader, List<String> known, JsonPointer at,
            Consumer<Problem> problems) {
        reader.rest(known).keySet().forEach(name -> problems.accept(Problem.error(ProblemCodes.MEMBER_TYPE,
                at.child(name), "Unknown member \"" + name + "\"; there are " + String.join(", ", known))));
    }

    private static final class Reading {
        private final Map<String, String> variables;
        private final Consumer<Problem> problems;

        Reading(Map<String, String> variables, Consumer<Problem> problems) {
            this.variables = variables;
            this.problems = problems;
        }

        HttpEnvironment environment(Json.Obj object) {
            var reader = new ObjectReader(object, JsonPointer.ROOT, problems);
            Map<String, HttpService> services = new LinkedHashMap<>();
            JsonPointer at = JsonPointer.ROOT.child("services");
            reader.reader("services").each((name, service) -> service(service, at.child(name)))
                    .forEach((name, service) -> service.ifPresent(known -> services.put(name, known)));
            return new HttpEnvironment(services, policy(object, reader));
        }

        private Optional<HttpService> service(ObjectReader service, JsonPointer at) {
            refuseUnknown(service, OF_SERVICE, at, problems);
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
            var secrets = new SecretText(variables, problems);
            object.members().forEach((name, value) -> headers.put(name, secrets.read(name, value, at.child(name))));
            return headers;
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

        private void wrong(JsonPointer at, String message) {
            problems.accept(Problem.error(ProblemCodes.MEMBER_TYPE, at, message));
        }
    }
}
