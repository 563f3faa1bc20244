package org.ivrea.engine.nodes;

import java.util.TreeMap;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class RandomSplitTest {
    private static final String BRANCHES = """
            "type": "split", "branches": [ { "exit": "a", "weight": 3 }, { "exit": "never", "weight": 0 },
              { "exit": "b" } ]""";

    @Test
    void drawsEachBranchByItsWeight() {
        var drawn = new TreeMap<String, Integer>();
        OneNode split = OneNode.of(BRANCHES);
        for (int seed = 0; seed < 400; seed++) {
            drawn.merge(split.in(World.builder().seed(seed).build()).exit(), 1, Integer::sum);
        }

        assertThat(drawn).containsOnlyKeys("a", "b");
        // Five standard deviations around 300.
        assertThat(drawn.get("a")).isBetween(257, 343);
    }

    @Test
    void keepsACallerOnTheSameWay() {
        OneNode split = OneNode.of(BRANCHES + ", \"sticky\": \"${call.caller}\"");
        var ways = new TreeMap<String, Integer>();
        for (int caller = 100; caller < 200; caller++) {
            String first = split.in(World.builder().caller("" + caller).seed(1).build()).exit();
            assertThat(split.in(World.builder().caller("" + caller).seed(2).build()).exit()).isEqualTo(first);
            ways.merge(first, 1, Integer::sum);
        }
        assertThat(ways).containsOnlyKeys("a", "b");
    }

    @Test
    void takesThePreparedBranch() {
        assertThat(OneNode.of(BRANCHES).in(World.builder().stub("it", new Answer.Draw(2)).build()).exit())
                .isEqualTo("b");
    }

    @Test
    void reportsBranchesThatCannotBeTold() {
        assertThat(OneNode.of("""
                "type": "split", "branches": [ { "exit": "a", "weight": 0 }, { "exit": "a", "weight": 0 },
                  { "exit": "error", "weight": 0 } ]""").problems()).containsExactlyInAnyOrder(
                "duplicate-exit /branches/1/exit", "reserved-exit /branches/2/exit", "no-weight /branches");
    }
}
