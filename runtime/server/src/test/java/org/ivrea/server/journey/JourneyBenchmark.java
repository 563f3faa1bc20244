package org.ivrea.server.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.server.config.ServerConfiguration.Journeys;

/// Hands journeys of 20 nodes over at a steady rate: `FOLDER [SECONDS [PER-SECOND]]`. Says how long handing over took, which
/// is all that a call notices, and what was kept and lost. On a small file system it shows what a full disk does.
final class JourneyBenchmark {
    private static final int NODES = 20;

    private JourneyBenchmark() {}

    static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        long[] nanos = new long[seconds * rate];
        var writer = new JourneyWriter(new Journeys(folder.resolve("journeys"), 30, 1L << 40, 20_000),
                InstantSource.system(), text -> System.out.println("said: " + text));
        long start = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            LockSupport.parkNanos(start + i * TimeUnit.SECONDS.toNanos(1) / rate - System.nanoTime());
            JourneyWriter.Finished finished = finished(i);
            long before = System.nanoTime();
            writer.offer(finished);
            nanos[i] = System.nanoTime() - before;
        }
        System.out.printf("handed over %d in %.1f s%n", nanos.length, (System.nanoTime() - start) / 1e9);
        System.out.printf("written %d, waiting %d, lost %d%n", writer.written(), writer.waiting(), writer.dropped());
        writer.close();
        Arrays.sort(nanos);
        System.out.printf("handing over: median %.1f us, 99.9 %% %.1f us, longest %.1f us%n",
                nanos[nanos.length / 2] / 1e3,
                nanos[nanos.length * 999 / 1_000] / 1e3, nanos[nanos.length - 1] / 1e3);
        long bytes = 0;
        long lines = 0;
        for (Segment segment : Segment.all(folder.resolve("journeys"))) {
            bytes += segment.bytes();
            lines += Files.readString(segment.journeys()).lines().count();
        }
        System.out.printf("on disk: %d whole lines, %d bytes%n", lines, bytes);
    }

    private static JourneyWriter.Finished finished(int number) {
        String id = "call-" + number;
        List<Journey.Step> steps = new ArrayList<>();
        List<TraceJson.Timed> trace = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            String node = "node-" + i;
            steps.add(new Journey.Step("main", node, "next", i * 1_000L));
            trace.add(new TraceJson.Timed(i * 1_000L, new TraceEvent.NodeEntered("main", node, "play", 0)));
            trace.add(new TraceJson.Timed(i * 1_000L, new TraceEvent.PromptStarted("Welcome to the shop", 900)));
            trace.add(new TraceJson.Timed(i * 1_000L + 900, new TraceEvent.PromptEnded("Welcome to the shop", null)));
            trace.add(new TraceJson.Timed(i * 1_000L + 900,
                    new TraceEvent.ExitTaken("main", node, "next", "", "node-" + (i + 1))));
        }
        return new JourneyWriter.Finished(
                new Journey(id, "shop", "1.0", "", "main", "0301234567", "5000", Instant.now(),
                        NODES * 1_000L, "completed", "NORMAL_CLEARING", "flow", null, steps, List.of(), 0),
                trace);
    }
}
