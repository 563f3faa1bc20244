package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class LeaveVoicemailTest {
    private static final String VOICEMAIL = "\"type\": \"voicemail\", \"mailbox\": \"staff\", \"lengthMs\": \"count\"";

    private static World leaving(long ms) {
        return World.builder().stub("staff", new Answer.Voicemail(ms)).build();
    }

    private static Operation.LeaveVoicemail asked(String fields) {
        OneNode node = OneNode.of(VOICEMAIL + fields);
        node.rehearsal.call();
        return node.rehearsal.asked(Operation.LeaveVoicemail.class).getFirst();
    }

    @Test
    void aMessageIsLeftOrNot() {
        OneNode node = OneNode.of(VOICEMAIL);

        assertThat(node.in(leaving(8_000)).exit()).isEqualTo("left");
        assertThat(node.value("count")).isEqualTo("8000");
        assertThat(node.in(leaving(0)).exit()).isEqualTo("nothingLeft");
        assertThat(node.value("count")).isEqualTo("0");
    }

    @Test
    void theBoxHasItsOwnGreeting() {
        assertThat(asked("")).isEqualTo(new Operation.LeaveVoicemail("staff", null, null, false));
    }

    @Test
    void theGreetingMayBeAnotherOneOrNone() {
        assertThat(asked(", \"greeting\": [ { \"text\": \"We are closed.\" } ]").greeting()).singleElement()
                .extracting("text").isEqualTo("We are closed.");
        assertThat(asked(", \"skipGreeting\": true").greeting()).isEmpty();
        assertThat(asked(", \"skipInstructions\": true").skipInstructions()).isTrue();
    }

    @Test
    void aNumberChoosesTheBoxAndCannotLeadElsewhere() {
        String chosen = VOICEMAIL + ", \"number\": \"${call.called}\"";
        OneNode node = OneNode.of(chosen).in(World.builder().called("10 01").build());
        node.rehearsal.call();
        assertThat(node.rehearsal.asked(Operation.LeaveVoicemail.class).getFirst().number()).isEqualTo("1001");

        assertThat(OneNode.of(chosen).in(World.builder().called("1001@other").build()).failure())
                .isEqualTo("number-wrong");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"voicemail\"").problems()).containsExactly("field-missing /mailbox");
        assertThat(OneNode.of(VOICEMAIL + ", \"number\": \"1@x\"").problems()).containsExactly("number-wrong /number");
        assertThat(OneNode.of(VOICEMAIL + ", \"skipGreeting\": true, \"greeting\": [ { \"text\": \"Hi\" } ]")
                .problems()).containsExactly("prompt-never-played /greeting");
    }
}
