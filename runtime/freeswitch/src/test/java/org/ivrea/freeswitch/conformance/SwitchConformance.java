package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.bridge.Poller;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.call.AudioItems;
import org.jspecify.annotations.Nullable;

/// What runs in the switch's virtual machine in place of the runtime: it has every sample's scripts called, many at a
/// time, and writes down what came of them.
public final class SwitchConformance {
    /// Where the switch takes calls, which samples there are, and where the results go.
    static final String PORT = "ivrea.conformance.port";
    static final String SAMPLES = "ivrea.conformance.samples";
    static final String RESULTS = "ivrea.conformance.results";
    /// Only scripts whose names hold this; for developers.
    static final String ONLY = "ivrea.conformance.only";
    static final String SAME = "same";

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z|\\d{8}T\\d{9}");
    static final String SKIPPED = "skipped";

    private static final int AT_ONCE = 12;
    private static final int ATTEMPTS = 3;
    /// Operations that need somebody else than the caller, which scripts only play.
    private static final Set<String> OTHERS = Set.of("dial", "queue", "voicemail", "conference", "speech", "execute",
            "transfer");

    /// Scripts on which side of a prompt's end a key falls: that is a matter of a few milliseconds, on a telephone of
    /// chance.
    private static final Set<String> CHANCE = Set.of("bank/wrong-pin");

    private final NativeBridge bridge;
    private final Map<String, RealCall> expected = new ConcurrentHashMap<>();
    private final Map<Long, RealCall> calls = new ConcurrentHashMap<>();
    private final Map<String, String> results = new ConcurrentHashMap<>();

    private SwitchConformance(NativeBridge bridge) {
        this.bridge = bridge;
    }

    /// The module enters here.
    public static void start(long api) {
        var bridge = new NativeBridge(api);
        var conformance = new SwitchConformance(bridge);
        Thread _ = new Poller(bridge, conformance::accept, () -> {}).start();
        bridge.ready(true);
        Thread.ofPlatform().daemon().name("conformance").start(conformance::run);
    }

    private void accept(EventRecord event) {
        if (event.type() == RecordType.STARTED) {
            String _ = event.text();
            String _ = event.text();
            String called = event.text();
            RealCall call = expected.get(called);
            if (call != null) {
                calls.put(event.call(), call);
                call.started(event);
            }
        } else {
            RealCall call = calls.get(event.call());
            if (call != null) {
                call.accept(event);
            }
        }
    }

    private void run() {
        var room = new Semaphore(AT_ONCE);
        try (var scripts = Executors.newVirtualThreadPerTaskExecutor()) {
            int number = 0;
            for (Sample sample : Sample.in(Path.of(System.getProperty(SAMPLES)))) {
                var items = new AudioItems(sample.project().project().prompts());
                var ear = new Ear(sample.project().project().prompts());
                for (CallScript script : sample.scripts()) {
                    if (!key(sample, script).contains(System.getProperty(ONLY, ""))) {
                        continue;
                    }
                    String extension = "script-" + number++ + "-";
                    room.acquireUninterruptibly();
                    scripts.submit(() -> {
                        try {
                            results.put(key(sample, script), attempts(sample, script, items, ear, extension));
                        } catch (RuntimeException | Error e) {
                            results.put(key(sample, script), "failed: " + e);
                        } finally {
                            room.release();
                        }
                    });
                }
            }
        }
        write();
    }

    static String key(Sample sample, CallScript script) {
        return sample.name() + "/" + script.name();
    }

    /// Why a script cannot be run by a caller alone.
    static @Nullable String objection(ScriptResult simulated) {
        for (TraceJson.Timed timed : simulated.trace()) {
            if (timed.event() instanceof TraceEvent.OperationStarted started && OTHERS.contains(started.operation())) {
                return "it needs another party for: " + started.operation();
            }
        }
        return null;
    }

    /// A telephone on a busy machine may press late, so that the call is another one than the script's. What is wrong
    /// differs each time.
    private String attempts(Sample sample, CallScript script, AudioItems items, Ear ear, String extension) {
        String result = compare(sample, script, items, ear, extension + 0);
        for (int i = 1; i < ATTEMPTS && !result.equals(SAME) && !result.startsWith(SKIPPED); i++) {
            result = compare(sample, script, items, ear, extension + i);
        }
        return result;
    }

    private String compare(Sample sample, CallScript script, AudioItems items, Ear ear, String extension) {
        ScriptResult simulated = sample.simulate(script);
        String objection = CHANCE.contains(key(sample, script))
                ? "keys fall on the end of a prompt"
                : objection(simulated);
        if (objection != null) {
            return SKIPPED + ": " + objection;
        }
        var lengths = new RecordedLengths(sample.project().project().prompts());
        ScriptResult result = sample.run(script, (world, caller) -> {
            var call = new RealCall(bridge, extension, Integer.getInteger(PORT), world, caller, items, lengths,
                    ear);
            expected.put(extension, call);
            return call;
        });
        List<String> differences = new ArrayList<>();
        List<String> one = timeless(simulated.trace());
        List<String> other = timeless(result.trace());
        if (!one.equals(other)) {
            differences.add(difference(one, other));
        }
        if ((simulated.failure() == null) != (result.failure() == null)) {
            differences.add("the script: " + result.failure());
        }
        return differences.isEmpty() ? SAME : String.join("\n", differences);
    }

    private static String difference(List<String> one, List<String> other) {
        int at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at).equals(other.get(at))) {
            at++;
        }
        return "after:\n" + part(one, at - 2, at) + "simulated:\n" + part(one, at, at + 3) + "on the switch:\n"
                + part(other, at, at + 3);
    }

    private static String part(List<String> lines, int from, int to) {
        return String.join("\n", lines.subList(Math.max(0, from), Math.min(lines.size(), to))) + "\n";
    }

    /// Values that hold the time differ, too.
    private static List<String> timeless(List<TraceJson.Timed> trace) {
        return Traces.comparable(trace, false).stream().map(line -> MOMENT.matcher(line).replaceAll("MOMENT")).toList();
    }

    private void write() {
        var properties = new Properties();
        properties.putAll(results);
        Path file = Path.of(System.getProperty(RESULTS));
        Path part = file.resolveSibling("part");
        try (var out = Files.newBufferedWriter(part)) {
            properties.store(out, null);
            out.close();
            Files.move(part, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
