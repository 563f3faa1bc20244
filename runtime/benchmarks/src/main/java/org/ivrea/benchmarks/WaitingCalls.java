package org.ivrea.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.PacedClock;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;

/// What a call costs in memory that waits for its caller in real time: heap per call, with the virtual thread's stack,
/// of as many calls at once as the first argument says.
public final class WaitingCalls {
    private WaitingCalls() {}

    public static void main(String[] arguments) throws InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var runner = new FlowRunner(Flows.compiled("""
                { "formatVersion": 1, "name": "Waiting", "start": "menu", "nodes": {
                  "menu": { "type": "menu", "timeoutMs": 120000,
                    "choices": [ { "keys": "1", "exit": "one" } ],
                    "exits": { "one": null, "timeout": null, "invalid": null } } } }"""), Limits.DEFAULT);
        round(runner, Math.min(count, 1_000)); // loads classes, fills caches
        long perCall = round(runner, count);
        System.out.printf("%d calls waiting: %d bytes a call%n", count, perCall);
    }

    private static long round(FlowRunner runner, int count) throws InterruptedException {
        long before = usedHeap();
        var waiting = new CountDownLatch(count);
        List<SimulatedCall> calls = new ArrayList<>(count);
        List<CompletableFuture<CallOutcome>> outcomes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            var call = new SimulatedCall(Simulation.of(World.plain(), EstimatedLengths.INSTANCE)
                    .withClock(new PacedClock(1)));
            calls.add(call);
            outcomes.add(runner.start("main", Map.of(), call, call.observing((_, event) -> {
                if (event instanceof TraceEvent.NodeEntered) {
                    waiting.countDown();
                }
            })));
        }
        waiting.await();
        long perCall = (usedHeap() - before) / count;
        calls.forEach(SimulatedCall::hangUp);
        outcomes.forEach(CompletableFuture::join);
        return perCall;
    }

    private static long usedHeap() throws InterruptedException {
        // A virtual thread's stack moves to the heap when it parks: give the last ones the time, then collect twice.
        Thread.sleep(1_000);
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
