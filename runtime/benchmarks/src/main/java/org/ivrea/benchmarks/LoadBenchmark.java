package org.ivrea.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.flow.problem.Problem;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From the bytes of a flow file to a flow that runs, and what checking it takes. A quarter of the nodes has an expression of its own.
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LoadBenchmark {
    @Param({"1000", "10000", "100000"}) private int nodes;

    private byte[] file = new byte[0];
    @SuppressWarnings("NullAway.Init") private CompiledProject project;

    @Setup
    public void generate() {
        file = Flows.generated(nodes);
        project = Flows.compiled(Flows.read(file));
    }

    @Benchmark
    public CompiledProject loadAndCompile() {
        return Flows.compiled(Flows.read(file));
    }

    /// All rules, on what has been compiled.
    @Benchmark
    public List<Problem> check() {
        return ProjectChecks.all(project);
    }
}
