package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowOutputsTest {
    private static Checked flows(String taken, String returned) {
        return Checked.of("""
                { "start": "ask", "variables": { "known": { "type": "bool", "initial": false },
                    "text": { "type": "string", "initial": "" } }, "nodes": {
                  "ask": { "type": "subflow", "flow": "sub", "outputs": { %s }, "exits": { "done": "say" } },
                  "say": { "type": "play", "prompt": [ { "text": "${known}${text}" } ], "exits": { "next": "bye" } },
                  %s } }
                """.formatted(taken, Checked.BYE)).with("sub", """
                { "start": "back", "outputs": { "count": { "type": "int", "initial": 0 } },
                  "nodes": { "back": { "type": "return", "outputs": { %s } } } }
                """.formatted(returned));
    }

    @Test
    void whatTheFlowReturnsMayBeTaken() {
        assertThat(flows("\"count\": \"text\"", "\"count\": \"2\"").problems()).isEmpty();
    }

    @Test
    void anOutputThatTheCalledFlowDoesNotDeclareIsAnErrorOfItsCaller() {
        Checked flow = flows("\"conut\": \"text\"", "");
        assertThat(flow.places(FlowOutputs.UNKNOWN)).containsExactly("main/nodes/ask/outputs/conut");
        assertThat(flow.fixed(FlowOutputs.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void anOutputThatTheReturningFlowDoesNotDeclareIsItsError() {
        Checked flow = flows("", "\"weather\": \"'rain'\"");
        assertThat(flow.places(FlowOutputs.UNKNOWN)).containsExactly("sub/nodes/back/outputs/weather");
        assertThat(flow.fixed(FlowOutputs.UNKNOWN).problems()).isEmpty();
    }

    @Test
    void typesMustFitOnBothSides() {
        assertThat(flows("\"count\": \"known\"", "\"count\": \"true\"").places(FlowOutputs.TYPE))
                .containsExactly("main/nodes/ask/outputs/count", "sub/nodes/back/outputs/count");
    }
}
