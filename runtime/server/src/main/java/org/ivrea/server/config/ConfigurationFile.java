package org.ivrea.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.config.ServerConfiguration.Incoming;
import org.ivrea.server.config.ServerConfiguration.Journeys;
import org.ivrea.server.config.ServerConfiguration.Route;
import org.ivrea.server.config.ServerConfiguration.Tls;
import org.jspecify.annotations.Nullable;

/// Reads `server.json`. What is misspelt, missing or contradictory is a problem with its place; nothing is guessed.
public final class ConfigurationFile {
    private static final int USUAL_KEEP = 10;
    private static final int USUAL_RATE = 600;
    private static final int USUAL_FAILURES = 10;
    private static final long USUAL_PACE = 4L << 10;
    private static final int USUAL_DAYS = 30;
    private static final int USUAL_QUEUE = 20_000;
    private static final long USUAL_BYTES = 2L << 30;

    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();

    /// @param configuration `null` when there are problems
    public record Result(@Nullable ServerConfiguration configuration, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }

        /// All problems, a line each.
        public String message() {
            return String.join("\n", problems.stream().map(Problem::toString).toList());
        }
    }

    private ConfigurationFile(Path folder) {
        this.folder = folder;
    }

    /// Reads the file; never throws for what it says.
    public static Result read(Path given) {
        Path file = given.toAbsolutePath().normalize();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            return new Result(null, List.of(Problem.error(ProblemCodes.FILE_UNREADABLE, JsonPointer.ROOT,
                    "The configuration cannot be read: " + IoReason.of(e) + "; create it, or name another one")
                    .withFile(file.toString())));
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (!(parsed.value() instanceof Json.Obj object)) {
            return new Result(null, parsed.problems().isEmpty()
                    ? List.of(Problem.error(ProblemCodes.FILE_UNREADABLE, JsonPointer.ROOT,
                            "A configuration is a JSON object").withFile(file.toString()))
                    : parsed.problems().stream().map(problem -> Problem.error(ProblemCodes.FILE_UNREADABLE,
                            JsonPointer.ROOT, problem.message()).withPosition(problem.position())
                            .withFile(file.toString())).toList());
        }
        Path parent = file.getParent();
        var reading = new ConfigurationFile(parent == null ? file : parent);
        ServerConfiguration configuration = reading.configuration(new Settings(object, JsonPointer.ROOT,
                reading.problems::add, reading.folder));
        List<Problem> found = reading.problems.stream()
                .map(problem -> problem.withFile(file.toString()).locatedIn(parsed.positions())).toList();
        return new Result(found.isEmpty() ? configuration : null, found);
    }

    private ServerConfiguration configuration(Settings settings) {
        settings.known("name", "state", "store", "environment", "trustedKeys", "admin", "journeys", "routes", "keep",
                "incoming", "maxPackageBytes");
        Path state = settings.optionalPath("state");
        // What the server writes stands beside the store where nothing else is said: there it may write.
        Path store = state == null ? settings.path("store") : settings.path("store", state.resolve("store"));
        Path parent = store.getParent();
        Path beside = state != null ? state : parent == null ? folder : parent;
        return new ServerConfiguration(settings.text("name", ""), store,
                settings.optionalPath("environment"), settings.path("trustedKeys"),
                admin(settings.part("admin"), beside), journeys(settings.part("journeys"), beside), routes(settings),
                (int) settings.number("keep", USUAL_KEEP, 1, 10_000), incoming(settings), limits(settings));
    }

    private static PackageLimits limits(Settings settings) {
        PackageLimits usual = PackageLimits.DEFAULT;
        long most = settings.number("maxPackageBytes", usual.maxBytes(), 1_024, (4L << 30) - 2);
        return new PackageLimits(most, Math.min(most, usual.maxEntryBytes()), usual.maxEntries());
    }

    /// @param state folder of what the server writes
    private static @Nullable Admin admin(@Nullable Settings settings, Path state) {
        if (settings == null) {
            return null;
        }
        settings.known("listen", "tls", "tokens", "audit", "requestsPerMinute", "failuresPerMinute",
                "minBytesPerSecond");
        Tls tls = tls(settings.part("tls"));
        String listen = settings.text("listen", "127.0.0.1:8723");
        int colon = listen.lastIndexOf(':');
        int port = port(listen.substring(colon + 1));
        String host = colon < 0 ? "" : listen.substring(0, colon).replace("[", "").replace("]", "");
        if (host.isEmpty() || port < 0) {
            settings.wrong("listen", "\"listen\" is ADDRESS:PORT, such as 127.0.0.1:8723, not \"" + listen + "\"");
        } else if (tls == null && !Loopback.is(host)) {
            settings.wrong("listen", "\"" + listen + "\" can be reached from other machines, so tokens would cross the "
                    + "network in the clear; add \"tls\", or listen on 127.0.0.1");
        }
        return new Admin(host, port, tls, settings.path("tokens", state.resolve("tokens")),
                settings.path("audit", state.resolve("audit.jsonl")),
                (int) settings.number("requestsPerMinute", USUAL_RATE, 1, 1_000_000),
                (int) settings.number("failuresPerMinute", USUAL_FAILURES, 1, 1_000_000),
                settings.number("minBytesPerSecond", USUAL_PACE, 0, 1L << 30));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static @Nullable Tls tls(@Nullable Settings settings) {
        if (settings == null) {
            return null;
        }
        settings.known("certificate", "key");
        return new Tls(settings.path("certificate"), settings.path("key"));
    }

    private static @Nullable Journeys journeys(@Nullable Settings settings, Path state) {
        if (settings == null) {
            return null;
        }
        settings.known("folder", "keepDays", "maxBytes", "queue");
        return new Journeys(settings.path("folder", state.resolve("journeys")),
                (int) settings.number("keepDays", USUAL_DAYS, 1, 100_000),
                settings.number("maxBytes", USUAL_BYTES, 1 << 20, Long.MAX_VALUE),
                (int) settings.number("queue", USUAL_QUEUE, 1, 10_000_000));
    }

    private static List<Route> routes(Settings settings) {
        List<Route> routes = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (Settings route : settings.list("routes")) {
            route.known("number", "flow");
            String number = route.required("number");
            int star = number.indexOf('*');
            if (star >= 0 && star != number.length() - 1) {
                route.wrong("number", "A \"*\" stands at the end of a number only, where it means all that begin so");
            }
            if (numbers.contains(number)) {
                route.wrong("number", "There are two routes for \"" + number + "\"; remove one");
            }
            numbers.add(number);
            routes.add(new Route(number, route.required("flow")));
        }
        return routes;
    }

    private static Incoming incoming(Settings settings) {
        String word = settings.text("incoming", "store");
        for (Incoming incoming : Incoming.values()) {
            if (incoming.name().toLowerCase(Locale.ROOT).equals(word)) {
                return incoming;
            }
        }
        settings.wrong("incoming", "\"incoming\" is off, store or activate, not \"" + word + "\"");
        return Incoming.OFF;
    }
}
