package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ScriptFailure;
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
    /// Where the switch takes calls and commands, the folder of this Maven module, and where the results go.
    static final String PORT = "ivrea.conformance.port";
    static final String EVENT_PORT = "ivrea.conformance.event-port";
    static final String MODULE = "ivrea.conformance.module";
    static final String RESULTS = "ivrea.conformance.results";
    /// Only scripts whose names hold this; for developers.
    static final String ONLY = "ivrea.conformance.only";
    static final String SAME = "same";
    static final String SKIPPED = "skipped";
    /// In the results: what kept all scripts from being called.
    static final String ALL = "all";
    /// Operations that need what may not be there.
    static final String MISSING = "ivrea.conformance.missing";

    /// By how much a call may last longer than in simulation.
    private static final long PATIENCE_MS = 60_000;
    /// A telephone that is so late may press a key behind the prompt that the script's caller interrupts.
    private static final long LATE_MS = 200;
    private static final int MOST_CALLS = 3;

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
            String uuid = event.text();
            String _ = event.text();
            String called = event.text();
            RealCall call = expected.get(called);
            if (call != null) {
                calls.put(event.call(), call);
                call.started(event, uuid);
            }
        } else {
            RealCall call = calls.get(event.call());
            if (call != null) {
                call.accept(event);
            }
        }
    }

    private void run() {
        try {
            callAll();
        } catch (InterruptedException | RuntimeException | Error e) {
            results.put(ALL, "failed: " + e);
        }
        write();
    }

    private void callAll() throws InterruptedException {
        var seats = new LinkedBlockingQueue<Seat>();
        for (int i = 0; i < Seat.COUNT; i++) {
            seats.add(new Seat(i, Integer.getInteger(PORT), Integer.getInteger(EVENT_PORT)));
        }
        try (var scripts = Executors.newVirtualThreadPerTaskExecutor()) {
            int number = 0;
            for (Sample sample : Sample.all(Path.of(System.getProperty(MODULE)))) {
                var items = new AudioItems(sample.project().project().prompts());
                var ear = new Ear(sample.project().project().prompts());
                List<CallScript> all = new ArrayList<>(sample.scripts());
                all.addAll(sample.wrong());
                for (CallScript script : all) {
                    if (!key(sample, script).contains(System.getProperty(ONLY, ""))) {
                        continue;
                    }
                    String extension = "script-" + number++ + "-";
                    Seat seat = seats.take();
                    scripts.submit(() -> {
                        try {
                            results.put(key(sample, script), compare(sample, script, seat, items, ear, extension));
                        } catch (RuntimeException | Error e) {
                            results.put(key(sample, script), "failed: " + e);
                        } finally {
                            seats.add(seat);
                        }
                    });
                }
            }
        }
    }

    static String key(Sample sample, CallScript script) {
        return sample.name() + "/" + script.name();
    }

    /// Why a script cannot be run.
    static @Nullable String objection(ScriptResult simulated) {
        List<String> missing = List.of(System.getProperty(MISSING, "").split(","));
        for (TraceJson.Timed timed : simulated.trace()) {
            if (timed.event() instanceof TraceEvent.OperationStarted started && missing.contains(started.operation())) {
                return "a module is missing for: " + started.operation();
            }
        }
        return null;
    }

    /// A script is called once, and again only where its telephone was late: the call is another one than the script's then.
    private String compare(Sample sample, CallScript script, Seat seat, AudioItems items, Ear ear, String extension) {
        ScriptResult simulated = sample.simulate(script);
        String objection = objection(simulated);
        if (objection != null) {
            return SKIPPED + ": " + objection;
        }
        var lengths = new RecordedLengths(sample.project().project().prompts());
        var placed = new AtomicReference<RealCall>();
        String difference = "";
        for (int i = 0; i < MOST_CALLS; i++) {
            String number = extension + i;
            ScriptResult result = sample.run(script, (world, caller) -> {
                var call = new RealCall(bridge, number, simulated.durationMs() + PATIENCE_MS, seat, world, caller,
                        items, lengths, ear);
                placed.set(call);
                expected.put(number, call);
                return call;
            });
            difference = difference(simulated, result);
            long lateMs = placed.get().latestMs();
            if (difference.equals(SAME) || lateMs < LATE_MS) {
                return difference;
            }
            difference += "\nIts telephone was up to " + lateMs + " ms late: the machine is too busy.";
        }
        return difference;
    }

    private static String difference(ScriptResult simulated, ScriptResult result) {
        List<String> differences = new ArrayList<>();
        String difference = Traces.difference(simulated.trace(), result.trace(), false);
        if (difference != null) {
            differences.add(difference);
        }
        if (!told(simulated.failure()).equals(told(result.failure()))) {
            differences.add("the script in simulation: " + told(simulated.failure()) + "\non the switch: "
                    + told(result.failure()));
        }
        return differences.isEmpty() ? SAME : String.join("\n", differences);
    }

    /// Without the moment.
    private static String told(@Nullable ScriptFailure failure) {
        return failure == null ? "passed" : "line " + failure.line() + ": " + failure.message();
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
