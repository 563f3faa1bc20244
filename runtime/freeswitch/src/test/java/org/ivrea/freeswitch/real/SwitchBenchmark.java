package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Measures the module against mod_lua, interleaved in one FreeSWITCH. To be run by `runtime/freeswitch/benchmarks/run`.
final class SwitchBenchmark {
    private static final double TICKS = 100;

    /// The same IVR, twice.
    private enum Variant {
        IVREA(Ivr.FLOW), LUA(Ivr.LUA);

        final String extension;

        Variant(String extension) {
            this.extension = extension;
        }
    }

    /// What was measured of a variant.
    private static final class Measured {
        final List<Double> cpu = new ArrayList<>();
        final List<Double> menu = new ArrayList<>();
        final List<Double> code = new ArrayList<>();
    }

    private final RealCalls calls;
    private final Load load;

    private SwitchBenchmark(RealCalls calls) {
        this.calls = calls;
        load = new Load(calls.freeSwitch.sipPort());
    }

    public static void main(String[] words) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ivrea-benchmark");
        try (RealCalls calls = Ivr.start(folder)) {
            var benchmark = new SwitchBenchmark(calls);
            switch (words[0]) {
                case "cpu" -> benchmark.cpu(number(words, 1, 5), number(words, 2, 100), number(words, 3, 20));
                case "memory" -> benchmark.memory(number(words, 1, 10_000), number(words, 2, 40));
                case "rate" -> benchmark.rate(number(words, 1, 60), number(words, 2, 20), number(words, 3, 10));
                case "bye" -> benchmark.bye(number(words, 1, 200));
                case "faults" -> new Faults(calls).run(number(words, 1, 200), words.length > 2 ? words[2] : "");
                default -> throw new IllegalArgumentException("cpu | memory | rate | bye | faults");
            }
        }
        System.exit(0);
    }

    private static int number(String[] words, int index, int usual) {
        return words.length > index ? Integer.parseInt(words[index]) : usual;
    }

    // ---------------------------------------------------------------------------------------------- CPU and latency

    /// Blocks of calls, the variants in turn: processor time of the whole process for each call, and how soon prompts
    /// follow keys.
    private void cpu(int rounds, int block, int perSecond) throws InterruptedException {
        for (Variant variant : List.of(Variant.IVREA, Variant.LUA, Variant.IVREA)) {
            report("warm up", variant, load.run(variant.extension, 2 * block, perSecond));
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
                    variant, percentile(measured.cpu, 50), rounds, block, percentiles(measured.menu),
                    percentiles(measured.code));
        }
        say("CPU ratio ivrea/lua: median %.2f [%.2f to %.2f]", percentile(ratios, 50), Collections.min(ratios),
                Collections.max(ratios));
    }

    private void measure(Variant variant, Measured measured, int block, int perSecond) throws InterruptedException {
        calls.freeSwitch.awaitNoCalls();
        double before = cpuMs();
        List<Load.Result> results = load.run(variant.extension, block, perSecond);
        measured.cpu.add((cpuMs() - before) / block);
        for (Load.Result result : results) {
            if (result.failure().isEmpty()) {
                measured.menu.add(result.afterMenuMs());
                measured.code.add(result.afterCodeMs());
            }
        }
        report("block", variant, results);
    }

    /// Says what failed.
    private static void report(String what, Variant variant, List<Load.Result> results) {
        results.stream().map(Load.Result::failure).filter(failure -> !failure.isEmpty()).distinct()
                .forEach(failure -> say("  %s %s: %d of %d failed, such as: %s", what, variant, Load.failed(results),
                        results.size(), failure));
    }

    private double cpuMs() {
        String[] stat = read("stat").replaceFirst(".*\\) ", "").split(" ", -1);
        return (Long.parseLong(stat[11]) + Long.parseLong(stat[12])) * 1_000 / TICKS;
    }

    private String read(String name) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(calls.freeSwitch.pid()), name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double residentMb() {
        return read("status").lines().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024).findFirst().orElseThrow();
    }

    // ------------------------------------------------------------------------------------------------------- memory

    private void memory(int count, int perSecond) throws InterruptedException {
        say("idle: %.0f MB", residentMb());
        say("warm up: %d failed", Load.failed(load.run(Ivr.FLOW, 1_000, perSecond)));
        calls.freeSwitch.awaitNoCalls();
        double first = residentMb();
        say("after 1000 calls: %.0f MB", first);
        for (int done = 0; done < count; done += 2_000) {
            long failed = Load.failed(load.run(Ivr.FLOW, 2_000, perSecond));
            calls.freeSwitch.awaitNoCalls();
            say("after %d calls more: %.1f MB, %d failed", done + 2_000, residentMb(), failed);
        }
        say("growth: %.1f MB", residentMb() - first);
        double before = residentMb();
        List<PhoneCall> up = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            up.add(calls.call("long"));
        }
        up.forEach(PhoneCall::awaitAnswer);
        say("200 calls up: %.0f KB each", (residentMb() - before) * 1_024 / 200);
        up.forEach(PhoneCall::hangUp);
    }

    // --------------------------------------------------------------------------------------------------------- rate

    /// The highest rate that is held for some time without a failed call.
    private void rate(int seconds, int from, int step) throws InterruptedException {
        for (Variant variant : List.of(Variant.LUA, Variant.IVREA)) {
            report("warm up", variant, load.run(variant.extension, 200, 20));
            int held = 0;
            long failed = 0;
            for (int perSecond = from; failed == 0 && perSecond < 500; perSecond += step) {
                calls.freeSwitch.awaitNoCalls();
                List<Load.Result> results = load.run(variant.extension, perSecond * seconds, perSecond);
                failed = Load.failed(results);
                report(perSecond + "/s", variant, results);
                held = failed == 0 ? perSecond : held;
            }
            say("%s holds %d/s for %d s", variant, held, seconds);
        }
    }

    // ---------------------------------------------------------------------------------------------------------- BYE

    /// From the BYE to the flow's own event that its call is over, as it comes in at the event socket.
    private void bye(int count) throws IOException {
        List<Double> delays = new ArrayList<>();
        try (var withEvents = new EventSocket(calls.freeSwitch.eventPort())) {
            withEvents.subscribe("CUSTOM ivrea::call");
            for (int i = 0; i < count; i++) {
                PhoneCall call = calls.answered("long");
                call.awaitTone(400);
                long began = System.nanoTime();
                call.hangUp();
                while (!"end".equals(withEvents.event().get("Ivrea-Action"))) {
                    // The call's start.
                }
                delays.add((System.nanoTime() - began) / 1e6);
                call.awaitEnd();
                calls.phone.forget(call);
            }
        }
        say("BYE to the flow's last event: %s, worst %.1f ms, %d calls", percentiles(delays), Collections.max(delays),
                count);
    }

    private static double percentile(List<Double> values, double share) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share / 100)));
    }

    private static String percentiles(List<Double> values) {
        return String.format(Locale.ROOT, "p50 %.1f p95 %.1f p99 %.1f ms", percentile(values, 50),
                percentile(values, 95),
                percentile(values, 99));
    }

    static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
