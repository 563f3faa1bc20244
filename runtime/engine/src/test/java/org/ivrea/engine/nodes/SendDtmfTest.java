package org.ivrea.engine.nodes;

import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class SendDtmfTest {
    @Test
    void keysAndPausesTakeTheirTime() {
        OneNode node = OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"12w3Wd#\", \"toneMs\": 80, \"gapMs\": 40");

        assertThat(node.exit()).isEqualTo("next");
        assertThat(node.endedAtMs()).isEqualTo(5 * 120 + 500 + 1_000);
        assertThat(node.rehearsal.events(TraceEvent.OperationStarted.class)).extracting("detail")
                .containsExactly("2 keys", "1 keys", "2 keys");
    }

    @Test
    void pausesAlonePressNothing() {
        OneNode node = OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"ww\"");
        node.exit();

        assertThat(node.endedAtMs()).isEqualTo(1_000);
        assertThat(node.rehearsal.events(TraceEvent.OperationStarted.class)).isEmpty();
    }

    @Test
    void keysNeverAppearInTraces() {
        OneNode node = OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"${pin}\"");
        node.exit();

        assertThat(node.rehearsal.trace.stream().map(TraceJson.Timed::toString)).noneMatch(
                line -> line.contains("4711"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x", "1 2", "1@200"})
    void whatIsNoKeyIsAnErrorOfTheNode(String caller) {
        OneNode node = OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"${call.caller}\"")
                .in(World.builder().caller(caller).build());

        assertThat(node.failure()).isEqualTo("dtmf-keys");
        assertThat(node.rehearsal.events(TraceEvent.ErrorRaised.class).getFirst().message()).doesNotContain(caller);
    }

    @Test
    void tooManyKeysAreAnErrorOfTheNode() {
        OneNode node = OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"${call.caller}\"")
                .in(World.builder().caller("1".repeat(201)).build());

        assertThat(node.failure()).isEqualTo("dtmf-keys");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"sendDtmf\"").problems()).containsExactly("field-missing /digits");
        assertThat(OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"1-2\"").problems())
                .containsExactly("dtmf-keys /digits");
        assertThat(OneNode.of("\"type\": \"sendDtmf\", \"digits\": \"1\", \"toneMs\": 10").problems())
                .containsExactly("field-range /toneMs");
    }
}
