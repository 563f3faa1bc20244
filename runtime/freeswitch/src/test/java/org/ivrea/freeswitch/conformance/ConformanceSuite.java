package org.ivrea.freeswitch.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.ScriptResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// What the simulator shows is what a caller gets: the scripts of all samples give the same trace on a switch. A class
/// for each kind of switch extends this one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConformanceSuite {
    private final List<Sample> samples = Sample.all(Path.of(""));
    private final ConformanceHost host;

    ConformanceSuite(ConformanceHost host) {
        this.host = host;
    }

    @AfterAll
    void closeHost() throws Exception {
        host.close();
    }

    @TestFactory
    Stream<DynamicNode> scriptsGiveTheSameTrace() {
        return samples.stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .map(script -> dynamicTest(script.name(), () -> {
                    assertThat(sample.simulate(script).failure()).isNull();
                    compare(sample, script);
                }))));
    }

    @TestFactory
    Stream<DynamicNode> callersWhoHangUpEarlyGiveTheSameTrace() {
        return samples.stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .flatMap(script -> script.hangingUpEverywhere().stream())
                .map(script -> dynamicTest(script.name() + " up to line " + script.lines().getLast().number(),
                        () -> compare(sample, script)))));
    }

    @TestFactory
    Stream<DynamicNode> wrongScriptsFailAsInSimulation() {
        return samples.stream().map(sample -> dynamicContainer(sample.name(), sample.wrong().stream()
                .map(script -> dynamicTest(script.name(), () -> {
                    assertThat(sample.simulate(script).failure()).isNotNull();
                    compare(sample, script);
                }))));
    }

    @TestFactory
    Stream<DynamicNode> aScriptThatNoFlowFitsFails() {
        CallScript wrong = CallScriptParser.parse("wrong.call", "press 9\nhear \"Welcome to the moon\"\n").script();
        CallScript silent = CallScriptParser.parse("silent.call", "wait 1s\nhang up\n").script();
        return samples.stream().map(sample -> dynamicTest(sample.name(), () -> {
            ScriptResult expected = sample.simulate(silent);
            ConformanceHost.Outcome outcome = host.call(sample, wrong, sample.simulate(wrong));
            assertThat(Traces.difference(expected.trace(), outcome.trace(), false)).isNotNull();
            assertThat(sample.simulate(wrong).passed()).isFalse();
            if (host.judges()) {
                assertThat(outcome.failure()).isEqualTo(sample.simulate(wrong).failure());
            }
        }));
    }

    private void compare(Sample sample, CallScript script) throws Exception {
        ScriptResult simulated = sample.simulate(script);
        String objection = host.objection(sample, script, simulated);
        Assumptions.assumeTrue(objection == null, objection);
        ConformanceHost.Outcome outcome = host.call(sample, script, simulated);
        assertThat(Traces.difference(simulated.trace(), outcome.trace(), host.keepsTime())).isNull();
        if (host.judges()) {
            assertThat(outcome.failure()).isEqualTo(simulated.failure());
        }
    }
}
