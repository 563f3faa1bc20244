package org.ivrea.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.CallScriptRunner;
import org.ivrea.engine.script.ProjectCalls;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A whole call through the bank sample on the virtual clock, as `ivrea test` runs it: sign-in, balance by HTTP (a stub),
/// money and date said, goodbye; 16 nodes, with everything that the script hears and expects, the trace and the
/// transcript.
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "--sun-misc-unsafe-memory-access=allow")
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BankBenchmark {
    private static final Path BANK = Path.of("flows-samples/bank");

    private final CallScript script = script();
    private final CallScriptRunner runner = runner();

    private static CallScript script() {
        Path file = BANK.resolve("tests/balance.call");
        try {
            return CallScriptParser.parse(file.getFileName().toString(), Files.readString(file)).script();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CallScriptRunner runner() {
        NodeRegistry registry = NodeRegistry.load();
        Project project = ProjectFolder.load(BANK, new FlowCodec(registry, JsonLimits.DEFAULT)).orThrow();
        return new CallScriptRunner(
                new ProjectCalls(new FlowRunner(CompiledProject.compile(project, registry), Limits.DEFAULT)),
                new RecordedLengths(project.prompts()));
    }

    @Benchmark
    public ScriptResult scriptedCall() {
        ScriptResult result = runner.run(script);
        if (!result.passed()) {
            throw new IllegalStateException(result.transcript());
        }
        return result;
    }
}
