package org.ivrea.freeswitch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.engine.run.Limits;
import org.jspecify.annotations.Nullable;

/// What the operator configured, as the module hands it over at the start: the one list of all keys of the record
/// SETTINGS. Unknown keys are reported and passed over.
///
/// | key | default | |
/// |---|---|---|
/// | `flows` | | folder of the projects, each a folder with a `project.json` |
/// | `environment` | none | file that says what symbolic names stand for |
/// | `server` | none | configuration of the server that supplies the flows, in place of `flows` and `environment` |
/// | `recordings` | `recordings` in the flow folder's parent | folder of the callers' recordings |
/// | `events` | `node` | what is told to the switch's event socket: `none`, `call`, or `node` for calls and nodes |
/// | `keep-traces` | 100 | how many traces of calls that are over can be asked for |
/// | `max-call-ms` | 14400000 | longest call; 0 for no limit |
/// | `max-steps` | 100000 | nodes that one call may go through |
/// | `max-steps-without-caller` | 1000 | nodes between two that play, ask or wait |
/// | `max-subflow-depth` | 32 | subflows inside subflows |
/// | `after-call-ms` | 5000 | how long hang-up handlers may take; a second less than the module's `linger-ms` at most |
/// | `max-response-bytes` | 262144 | largest reply to an HTTP request |
///
/// @param environment `null` for none
/// @param server      `null` for none
/// @param unknown     keys that nobody knows, and values that are none, for people
record Settings(Path flows, @Nullable Path environment, @Nullable Path server, Path recordings, Events events,
        int keepTraces, Limits limits,
        Set<String> unknown) {

    /// What is told to those who listen to the switch.
    enum Events {
        NONE, CALL, NODE
    }

    private static final Set<String> KEYS = Set.of("flows", "environment", "server", "recordings", "events",
            "keep-traces",
            "max-call-ms", "max-steps", "max-steps-without-caller", "max-subflow-depth", "after-call-ms",
            "max-response-bytes");

    static Settings of(Map<String, String> given) {
        var unknown = new TreeSet<String>();
        given.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(key -> unknown.add("unknown: " + key));
        Path flows = Path.of(given.getOrDefault("flows", "flows")).toAbsolutePath().normalize();
        String environment = given.getOrDefault("environment", "");
        String server = given.getOrDefault("server", "");
        String recordings = given.getOrDefault("recordings", "");
        var numbers = new Numbers(given, unknown);
        Limits usual = Limits.DEFAULT;
        var limits = new Limits(numbers.of("max-call-ms", usual.maxCallMs(), 0),
                numbers.of("max-steps", usual.maxSteps(), 1),
                numbers.of("max-steps-without-caller", usual.maxStepsWithoutCaller(), 1),
                (int) numbers.of("max-subflow-depth", usual.maxSubflowDepth(), 1),
                numbers.of("after-call-ms", usual.afterCallMs(), 0),
                (int) numbers.of("max-response-bytes", usual.maxResponseBytes(), 1));
        return new Settings(flows, environment.isEmpty() ? null : Path.of(environment).toAbsolutePath(),
                server.isEmpty() ? null : Path.of(server).toAbsolutePath(),
                recordings.isEmpty() ? flows.resolveSibling("recordings") : Path.of(recordings).toAbsolutePath(),
                events(given.getOrDefault("events", "node"), unknown), (int) numbers.of("keep-traces", 100, 0), limits,
                unknown);
    }

    private static Events events(String given, Set<String> unknown) {
        return switch (given) {
            case "none" -> Events.NONE;
            case "call" -> Events.CALL;
            case "node" -> Events.NODE;
            default -> {
                unknown.add("events is none, call or node, not " + given);
                yield Events.NODE;
            }
        };
    }

    /// Reads numbers, and falls back to what is usual.
    private record Numbers(Map<String, String> given, Set<String> unknown) {
        long of(String key, long usual, long least) {
            String text = given.getOrDefault(key, "");
            if (text.isEmpty()) {
                return usual;
            }
            try {
                long number = Long.parseLong(text);
                if (number >= least && number <= Integer.MAX_VALUE) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // Said below.
            }
            unknown.add(key + " is a whole number of at least " + least + ", not " + text);
            return usual;
        }
    }
}
