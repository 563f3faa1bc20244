package org.ivrea.designer.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.PackedProject;
import org.ivrea.deploy.rollout.Rollout;
import org.ivrea.deploy.rollout.RolloutMode;
import org.ivrea.deploy.rollout.RolloutPlan;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.ProjectTemplate;

/// Measures the export of a project with 200 prompts of 300 kB to many servers on this machine, and `curl` with the same
/// bytes to as many plain HTTP servers, in turn; and how much memory the export holds.
public final class ExportBenchmark {
    private static final int PROMPTS = 200;
    private static final int PROMPT_BYTES = 300_000;
    private static final int TURNS = 5;

    private ExportBenchmark() {}

    /// @param arguments numbers of servers; without any, 1 10 50
    public static void main(String[] arguments) throws Exception {
        int[] counts = arguments.length == 0
                ? new int[] {1, 10, 50}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        Path scratch = Files.createTempDirectory("ivrea-export-benchmark");
        PackedProject packed = pack(scratch);
        System.out.printf(Locale.ROOT, "%s of %.1f MB, %d at once, median of %d turns%n",
                packed.manifest().fileName(), Files.size(packed.file()) / 1e6, RolloutPlan.PARALLEL, TURNS);
        System.out.println("servers  export s  curl s  ratio  heap before MB  peak MB  after MB");
        for (int count : counts) {
            measure(packed, count);
        }
        System.exit(0);
    }

    private static PackedProject pack(Path scratch) throws IOException {
        Path folder = scratch.resolve("big");
        ProjectTemplate.named(ProjectTemplate.USUAL).orElseThrow().create(folder, "Big");
        Path prompts = Files.createDirectories(folder.resolve("prompts/en"));
        var random = new Random(1);
        byte[] sound = new byte[PROMPT_BYTES];
        for (int i = 0; i < PROMPTS; i++) {
            random.nextBytes(sound);
            Files.write(prompts.resolve("prompt-" + i + ".wav"), sound);
        }
        var codec = new FlowCodec(NodeRegistry.load(), JsonLimits.DEFAULT);
        var project = ProjectFolder.load(folder, codec).orThrow();
        long start = System.nanoTime();
        PackedProject packed = PackedProject.pack(project, codec, "big", "1.0.0", List.of(),
                SigningKey.generate("benchmark"), scratch.resolve("big.ivrea"));
        System.out.printf(Locale.ROOT, "packing and signing: %.2f s%n", seconds(start));
        return packed;
    }

    private static void measure(PackedProject packed, int count) throws IOException, InterruptedException {
        Process receivers = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-cp", System.getProperty("java.class.path"), Receivers.class.getName(),
                Integer.toString(count)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = new BufferedReader(new InputStreamReader(receivers.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> ports = List.of(String.valueOf(out.readLine()).split(" "));
            double[] export = new double[TURNS];
            double[] curl = new double[TURNS];
            export(packed, ports, new AtomicLong());
            curl(packed.file(), ports);
            long before = settled();
            var peak = new AtomicLong();
            for (int turn = 0; turn < TURNS; turn++) {
                export[turn] = export(packed, ports, peak);
                curl[turn] = curl(packed.file(), ports);
            }
            System.out.printf(Locale.ROOT, "%7d  %8.2f  %6.2f  %5.2f  %14.1f  %7.1f  %8.1f%n", count, median(export),
                    median(curl), median(export) / median(curl), before / 1e6, peak.get() / 1e6, settled() / 1e6);
        } finally {
            receivers.destroy();
            receivers.waitFor();
        }
    }

    private static double export(PackedProject packed, List<String> ports, AtomicLong peak) {
        List<Target> targets = new ArrayList<>();
        for (String port : ports) {
            targets.add(new Target.ServerTarget("server-" + port, URI.create("http://localhost:" + port),
                    () -> "token", null));
        }
        var plan = new RolloutPlan(packed.file(), packed.sha256(), "big", "1.0.0", targets,
                RolloutMode.ALL_OR_NOTHING, false, RolloutPlan.PARALLEL);
        long start = System.nanoTime();
        boolean good = new Rollout(plan, Targets.real(List.of(), "benchmark"), _ -> peak.accumulateAndGet(used(),
                Math::max)).run().isSuccess();
        double took = seconds(start);
        if (!good) {
            throw new IllegalStateException("the export failed");
        }
        return took;
    }

    private static double curl(Path file, List<String> ports) throws IOException, InterruptedException {
        StringBuilder urls = new StringBuilder();
        ports.forEach(port -> urls.append("http://localhost:").append(port).append("/plain\n"));
        long start = System.nanoTime();
        Process all = new ProcessBuilder("xargs", "-P", Integer.toString(RolloutPlan.PARALLEL), "-n", "1", "curl",
                "--silent", "--show-error", "--fail", "--header", "Expect:", "--upload-file", file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var in = all.getOutputStream()) {
            in.write(urls.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (all.waitFor() != 0) {
            throw new IOException("curl failed");
        }
        return seconds(start);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Used after a collection.
    private static long settled() {
        System.gc();
        System.gc();
        return used();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
