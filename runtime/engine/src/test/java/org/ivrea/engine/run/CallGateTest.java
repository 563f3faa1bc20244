package org.ivrea.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a debugger sees and may do.
final class CallGateTest {
    private final List<String> seen = new ArrayList<>();

    /// Notes everything.
    private class Watcher implements CallGate {
        @Override
        public void entered(RunningFlow at) {
            seen.add(at.depth() + " " + at.flow().name() + "/" + at.nodeId() + " " + at.values());
        }

        @Override
        public void left(RunningFlow at, String exit) {
            RunningFlow caller = at.caller();
            seen.add("." + exit + (caller == null ? "" : " in " + caller.flow().name() + "/" + caller.nodeId()));
        }
    }

    private static final Rehearsal FLOWS = Rehearsal.of("""
            { "start": "sub", "nodes": {
              "sub": { "type": "subflow", "flow": "inner", "exits": { "done": "bye" } },
              "bye": { "type": "hangup" } } }""").with("inner", """
            { "start": "test", "variables": { "n": { "type": "int", "initial": 1 } }, "nodes": {
              "test": { "type": "decision", "cases": [ { "when": "n > 1", "exit": "more" } ],
                "exits": { "more": "back", "otherwise": "back" } },
              "back": { "type": "return" } } }""");

    private List<String> call(CallGate gate) {
        List<String> reasons = new ArrayList<>();
        var call = new SimulatedCall(Simulation.of(World.plain(), EstimatedLengths.INSTANCE));
        new FlowRunner(FLOWS.compiled(), Limits.DEFAULT).run("main", Map.of(), call, (_, event) -> {
            if (event instanceof TraceEvent.ExitTaken taken && !taken.reason().isEmpty()) {
                reasons.add(taken.reason());
            }
        }, gate);
        return reasons;
    }

    @Test
    void seesNodesExitsAndTheFlowsAround() {
        call(new Watcher());

        assertThat(seen).containsExactly("0 main/sub {}", "1 inner/test {n=1}", ".otherwise in main/sub",
                "1 inner/back {n=1}", ".done", "0 main/bye {}");
    }

    @Test
    void maySetVariablesThatTheNodeThenReads() {
        List<String> reasons = call(new Watcher() {
            @Override
            public void entered(RunningFlow at) {
                if (at.nodeId().equals("test")) {
                    at.set("n", "2");
                    assertThatThrownBy(() -> at.set("n", "many")).isInstanceOf(NodeFailure.class);
                    assertThatThrownBy(() -> at.set("m", 2L)).isInstanceOf(NodeFailure.class);
                }
            }
        });

        assertThat(seen).contains(".more in main/sub");
        assertThat(reasons).contains("`n > 1` was true: n = 2");
    }
}
