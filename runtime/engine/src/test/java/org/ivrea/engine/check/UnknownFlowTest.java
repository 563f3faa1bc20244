package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownFlowTest {
    private static Checked entering(String flow) {
        return Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "subflow", "flow": "%s", "exits": { "done": "bye" } }, %s } }
                """.formatted(flow, Checked.BYE)).with("sign-in", """
                { "start": "back", "nodes": { "back": { "type": "return" } } }
                """);
    }

    @Test
    void aFlowThatTheProjectHasIsFine() {
        assertThat(entering("sign-in").problems()).isEmpty();
    }

    @Test
    void aFlowThatIsMisspeltIsRenamedByTheFix() {
        Checked flow = entering("sing-in");
        assertThat(flow.places(UnknownFlow.CODE)).containsExactly("main/nodes/ask/flow");
        assertThat(flow.fixed(UnknownFlow.CODE).problems()).isEmpty();
    }

    @Test
    void aFlowThatIsNotThereHasNoFix() {
        assertThat(entering("weather").only(UnknownFlow.CODE).fix()).isNull();
    }

    @Test
    void whatADisabledNodeWouldEnterDoesNotMatter() {
        assertThat(Checked.of("""
                { "start": "ask", "nodes": {
                  "ask": { "type": "subflow", "disabled": true, "flow": "gone", "exits": { "done": "bye" } }, %s } }
                """.formatted(Checked.BYE)).problems()).isEmpty();
    }
}
