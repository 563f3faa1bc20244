package org.ivrea.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceSink;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one step from node to node costs. One call goes round 20,000 times in a loop of two or three nodes.
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StepsBenchmark {
    private static final int ROUNDS = 20_000;
    private static final Limits LIMITS = new Limits(0, Long.MAX_VALUE, Long.MAX_VALUE, 32, 5_000, 262_144);

    private final FlowRunner plain = runner("", "{ \"type\": \"set\", \"assignments\": [ { \"variable\": \"n\","
            + " \"value\": \"17\" } ], \"exits\": { \"next\": \"loop\" } }");
    private final FlowRunner condition = runner("", "{ \"type\": \"decision\", \"cases\": [ { \"when\":"
            + " \"n < 3 && call.caller != ''\", \"exit\": \"yes\" } ], \"exits\": { \"yes\": \"loop\","
            + " \"otherwise\": \"loop\" } }");

    private static FlowRunner runner(String more, String body) {
        CompiledProject project = Flows.compiled("""
                { "formatVersion": 1, "name": "Steps", "start": "loop",
                  "variables": { "n": { "type": "int", "initial": 0 } }, "nodes": {
                  "loop": { "type": "loop", "max": %d, "exits": { "body": "body", "done": null } },
                  "body": %s%s } }""".formatted(ROUNDS, body, more));
        return new FlowRunner(project, LIMITS);
    }

    /// Loop and set of a constant: no expression is evaluated.
    @Benchmark
    @OperationsPerInvocation(2 * ROUNDS)
    public CallOutcome stepWithoutExpression() {
        return call(plain);
    }

    /// Loop and decision with one CEL condition; the time is of a pair, so of one condition and two steps.
    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public CallOutcome loopAndCondition() {
        return call(condition);
    }

    private static CallOutcome call(FlowRunner runner) {
        return runner.run("main", Map.of(),
                new SimulatedCall(Simulation.of(World.plain(), EstimatedLengths.INSTANCE)), TraceSink.NONE);
    }
}
