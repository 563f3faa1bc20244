package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.Announcements;
import org.ivrea.engine.call.Operation.Dial;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.QueueResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionTest {

    private static Dial dial(DialOrder order, String... numbers) {
        List<DialTarget> targets = List.of(numbers).stream()
                .map(n -> (DialTarget) new DialTarget.Number(n, "pstn", false)).toList();
        return new Dial(targets, order, 10_000, 60_000, null, List.of(), List.of(), null);
    }

    private static Enqueue enqueue(int maxWaitMs, int announceEveryMs) {
        return new Enqueue("service", 0, maxWaitMs, List.of(), new Announcements(_ -> List.of(TestCall.speech("wait")),
                announceEveryMs == 0 ? -1 : announceEveryMs, announceEveryMs), new Keys("0"));
    }

    private static Answer.Dial answer(DialOutcome outcome, long afterMs) {
        return new Answer.Dial(outcome, afterMs, 30_000);
    }

    @Test
    void withoutAStubSomebodyAnswersAndHangsUpAfterAWhile() {
        TestCall test = TestCall.keys("");
        assertThat(test.perform(dial(DialOrder.SEQUENTIAL, "100")))
                .isEqualTo(new DialResult(DialOutcome.ANSWERED, "NORMAL_CLEARING", 20_000));
        assertThat(test.call.elapsedMs()).isEqualTo(23_000);
        assertThat(test.trace).containsExactly("0 dial 100 via pstn", "23000 dial -> answered");
    }

    @ParameterizedTest
    @CsvSource({"BUSY,USER_BUSY,1000", "NO_ANSWER,NO_ANSWER,10000", "REJECTED,CALL_REJECTED,2000",
            "UNREACHABLE,NO_ROUTE_DESTINATION,500", "CANCELLED,ORIGINATOR_CANCEL,10000"})
    void eachFailureHasItsCauseAndItsTime(DialOutcome outcome, String cause, long ms) {
        TestCall test = TestCall.in(World.builder().stub("100", answer(outcome, -1)), "");
        assertThat(test.perform(dial(DialOrder.SEQUENTIAL, "100"))).isEqualTo(new DialResult(outcome, cause, 0));
        assertThat(test.call.elapsedMs()).isEqualTo(ms);
    }

    @Test
    void whoAnswersTooLateDoesNotAnswer() {
        TestCall test = TestCall.in(World.builder().stub("*", answer(DialOutcome.ANSWERED, 10_001)), "");
        assertThat(test.perform(dial(DialOrder.SEQUENTIAL, "100")).outcome()).isEqualTo(DialOutcome.NO_ANSWER);
        assertThat(test.call.elapsedMs()).isEqualTo(10_000);
    }

    @Test
    void targetsRingOneAfterTheOther() {
        TestCall test = TestCall.in(World.builder().stub("100", answer(DialOutcome.BUSY, 1_000))
                .stub("pstn", answer(DialOutcome.ANSWERED, 2_000)), "");
        assertThat(test.perform(dial(DialOrder.SEQUENTIAL, "100", "200")).talkMs()).isEqualTo(30_000);
        assertThat(test.call.elapsedMs()).isEqualTo(33_000);
    }

    @Test
    void ofTargetsThatRingTogetherTheFirstToAnswerWins() {
        TestCall test = TestCall.in(World.builder().stub("100", answer(DialOutcome.ANSWERED, 5_000))
                .stub("200", answer(DialOutcome.ANSWERED, 4_000)).stub("300", answer(DialOutcome.BUSY, 100)), "");
        test.perform(dial(DialOrder.SIMULTANEOUS, "100", "200", "300"));
        assertThat(test.call.elapsedMs()).isEqualTo(34_000);
    }

    @Test
    void aTalkEndsAtItsLimit() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Dial(DialOutcome.ANSWERED, 0, 70_000)), "");
        assertThat(test.perform(dial(DialOrder.RANDOM, "100")).talkMs()).isEqualTo(60_000);
    }

    @Test
    void keysOfATalkGoToTheOtherSide() {
        TestCall test = TestCall.keys("5@4000");
        test.perform(dial(DialOrder.SEQUENTIAL, "100"));
        assertThat(test.trace).contains("4000 key •");
        assertThat(test.perform(TestCall.play("hello", "5")).interruptedBy()).isNull();
    }

    @Test
    void aQueueAnswersAnnouncesAndTalks() {
        TestCall test = TestCall.in(
                World.builder().stub("service", new Answer.Queue(QueueOutcome.ANSWERED, null, 2_500, 1_000)), "");
        assertThat(test.perform(enqueue(0, 1_000))).isEqualTo(new QueueResult(QueueOutcome.ANSWERED, null, 2_500));
        assertThat(test.trace).containsExactly("0 queue service", "1000 starts wait 400", "1400 ends wait null",
                "2000 starts wait 400", "2400 ends wait null", "3500 queue -> answered");
    }

    @Test
    void aQueueCutsAnAnnouncementWhenTheAgentIsThere() {
        TestCall test = TestCall.in(
                World.builder().stub("service", new Answer.Queue(QueueOutcome.ANSWERED, null, 1_100, 0)), "");
        test.perform(enqueue(0, 1_000));
        assertThat(test.trace).contains("1100 ends wait null");
    }

    @Test
    void waitingInAQueueHasALimit() {
        TestCall test = TestCall.keys("");
        assertThat(test.perform(enqueue(2_000, 0))).isEqualTo(new QueueResult(QueueOutcome.TIMEOUT, null, 2_000));
    }

    @Test
    void anExitKeyLeavesTheQueueDuringAnAnnouncementToo() {
        assertThat(TestCall.keys("0@700").perform(enqueue(0, 0)))
                .isEqualTo(new QueueResult(QueueOutcome.EXIT_KEY, '0', 700));
        assertThat(TestCall.keys("0@1100").perform(enqueue(0, 1_000)))
                .isEqualTo(new QueueResult(QueueOutcome.EXIT_KEY, '0', 1_100));
    }

    @Test
    void anAnswerThatIsAnExitKeyHasTheCallerPressIt() {
        World leaves = World.builder().stub("*", new Answer.Queue(QueueOutcome.EXIT_KEY, '0', 1_100, 0)).build();
        TestCall test = TestCall.in(World.builder().stubs(leaves.stubs()), "");
        assertThat(test.perform(enqueue(0, 1_000))).isEqualTo(new QueueResult(QueueOutcome.EXIT_KEY, '0', 1_100));
        assertThat(test.trace).containsSubsequence("1000 starts wait 400", "1100 key 0", "1100 ends wait 0");
        // Whoever is let go before does not press it any more.
        TestCall late = TestCall.in(World.builder().stubs(leaves.stubs()), "");
        assertThat(late.perform(enqueue(500, 1_000)).outcome()).isEqualTo(QueueOutcome.TIMEOUT);
        late.perform(TestCall.play("hello", "0"));
        assertThat(late.trace).noneMatch(event -> event.contains("key"));
    }

    @ParameterizedTest
    @CsvSource({"FULL,0", "NO_AGENTS,0", "CLOSED,0", "TIMEOUT,60000"})
    void aQueueThatCannotServeSaysSo(QueueOutcome outcome, long ms) {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Queue(outcome, null, -1, 0)), "");
        assertThat(test.perform(enqueue(0, 0))).isEqualTo(new QueueResult(outcome, null, ms));
    }

    @Test
    void aTransferEndsTheCall() {
        TestCall test = TestCall.keys("");
        assertThatThrownBy(
                () -> test.perform(new Operation.Transfer(new DialTarget.Number("200", null, false), null, false)))
                .isInstanceOf(CallEnded.class);
        assertThat(test.call.end()).isEqualTo(new CallEnd("BLIND_TRANSFER", CallEnd.Side.TRANSFERRED));
        assertThat(test.trace).containsExactly("0 transfer 200", "0 transfer -> transferred");
    }

    @Test
    void aTransferThatFailsLeavesTheCallUp() {
        TestCall test = TestCall.in(World.builder().stub("200", new Answer.Transfer(false)), "");
        assertThatThrownBy(
                () -> test.perform(new Operation.Transfer(new DialTarget.Number("200", null, false), null, false)))
                .isInstanceOf(CallFailure.class).hasMessageContaining("\"200\"");
        assertThat(test.call.end()).isNull();
    }

    @Test
    void conferencesAndMailboxesHaveTheirOutcome() {
        TestCall test = TestCall.in(
                World.builder().stub("locked", new Answer.Conference(Operation.ConferenceOutcome.LOCKED, 0))
                        .stub("sales", new Answer.Voicemail(0)),
                "");
        assertThat(test.perform(new Operation.JoinConference("locked", null, null, List.of())))
                .isEqualTo(Operation.ConferenceOutcome.LOCKED);
        assertThat(test.perform(new Operation.JoinConference("open", null, null, List.of())))
                .isEqualTo(Operation.ConferenceOutcome.LEFT);
        assertThat(test.perform(new Operation.LeaveVoicemail("sales", null, null, false)))
                .isEqualTo(new Operation.VoicemailResult(false, 0));
        assertThat(test.perform(new Operation.LeaveVoicemail("service", "200", List.of(), false)))
                .isEqualTo(new Operation.VoicemailResult(true, 5_000));
    }
}
