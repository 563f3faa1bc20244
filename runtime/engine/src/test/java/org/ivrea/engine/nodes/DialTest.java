package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class DialTest {
    private static final String DIAL = """
            "type": "dial", "talkMs": "count", "cause": "text", "targets": [ { "number": "1000" } ]""";

    private static World world(DialOutcome outcome, long talkMs) {
        return World.builder().stub("*", new Answer.Dial(outcome, -1, talkMs)).build();
    }

    private static Operation.Dial asked(OneNode node) {
        node.rehearsal.call();
        return node.rehearsal.asked(Operation.Dial.class).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED, answered, NORMAL_CLEARING, 7000", "BUSY, busy, USER_BUSY, 0",
            "NO_ANSWER, noAnswer, NO_ANSWER, 0", "REJECTED, rejected, CALL_REJECTED, 0",
            "UNREACHABLE, unreachable, NO_ROUTE_DESTINATION, 0", "CANCELLED, cancelled, ORIGINATOR_CANCEL, 0"})
    void eachOutcomeHasItsExit(DialOutcome outcome, String exit, String cause, String talkMs) {
        OneNode node = OneNode.of(DIAL).in(world(outcome, 7_000));

        assertThat(node.exit()).isEqualTo(exit);
        assertThat(node.value("text")).isEqualTo(cause);
        assertThat(node.value("count")).isEqualTo(talkMs);
        assertThat(node.reason()).isEqualTo(outcome == DialOutcome.ANSWERED ? "they talked for 7 s" : cause);
    }

    @Test
    void theDefaultsRingThirtySecondsAndTalkTwoHours() {
        Operation.Dial asked = asked(OneNode.of(DIAL));

        assertThat(asked.targets()).containsExactly(new DialTarget.Number("1000", null, false));
        assertThat(asked.order()).isEqualTo(DialOrder.SIMULTANEOUS);
        assertThat(asked.ringMs()).isEqualTo(30_000);
        assertThat(asked.maxTalkMs()).isEqualTo(7_200_000);
        assertThat(asked.callerId()).isNull();
        assertThat(asked.acceptKey()).isNull();
        assertThat(asked.music()).isEmpty();
        assertThat(asked.whisper()).isEmpty();
    }

    @Test
    void everythingThatIsSaidReachesTheSwitch() {
        Operation.Dial asked = asked(OneNode.of("""
                "type": "dial", "strategy": "sequential", "callerId": "+49 (30) 123", "acceptKey": "1",
                "ringback": [ { "text": "One moment." } ], "whisper": [ { "text": "Press 1." } ],
                "targets": [ { "destination": "reception" }, { "number": "${pin}", "gateway": "carrier" } ]"""));

        assertThat(asked.targets()).containsExactly(new DialTarget.Named("reception"),
                new DialTarget.Number("4711", "carrier", true));
        assertThat(asked.order()).isEqualTo(DialOrder.SEQUENTIAL);
        assertThat(asked.callerId()).isEqualTo("+4930123");
        assertThat(asked.acceptKey()).isEqualTo('1');
        assertThat(asked.music()).singleElement().extracting("text").isEqualTo("One moment.");
        assertThat(asked.whisper()).singleElement().extracting("text").isEqualTo("Press 1.");
    }

    @Test
    void aNumberMadeOfASecretIsNoPartOfTheTrace() {
        OneNode node = OneNode.of("""
                "type": "dial", "targets": [ { "number": "0${pin}", "gateway": "carrier" } ]""");
        node.exit();

        assertThat(node.rehearsal.events(TraceEvent.OperationStarted.class))
                .containsExactly(new TraceEvent.OperationStarted("dial", "•••• via carrier"));
    }

    @Test
    void theCallMayEndWithTheConversation() {
        OneNode node = OneNode.of(DIAL + ", \"hangUpAfter\": true");
        node.in(world(DialOutcome.ANSWERED, 7_000)).rehearsal.call();
        assertThat(node.rehearsal.events(TraceEvent.ExitTaken.class)).isEmpty();
        assertThat(node.rehearsal.events(TraceEvent.HungUp.class)).extracting("side").containsExactly("flow");

        assertThat(node.in(world(DialOutcome.BUSY, 0)).exit()).isEqualTo("busy");
        assertThat(node.exits()).containsExactly("busy", "noAnswer", "rejected", "unreachable", "cancelled");
    }

    @ParameterizedTest
    @CsvSource({"'', number-empty", "'12,34', number-wrong", "sofia/gateway/x/1, number-wrong", "-1, number-wrong",
            "'1|2', number-wrong", "'{a=b}1', number-wrong", "'1\n2', number-wrong"})
    void whatIsNoNumberNeverReachesTheSwitch(String caller, String code) {
        OneNode node = OneNode.of("\"type\": \"dial\", \"targets\": [ { \"number\": \"${call.caller}\" } ]")
                .in(World.builder().caller(caller).build());

        assertThat(node.failure()).isEqualTo(code);
        assertThat(node.rehearsal.asked(Operation.Dial.class)).isEmpty();
    }

    @Test
    void aNumberHasItsLimits() {
        OneNode node = OneNode.of("\"type\": \"dial\", \"targets\": [ { \"number\": \"${call.caller}\" } ]");

        assertThat(node.in(World.builder().caller("1".repeat(128)).build()).exit()).isEqualTo("answered");
        assertThat(node.in(World.builder().caller("1".repeat(129)).build()).failure()).isEqualTo("number-wrong");
    }

    @Test
    void aWrongSecretNumberStaysSecretInTheMessage() {
        OneNode node = OneNode.of("\"type\": \"dial\", \"targets\": [ { \"number\": \"${pin + '/'}\" } ]");
        node.failure();

        assertThat(node.rehearsal.events(TraceEvent.ErrorRaised.class).getFirst().message()).contains("••••")
                .doesNotContain("4711");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"dial\"").problems()).containsExactly("field-missing /targets");
        assertThat(OneNode.of("\"type\": \"dial\", \"targets\": []").problems())
                .containsExactly("field-range /targets");
        assertThat(OneNode.of("""
                "type": "dial", "targets": [ {}, { "destination": "a", "number": "1" }, { "number": "1/2" },
                  { "number": "@${text}" }, { "destination": "a", "gateway": "g" } ]""").problems())
                .containsExactly("callee /targets/0", "callee /targets/1", "number-wrong /targets/2/number",
                        "number-wrong /targets/3/number", "gateway-unused /targets/4/gateway");
        assertThat(OneNode.of(DIAL + ", \"callerId\": \"a,b\"").problems()).containsExactly("number-wrong /callerId");
        assertThat(OneNode.of(DIAL + ", \"acceptKey\": \"1\"").problems())
                .containsExactly("accept-key-unsaid /acceptKey");
    }
}
