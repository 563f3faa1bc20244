package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Measures the module against mod_lua, interleaved in one FreeSWITCH. To be run by `runtime/freeswitch/benchmarks/run`.
final class SwitchBenchmark {
    private static final double TICKS = 100;
    /// Threads that take less of a call are not told of.
    private static final double LEAST_MS = 0.05;

    private static final int AT_ONCE = 200;
    private static final int PART = 2_000;
    private static final int STEP_SECONDS = 8;
    private static final int HIGHEST_RATE = 500;
    private static final int WARM_UP_CALLS = 600;
    private static final int WARM_UP_PER_SECOND = 25;

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
        final Map<String, Double> threads = new TreeMap<>();
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
        // Events are not part of what is compared with a script; BYE is seen by them.
        try (RealCalls calls = Ivr.start(folder, words[0].equals("bye") ? "call" : "none")) {
            var benchmark = new SwitchBenchmark(calls);
            switch (words[0]) {
                case "cpu" -> benchmark.cpu(number(words, 1, 6), number(words, 2, 100), number(words, 3, 15));
                case "memory" -> benchmark.memory(number(words, 1, 10_000), number(words, 2, 50));
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
            report("warm up", variant, load.run(variant.extension, WARM_UP_CALLS, WARM_UP_PER_SECOND));
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
        ivrea.threads.forEach((name, ms) -> {
            if (ms / rounds >= LEAST_MS) {
                say("  of it %s: %.2f ms", name, ms / rounds);
            }
        });
        say("CPU ratio ivrea/lua: median %.2f [%.2f to %.2f]", percentile(ratios, 50), Collections.min(ratios),
                Collections.max(ratios));
    }

    private void measure(Variant variant, Measured measured, int block, int perSecond) throws InterruptedException {
        calls.freeSwitch.awaitNoCalls();
        double before = cpuMs();
        Map<String, Double> threads = threadsMs();
        List<Load.Result> results = load.run(variant.extension, block, perSecond);
        measured.cpu.add((cpuMs() - before) / block);
        threadsMs().forEach((name, ms) -> measured.threads.merge(name,
                (ms - threads.getOrDefault(name, 0.0)) / block, Double::sum));
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
        return cpuMs(read("stat"));
    }

    private static double cpuMs(String stat) {
        String[] words = stat.replaceFirst(".*\\) ", "").split(" ", -1);
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) * 1_000 / TICKS;
    }

    /// Of the threads that live on, by name.
    private Map<String, Double> threadsMs() {
        Map<String, Double> threads = new TreeMap<>();
        Path tasks = Path.of("/proc", Long.toString(calls.freeSwitch.pid()), "task");
        try (Stream<Path> all = Files.list(tasks)) {
            for (Path task : all.toList()) {
                String stat = Files.readString(task.resolve("stat"));
                threads.merge(stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')), cpuMs(stat), Double::sum);
            }
        } catch (IOException _) {
            // A thread has ended meanwhile, that of a call.
        }
        return threads;
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

    /// Many short calls, and then many at once.
    private void memory(int count, int perSecond) throws InterruptedException {
        say("idle: %.0f MB", residentMb());
        perCall(Ivr.LONG_LUA);
        say("warm up: %d failed", Load.failed(load.runShort(Ivr.SHORT_FLOW, WARM_UP_CALLS, perSecond)));
        perCall(Ivr.LONG_FLOW);
        double first = 0;
        for (int done = 0; done <= count; done += PART) {
            List<Load.Result> results = load.runShort(Ivr.SHORT_FLOW, PART, perSecond);
            calls.freeSwitch.awaitNoCalls();
            double now = residentMb();
            first = done == 0 ? now : first;
            report("short", Variant.IVREA, results);
            say("after %d calls more: %.1f MB; %s", done, now, heap());
        }
        say("growth over %d calls: %.1f MB", count, residentMb() - first);
    }

    private String heap() {
        return calls.freeSwitch.api("ivrea status").lines().filter(line -> line.startsWith("java-heap")).findFirst()
                .orElse("");
    }

    /// What a call takes that is up.
    private void perCall(String extension) {
        double before = residentMb();
        List<PhoneCall> up = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            up.add(calls.phone.call(extension, calls.freeSwitch.sipPort()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
        up.forEach(PhoneCall::awaitAnswer);
        up.forEach(call -> call.awaitBeginning(400));
        say("%s, %d calls up: %.0f KB each", extension, AT_ONCE, (residentMb() - before) * 1_024 / AT_ONCE);
        Faults.hangUp(up);
        calls.freeSwitch.awaitNoCalls();
        up.forEach(calls.phone::forget);
    }

    // --------------------------------------------------------------------------------------------------------- rate

    /// The highest rate that is held for some time without a failed call: steps of some seconds, the variants in turn,
    /// as far as each goes, and then what was the highest for each, for longer.
    private void rate(int seconds, int from, int step) throws InterruptedException {
        Map<Variant, Integer> highest = new EnumMap<>(Variant.class);
        for (Variant variant : Variant.values()) {
            report("warm up", variant, load.run(variant.extension, WARM_UP_CALLS, WARM_UP_PER_SECOND));
            highest.put(variant, from - step);
        }
        for (int rate = from; rate < HIGHEST_RATE && highest.containsValue(rate - step); rate += step) {
            for (Variant variant : Variant.values()) {
                if (highest.getOrDefault(variant, 0) == rate - step && holds(variant, rate, STEP_SECONDS)) {
                    highest.put(variant, rate);
                }
            }
        }
        for (Variant variant : Variant.values()) {
            int rate = highest.getOrDefault(variant, 0);
            while (rate > 0 && !holds(variant, rate, seconds)) {
                rate -= step;
            }
            say("%s holds %d/s for %d s", variant, rate, seconds);
        }
    }

    private boolean holds(Variant variant, int rate, int seconds) throws InterruptedException {
        calls.freeSwitch.awaitNoCalls();
        List<Load.Result> results = load.run(variant.extension, rate * seconds, rate);
        report(rate + "/s for " + seconds + " s", variant, results);
        return Load.failed(results) == 0;
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
