package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowInputsTest {
    private static Checked handingOver(String inputs) {
        return Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "subflow", "flow": "sub", "inputs": { %s }, "exits": { "done": "bye" } }, %s } }
                """.formatted(inputs, Checked.BYE)).with("sub", """
                { "start": "back",
                  "inputs": { "account": { "type": "string" }, "tries": { "type": "int", "initial": 3 } },
                  "nodes": { "back": { "type": "return" } } }
                """);
    }

    @Test
    void whatTheFlowTakesIsFine() {
        assertThat(handingOver("\"account\": \"call.caller\", \"tries\": \"1 + 1\"").problems()).isEmpty();
        assertThat(handingOver("\"account\": \"12\"").problems()).isEmpty();
    }

    @Test
    void anInputWithoutInitialValueMustBeHandedOver() {
        assertThat(handingOver("").places(FlowInputs.MISSING)).containsExactly("main/nodes/ask/inputs");
    }

    @Test
    void anInputThatIsMisspeltIsRenamedByTheFix() {
        Checked flow = handingOver("\"acount\": \"'1'\"");
        assertThat(flow.places(FlowInputs.UNKNOWN)).containsExactly("main/nodes/ask/inputs/acount");
        assertThat(flow.fixed(FlowInputs.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void anInputThatTheFlowDoesNotHaveIsRemovedByTheFix() {
        Checked flow = handingOver("\"account\": \"'1'\", \"weather\": \"'rain'\"");
        assertThat(flow.fixed(FlowInputs.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void whatCannotBecomeTheInputsTypeIsAnError() {
        assertThat(handingOver("\"account\": \"['a']\", \"tries\": \"true\"").places(FlowInputs.TYPE))
                .containsExactly("main/nodes/ask/inputs/account", "main/nodes/ask/inputs/tries");
    }
}
