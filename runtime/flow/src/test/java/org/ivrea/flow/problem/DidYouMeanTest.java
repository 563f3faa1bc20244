package org.ivrea.flow.problem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DidYouMeanTest {
    private static final List<String> NAMES = List.of("timeoutMs", "interDigitMs", "nodes", "keys");

    @ParameterizedTest
    @CsvSource({"timeoutms, timeoutMs", "tiemoutMs, timeoutMs", "timeout, timeoutMs", "node, nodes", "ndoes, nodes",
            "key, keys", "interDigit, interDigitMs", "prompt,", "x,", "'',", "colour,"})
    void findsTheNearestNameIfItIsNear(String name, String expected) {
        assertThat(DidYouMean.closest(name, NAMES)).isEqualTo(expected);
    }

    @Test
    void aHintIsTheTailOfAMessage() {
        assertThat(DidYouMean.hint("nods", NAMES)).isEqualTo("; did you mean \"nodes\"?");
        assertThat(DidYouMean.hint("prompt", NAMES)).isEmpty();
    }

    @Test
    void aVeryLongNameIsNoMisspelling() {
        assertThat(DidYouMean.closest("x".repeat(1_000_000), NAMES)).isNull();
    }
}
