package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowExitsTest {
    private static Checked flows(String results, String declared, String returned) {
        return Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "subflow", "flow": "sub" %s, "exits": { "done": "bye", "failed": "bye" } }, %s } }
                """.formatted(results, Checked.BYE)).with("sub", """
                { "start": "back" %s, "nodes": { "back": { "type": "return" %s } } }
                """.formatted(declared, returned));
    }

    private static final String BOTH = ", \"results\": [ \"done\", \"failed\" ]";
    private static final String DECLARES_BOTH = ", \"exits\": [ \"done\", \"failed\" ]";

    @Test
    void whatTheFlowDeclaresIsFine() {
        assertThat(flows(BOTH, DECLARES_BOTH, ", \"exit\": \"failed\"").problems()).isEmpty();
    }

    @Test
    void anExitThatTheFlowDoesNotDeclareIsRemovedByTheFix() {
        Checked flow = flows(BOTH, "", "");
        assertThat(flow.places(FlowExits.UNKNOWN)).containsExactly("main/nodes/ask/results/1");
        assertThat(flow.fixed(FlowExits.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void anExitThatIsMisspeltIsRenamedWithItsWire() {
        Checked flow = flows(", \"results\": [ \"done\", \"faild\" ]", DECLARES_BOTH, "");
        assertThat(flow.places(FlowExits.MISSING)).containsExactly("main/nodes/ask/results");
        Checked fixed = flow.fixed(FlowExits.UNKNOWN);
        assertThat(fixed.problems(FlowExits.UNKNOWN)).isEmpty();
        assertThat(fixed.problems(FlowExits.MISSING)).isEmpty();
    }

    @Test
    void anExitThatTheNodeDoesNotExpectIsAddedByTheFix() {
        Checked flow = flows("", DECLARES_BOTH, "");
        assertThat(flow.places(FlowExits.MISSING)).containsExactly("main/nodes/ask/results");
        assertThat(flow.fixed(FlowExits.MISSING).problems()).isEmpty();
    }

    @Test
    void aReturnByAnExitThatTheFlowDoesNotDeclareIsDeclaredByTheFix() {
        Checked flow = flows(BOTH, ", \"exits\": [ \"done\" ]", ", \"exit\": \"failed\"");
        assertThat(flow.places(FlowExits.UNDECLARED)).containsExactly("sub/nodes/back/exit");
        assertThat(flow.fixed(FlowExits.UNDECLARED).problems()).isEmpty();
    }

    @Test
    void aReturnThatIsMisspeltIsCorrectedByTheFix() {
        Checked flow = flows(BOTH, DECLARES_BOTH, ", \"exit\": \"faild\"");
        assertThat(flow.fixed(FlowExits.UNDECLARED).problems()).isEmpty();
    }
}
