package org.ivrea.server.admin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.SimulatedRun;

/// Activates another version each second while simulated calls come: `[SECONDS [CALLS-PER-SECOND]]`. Says how many calls
/// were lost or ran on a mixed version, how long an activation took, and when a new call ran the new version.
final class ActivationBenchmark {
    private static final double SPEED = 2;
    private static final String CALLER = "hear \"Your number\"\nwait 500ms\npress 12#\nhear \"Goodbye\"\n";

    private ActivationBenchmark() {}

    /// @param takenMs until the answer to the activation
    /// @param seenMs  until a call that was begun after the request ran the new version
    private record Activated(double takenMs, double seenMs) {}

    static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
        Path folder = Files.createTempDirectory("ivrea-activation");
        try (TestServer server = new TestServer(folder, "\"requestsPerMinute\": 100000,");
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            IvreaServer ivrea = server.running.server();
            activate(server, 0);
            var failed = new ConcurrentLinkedQueue<String>();
            Future<List<Activated>> activations = callers.submit(() -> activating(server, seconds));
            List<Future<?>> calls = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < seconds * rate; i++) {
                LockSupport.parkNanos(start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
                calls.add(callers.submit(() -> check(ivrea.simulate("shop", CALLER, SPEED), failed)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
            report(calls.size(), failed, activations.get());
        }
    }

    private static List<Activated> activating(TestServer server, int seconds) throws InterruptedException {
        List<Activated> taken = new ArrayList<>();
        for (int i = 1; i < seconds; i++) {
            Thread.sleep(1_000);
            taken.add(activate(server, i));
        }
        return taken;
    }

    private static Activated activate(TestServer server, int number) {
        byte[] pack = TestPackage.of("shop", "1." + number);
        server.put(pack);
        long start = System.nanoTime();
        AdminClient.Answer answer = server.activate(pack);
        double takenMs = (System.nanoTime() - start) / 1e6;
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.text());
        }
        SimulatedRun run = server.running.server().simulate("shop", "hang up", null);
        double seenMs = (System.nanoTime() - start) / 1e6;
        if (!run.version().equals("1." + number)) {
            throw new IllegalStateException("a new call ran " + run.version() + " after 1." + number
                    + " was activated");
        }
        return new Activated(takenMs, seenMs);
    }

    private static void check(SimulatedRun run, ConcurrentLinkedQueue<String> failed) {
        String prefix = "v" + run.version().replace('.', '-') + "-";
        boolean mixed = run.trace().stream().anyMatch(timed -> timed.event() instanceof TraceEvent.NodeEntered entered
                && !entered.node().startsWith(prefix));
        if (mixed) {
            failed.add("mixed: " + run.id());
        } else if (run.failure() != null || !run.outcome().equals("completed")) {
            failed.add("lost: " + run.outcome() + " " + run.failure());
        }
    }

    private static void report(int calls, ConcurrentLinkedQueue<String> failed, List<Activated> activations) {
        List<Double> taken = activations.stream().map(Activated::takenMs).sorted().toList();
        List<Double> seen = activations.stream().map(Activated::seenMs).sorted().toList();
        System.out.printf("calls %d, lost or mixed %d, activations %d%n", calls, failed.size(), activations.size());
        System.out.printf("activation answered: median %.1f ms, longest %.1f ms%n", taken.get(taken.size() / 2),
                taken.getLast());
        System.out.printf("a new call has run the new version: median %.1f ms, longest %.1f ms after the request%n",
                seen.get(seen.size() / 2), seen.getLast());
        failed.stream().limit(10).forEach(System.out::println);
    }
}
