package org.ivrea.engine.check;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlowCircleTest {
    private static final String PLAY = "\"type\": \"play\", \"prompt\": [ { \"text\": \"Hi\" } ]";
    private static final String SKIP = "\"type\": \"language\", \"language\": \"en\"";

    private static Checked circle(String first, String way, String wayBack) {
        String flow = """
                { "start": "do", "nodes": {
                  "do": { %s, "exits": { "next": "on" } }, "on": { %s } } }
                """;
        return Checked.of(flow.formatted(first, way)).with("sub", flow.formatted(first, wayBack));
    }

    private static String into(String flow, boolean forGood) {
        return forGood
                ? "\"type\": \"goto\", \"flow\": \"%s\"".formatted(flow)
                : "\"type\": \"subflow\", \"flow\": \"%s\", \"exits\": { \"done\": null }".formatted(flow);
    }

    @Test
    void subflowsThatCallEachOtherWithoutAWaitAreReportedOnBothSides() {
        assertThat(circle(SKIP, into("sub", false), into("main", false)).places(FlowCircle.WITHOUT_WAIT))
                .containsExactly("main/nodes/on/flow", "sub/nodes/on/flow");
    }

    @Test
    void goingToEachOtherWithoutAWaitIsReported() {
        assertThat(circle(SKIP, into("sub", true), into("main", true)).places(FlowCircle.WITHOUT_WAIT)).hasSize(2);
    }

    @Test
    void goingToEachOtherIsFineWhenTheCallerIsAskedOnTheWay() {
        assertThat(circle(PLAY, into("sub", true), into("main", true)).problems()).isEmpty();
    }

    @Test
    void subflowsThatNestDeeperWithEveryRoundAreReportedWhereTheyCall() {
        Checked flow = circle(PLAY, into("sub", false), into("main", true));
        assertThat(flow.places(FlowCircle.NESTED)).containsExactly("main/nodes/on/flow");
        assertThat(flow.problems(FlowCircle.WITHOUT_WAIT)).isEmpty();
    }

    @Test
    void aSubflowThatReturnsIsNoCircle() {
        assertThat(circle(PLAY, into("sub", true), "\"type\": \"return\"").problems()).isEmpty();
    }

    @Test
    void aFlowMayEnterItself() {
        assertThat(circle(SKIP, into("main", true), "\"type\": \"return\"").only(FlowCircle.WITHOUT_WAIT).message())
                .contains("enters itself");
    }
}
