package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static org.ivrea.freeswitch.real.Numbers.median;
import static org.ivrea.freeswitch.real.Numbers.percentiles;
import static org.ivrea.freeswitch.real.Numbers.say;

/// Blocks of calls, the variants in turn on one FreeSWITCH: processor time of the whole process for each call, and how
/// soon prompts follow keys.
final class CpuBenchmark {
    /// Threads that take less of a call are not told of.
    private static final double LEAST_MS = 0.05;

    /// What was measured of a variant.
    private static final class Measured {
        final List<Double> cpu = new ArrayList<>();
        final Map<String, Double> threads = new TreeMap<>();
        final List<Double> menu = new ArrayList<>();
        final List<Double> code = new ArrayList<>();
    }

    private final RealCalls calls;
    private final Load load;
    private final ProcessFigures process;

    CpuBenchmark(RealCalls calls) {
        this.calls = calls;
        load = new Load(calls.freeSwitch.sipPort());
        process = new ProcessFigures(calls.freeSwitch.pid());
    }

    void run(int rounds, int block, int perSecond) throws InterruptedException {
        for (Variant variant : List.of(Variant.IVREA, Variant.LUA, Variant.IVREA)) {
            SwitchBenchmark.warmUp(load, variant);
        }
        var ivrea = new Measured();
        var lua = new Measured();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean first = round % 2 == 0;
            measure(first ? Variant.IVREA : Variant.LUA, first ? ivrea : lua, block, perSecond);
            measure(first ? Variant.LUA : Variant.IVREA, first ? lua : ivrea, block, perSecond);
            ratios.add(ivrea.cpu.getLast() / lua.cpu.getLast());
            say("round %d: ivrea %.1f ms a call, lua %.1f", round, ivrea.cpu.getLast(), lua.cpu.getLast());
        }
        for (Variant variant : Variant.values()) {
            Measured measured = variant == Variant.IVREA ? ivrea : lua;
            say("%s: CPU %.1f ms a call (median of %d blocks of %d); after the menu's key %s; after the last key %s",
                    variant, median(measured.cpu), rounds, block, percentiles(measured.menu),
                    percentiles(measured.code));
        }
        ivrea.threads.forEach((name, ms) -> {
            if (ms / rounds >= LEAST_MS) {
                say("  of it %s: %.2f ms", name, ms / rounds);
            }
        });
        say("CPU ratio ivrea/lua: median %.2f [%.2f to %.2f]; ratio of the medians after the menu's key %.2f, after the "
                + "last key %.2f", median(ratios), Collections.min(ratios), Collections.max(ratios),
                median(ivrea.menu) / median(lua.menu), median(ivrea.code) / median(lua.code));
    }

    private void measure(Variant variant, Measured measured, int block, int perSecond) throws InterruptedException {
        calls.freeSwitch.awaitNoCalls();
        double before = process.cpuMs();
        Map<String, Double> threads = process.threadsMs();
        List<Load.Result> results = load.run(variant.extension, block, perSecond);
        measured.cpu.add((process.cpuMs() - before) / block);
        process.threadsMs().forEach((name, ms) -> measured.threads.merge(name,
                (ms - threads.getOrDefault(name, 0.0)) / block, Double::sum));
        for (Load.Result result : results) {
            if (result.failure().isEmpty()) {
                measured.menu.add(result.afterMenuMs());
                measured.code.add(result.afterCodeMs());
            }
        }
        SwitchBenchmark.report("block", variant, results);
    }
}
