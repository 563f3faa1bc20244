package org.ivrea.engine.nodes;

import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CallRecordingTest {
    private static String detail(OneNode node) {
        return node.rehearsal.events(TraceEvent.OperationStarted.class).getFirst().detail();
    }

    @Test
    void itStartsUnderANameThatTellsCallAndNode() {
        OneNode node = OneNode.of("\"type\": \"callRecording\", \"variable\": \"text\"")
                .in(World.builder().callId("c-1").build());

        assertThat(node.exit()).isEqualTo("next");
        assertThat(node.value("text")).isEqualTo("c-1-it-20260302T100000000");
        assertThat(detail(node)).isEqualTo("start c-1-it-20260302T100000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "pause", "resume", "mask", "unmask"})
    void everyOtherActionConcernsAllThatRuns(String action) {
        OneNode node = OneNode.of("\"type\": \"callRecording\", \"action\": \"%s\"".formatted(action));

        assertThat(node.exit()).isEqualTo("next");
        assertThat(detail(node)).isEqualTo(action);
    }

    @Test
    void oneOfSeveralIsChosenByItsName() {
        OneNode node = OneNode.of("\"type\": \"callRecording\", \"action\": \"stop\", \"name\": \"qa-${call.id}\"");
        node.exit();

        assertThat(detail(node)).isEqualTo("stop qa-simulated");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"callRecording\", \"name\": \"../x\"").problems())
                .containsExactly("recording-name /name");
        assertThat(OneNode.of("\"type\": \"callRecording\", \"action\": \"pause\", \"variable\": \"text\"").problems())
                .containsExactly("variable-never-set /variable");
        assertThat(OneNode.of("\"type\": \"callRecording\", \"action\": \"erase\"").problems())
                .containsExactly("field-value /action");
    }
}
