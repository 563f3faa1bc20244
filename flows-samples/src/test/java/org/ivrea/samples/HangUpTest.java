package org.ivrea.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/// Callers who hang up at every single moment of every script of every sample: each flow that the call is in does what it
/// does then once, from the inside outwards, and the trace is closed.
final class HangUpTest {
    static List<Sample> samples() {
        return Sample.all();
    }

    /// In place of each thing that the caller does.
    @TestFactory
    Stream<DynamicNode> insteadOfEachStep() {
        return samples().stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .flatMap(script -> script.hangingUpEverywhere().stream())
                .map(script -> dynamicTest(script.name() + " up to line " + script.lines().getLast().number(),
                        () -> endsInOrder(sample, sample.run(script))))));
    }

    /// After each event of the call: when a node is entered, while a prompt plays or a service is asked, between two nodes…
    @TestFactory
    Stream<DynamicNode> afterEachEvent() {
        return samples().stream().map(sample -> dynamicContainer(sample.name(), sample.scripts().stream()
                .map(script -> dynamicTest(script.name(), () -> IntStream.range(0, sample.run(script).trace().size())
                        .forEach(event -> endsInOrder(sample, sample.runHangingUpAfter(event, script)))))));
    }

    /// The test would not say much if hang-ups fell into few states.
    @ParameterizedTest
    @MethodSource("samples")
    void hangUpsReachEveryNodeThatTakesTime(Sample sample) {
        List<String> left = new ArrayList<>();
        for (CallScript script : sample.scripts()) {
            int events = sample.run(script).trace().size();
            for (int event = 0; event < events; event++) {
                TraceEvent.NodeEntered last = lastNode(sample.runHangingUpAfter(event, script).trace());
                left.add(last == null ? "" : last.flow() + "/" + last.node());
            }
        }
        sample.project().flows().forEach((name, flow) -> flow.nodes().stream()
                .filter(node -> node.spec() != null && node.spec().info().media() && node.spec().info().waits())
                .forEach(node -> assertThat(left).contains(name + "/" + node.id())));
    }

    private static void endsInOrder(Sample sample, ScriptResult result) {
        List<TraceEvent> trace = result.trace().stream().map(TraceJson.Timed::event).toList();
        Supplier<String> shown = () -> result.script().name() + " " + trace;

        assertThat(trace.getLast()).as(shown).isInstanceOf(TraceEvent.CallClosed.class);
        assertThat(trace).as(shown).filteredOn(TraceEvent.CallClosed.class::isInstance).hasSize(1);
        assertThat(trace).as(shown).filteredOn(TraceEvent.HungUp.class::isInstance).hasSize(1);
        boolean byCaller = trace.stream()
                .anyMatch(event -> event instanceof TraceEvent.HungUp hungUp && hungUp.side().equals("caller"));
        TraceEvent.NodeEntered innermost = lastNode(result.trace());
        for (Map.Entry<String, FlowDocument> flow : sample.project().project().flows().entrySet()) {
            String name = flow.getKey();
            boolean handles = flow.getValue().handlers().hangup() != null;
            int most = byCaller && handles ? 1 : 0;
            // Whether the call was in a subflow shows where it is the innermost one; it was in the main flow anyway.
            boolean surely = name.equals(sample.project().project().settings().main())
                    || innermost != null && innermost.flow().equals(name);
            assertThat(handled(trace, name)).as(() -> "hang-ups handled by " + name + " in " + shown.get())
                    .isBetween(surely ? most : 0, most);
        }
    }

    /// How often the flow's handler, or the node's own exit, took over.
    private static int handled(List<TraceEvent> trace, String flow) {
        return (int) trace.stream().filter(event -> switch (event) {
            case TraceEvent.HandlerEntered entered -> entered.handler().equals("hangup") && entered.flow().equals(flow);
            case TraceEvent.ExitTaken taken -> taken.exit().equals(Exit.HANGUP) && taken.flow().equals(flow);
            default -> false;
        }).count();
    }

    /// Where the call was when it ended.
    private static TraceEvent.@Nullable NodeEntered lastNode(List<TraceJson.Timed> trace) {
        TraceEvent.NodeEntered last = null;
        for (TraceJson.Timed timed : trace) {
            if (timed.event() instanceof TraceEvent.HungUp) {
                return last;
            }
            if (timed.event() instanceof TraceEvent.NodeEntered entered) {
                last = entered;
            }
        }
        return last;
    }
}
