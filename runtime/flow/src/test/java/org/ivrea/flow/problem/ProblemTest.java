package org.ivrea.flow.problem;

import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.json.SourceMap;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ProblemTest {
    private static final JsonPointer POINTER = JsonPointer.parse("/nodes/menu");

    @Test
    void isWrittenAsCompilersDo() {
        assertThat(Problem.error("dead-end", POINTER, "Nothing follows").withFile("flows/main.flow.json")
                .withPosition(new Position(12, 7)))
                .hasToString("flows/main.flow.json:12:7: error: Nothing follows [dead-end]");
    }

    @Test
    void thePointerStandsInForAMissingPosition() {
        assertThat(Problem.warning("dead-end", POINTER, "Nothing follows").withFile("a"))
                .hasToString("a:/nodes/menu: warning: Nothing follows [dead-end]");
        assertThat(Problem.info("dead-end", JsonPointer.ROOT, "Nothing follows"))
                .hasToString("info: Nothing follows [dead-end]");
    }

    @Test
    void aPositionIsLookedUpOnce() {
        SourceMap positions = SourceMap.of("{\"nodes\": {}}".getBytes(UTF_8), JsonLimits.DEFAULT);
        Problem problem = Problem.error("dead-end", POINTER, "Nothing follows");
        assertThat(problem.locatedIn(positions).position()).isEqualTo(new Position(1, 11));
        Problem located = problem.withPosition(new Position(5, 5));
        assertThat(located.locatedIn(positions)).isSameAs(located);
    }
}
