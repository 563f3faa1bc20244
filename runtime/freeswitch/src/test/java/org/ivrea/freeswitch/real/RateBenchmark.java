package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import static org.ivrea.freeswitch.real.Numbers.say;

/// The highest rate that is held for some time without a failed call: the variants by turns on one FreeSWITCH, each a tenth
/// higher than before until a call fails. Not by halves, as what overloads a switch makes it slower for what follows.
/// Switch and telephones have processors of their own, so that what fails at the highest rate is the switch.
final class RateBenchmark {
    private static final double STEP = 1.1;
    /// After it no other rate is tried.
    private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(15);
    private static final int PATIENCE_MS = 10_000;
    /// Of the telephones' packets: they keep up as long as fewer are late.
    private static final double MANY_LATE = 0.01;

    private final RealCalls calls;
    private final Load load;
    private final ProcessFigures process;
    private final ProcessFigures telephones = ProcessFigures.own();
    private final long began = System.nanoTime();

    RateBenchmark(RealCalls calls) {
        this.calls = calls;
        load = new Load(calls.freeSwitch.sipPort(), PATIENCE_MS);
        process = new ProcessFigures(calls.freeSwitch.pid());
    }

    void run(int seconds, int from) throws IOException, InterruptedException {
        if (!Affinity.apart(calls.freeSwitch.pid())) {
            say("One processor only: switch and telephones share it");
        }
        for (Variant variant : Variant.values()) {
            SwitchBenchmark.warmUp(load, variant);
        }
        Map<Variant, Integer> held = new EnumMap<>(Variant.class);
        Set<Variant> open = EnumSet.allOf(Variant.class);
        for (int rate = from; !open.isEmpty(); rate = (int) Math.ceil(rate * STEP)) {
            for (Variant variant : EnumSet.copyOf(open)) {
                if (System.nanoTime() - began > MOST_NANOS) {
                    say("%s: no time for more than this", variant);
                    open.remove(variant);
                } else if (holds(variant, rate, seconds)) {
                    held.put(variant, rate);
                } else {
                    open.remove(variant);
                }
            }
        }
        held.forEach((variant, rate) -> say("%s held %d/s for %d s", variant, rate, seconds));
        if (held.size() == Variant.values().length) {
            say("rate ratio ivrea/lua: %.2f",
                    (double) held.getOrDefault(Variant.IVREA, 0) / held.getOrDefault(Variant.LUA, 0));
        }
    }

    private boolean holds(Variant variant, int rate, int seconds) throws InterruptedException {
        calls.freeSwitch.awaitNoCalls();
        double switchBefore = process.cpuMs();
        double ownBefore = telephones.cpuMs();
        double _ = Voice.PUNCTUALITY.lateShare();
        long since = System.nanoTime();
        List<Load.Result> results = load.runUntilOneFails(variant.extension, rate * seconds, rate);
        double ms = (System.nanoTime() - since) / 1e6;
        double late = Voice.PUNCTUALITY.lateShare();
        boolean held = Load.failed(results) == 0;
        say("%s %d/s for %d s: %s; the switch took %.2f processors, the telephones %.2f of %d; %.1f %% of their packets "
                + "were late%s", variant, rate, seconds, held ? "held" : "not held",
                (process.cpuMs() - switchBefore) / ms, (telephones.cpuMs() - ownBefore) / ms,
                Runtime.getRuntime().availableProcessors(), late * 100,
                !held && late > MANY_LATE ? ": THE TELEPHONES DID NOT KEEP UP, this says nothing of the switch" : "");
        SwitchBenchmark.report(rate + "/s for " + seconds + " s", variant, results);
        return held;
    }
}
