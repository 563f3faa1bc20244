package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.ivrea.freeswitch.real.Numbers.say;

/// Measures the module against mod_lua. To be run by `runtime/freeswitch/benchmarks/run`.
final class SwitchBenchmark {
    static final int WARM_UP_CALLS = 600;
    static final int WARM_UP_PER_SECOND = 25;

    private SwitchBenchmark() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        switch (words[0]) {
            case "cpu" -> with("none", calls -> new CpuBenchmark(calls).run(number(words, 1, 6), number(words, 2, 100),
                    number(words, 3, 15)));
            case "memory" -> new MemoryBenchmark().run();
            case "growth" -> new GrowthBenchmark().run(number(words, 1, 10_000), number(words, 2, 40));
            case "rate" -> with("none", calls -> new RateBenchmark(calls).run(number(words, 1, 60),
                    number(words, 2, 30)));
            // The end of a flow is seen by its event.
            case "bye" -> with("call", calls -> new ByeBenchmark(calls).run(number(words, 1, 200)));
            case "faults" -> with("none", calls -> new Faults(calls).run(number(words, 1, 200),
                    words.length > 2 ? words[2] : ""));
            default -> throw new IllegalArgumentException("cpu | memory | growth | rate | bye | faults");
        }
        System.exit(0);
    }

    private static int number(String[] words, int index, int usual) {
        return words.length > index ? Integer.parseInt(words[index]) : usual;
    }

    /// One benchmark on its FreeSWITCH.
    @FunctionalInterface
    interface Measurement {
        void run(RealCalls calls) throws IOException, InterruptedException;
    }

    /// @param events of those that the module fires; they are no part of what is compared with a script
    static void with(String events, Measurement measurement) throws IOException, InterruptedException {
        with(events, "", measurement);
    }

    /// @param options of the virtual machine
    static void with(String events, String options, Measurement measurement) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ivrea-benchmark");
        try (RealCalls calls = Ivr.start(folder, events, options)) {
            measurement.run(calls);
        }
    }

    static void warmUp(Load load, Variant variant) throws InterruptedException {
        report("warm up", variant, load.run(variant.extension, WARM_UP_CALLS, WARM_UP_PER_SECOND));
    }

    /// Says what failed.
    static void report(String what, Variant variant, List<Load.Result> results) {
        results.stream().map(Load.Result::failure).filter(failure -> !failure.isEmpty()).distinct().limit(3)
                .forEach(failure -> say("  %s %s: %d of %d failed, such as: %s", what, variant, Load.failed(results),
                        results.size(), failure));
    }
}
