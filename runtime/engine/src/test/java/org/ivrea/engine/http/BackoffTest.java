package org.ivrea.engine.http;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    @Property
    void doublesUpToTheLongestPauseAndSpreadsOverTheUpperHalf(@ForAll @IntRange(max = 100) int attempt,
            @ForAll long seed) {
        long full = attempt >= 4 ? 2_000 : 200L << attempt;

        assertThat(Backoff.DEFAULT.pauseMs(attempt, new SplittableRandom(seed))).isBetween(full / 2, full);
    }
}
