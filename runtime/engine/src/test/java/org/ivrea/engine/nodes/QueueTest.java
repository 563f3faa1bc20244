package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class QueueTest {
    private static final String QUEUE = "\"type\": \"queue\", \"queue\": \"sales\", \"waitedMs\": \"count\"";
    private static final String PLACES = """
            "type": "queue", "queue": "sales", "position": "count", "estimatedWaitMs": "number",
            "announcement": [ { "text": "You are number ${count}, ${number / 1000.0} s." } ]""";

    private static World world(QueueOutcome outcome, long afterMs) {
        return World.builder().stub("sales", new Answer.Queue(outcome, null, afterMs, 9_000)).build();
    }

    private static Enqueue asked(OneNode node) {
        node.rehearsal.call();
        return node.rehearsal.asked(Enqueue.class).getFirst();
    }

    @ParameterizedTest
    @CsvSource({"ANSWERED, answered", "TIMEOUT, timeout", "FULL, full", "NO_AGENTS, noAgents", "CLOSED, closed"})
    void eachOutcomeHasItsExit(QueueOutcome outcome, String exit) {
        OneNode node = OneNode.of(QUEUE).in(world(outcome, 3_000));

        assertThat(node.exit()).isEqualTo(exit);
        assertThat(node.value("count")).isEqualTo("3000");
        assertThat(node.reason()).isEqualTo("after 3 s");
    }

    @Test
    void theDefaultsHaveNoLimitNoAnnouncementAndTheMusicOfTheQueue() {
        Enqueue asked = asked(OneNode.of(QUEUE));

        assertThat(asked.queue()).isEqualTo("sales");
        assertThat(asked.priority()).isZero();
        assertThat(asked.maxWaitMs()).isZero();
        assertThat(asked.music()).isEmpty();
        assertThat(asked.announcements().firstAfterMs()).isEqualTo(-1);
        assertThat(asked.exitKeys().isEmpty()).isTrue();
    }

    @Test
    void theLongestWaitEndsIt() {
        OneNode node = OneNode.of(QUEUE + ", \"maxWaitMs\": 20000").in(world(QueueOutcome.ANSWERED, 60_000));

        assertThat(node.exit()).isEqualTo("timeout");
        assertThat(node.value("count")).isEqualTo("20000");
    }

    @Test
    void announcementsSayWhereTheCallerStandsNow() {
        OneNode node = OneNode.of(PLACES).in(world(QueueOutcome.ANSWERED, 70_000))
                .with(new PlannedCaller());

        assertThat(node.exit()).isEqualTo("answered");
        assertThat(node.rehearsal.heard()).containsExactly("You are number 3, 65 s.", "You are number 2, 35 s.",
                "You are number 1, 5 s.");
    }

    @Test
    void oneAnnouncementMayBeEnough() {
        OneNode node = OneNode.of(PLACES + ", \"announcementEveryMs\": 0, \"firstAnnouncementMs\": 0")
                .in(world(QueueOutcome.ANSWERED, 70_000)).with(new PlannedCaller());
        node.exit();

        assertThat(node.rehearsal.heard()).containsExactly("You are number 3, 70 s.");
    }

    @Test
    void anAnnouncementThatFailsEndsTheOperationToo() {
        OneNode node = OneNode.of(QUEUE + ", \"announcement\": [ { \"text\": \"${text}\" } ]")
                .in(world(QueueOutcome.ANSWERED, 70_000));

        assertThat(node.failure()).isEqualTo("expression");
        assertThat(node.rehearsal.events(TraceEvent.OperationEnded.class))
                .contains(new TraceEvent.OperationEnded("queue", "failed"));
    }

    @Test
    void eachExitKeyHasItsExit() {
        String keys = QUEUE + """
                , "music": [ { "text": "La la la la la la la la la la" } ], "exitKeys": [
                  { "key": "1", "exit": "callback" }, { "key": "*", "exit": "menu" } ]""";
        OneNode node = OneNode.of(keys).in(world(QueueOutcome.ANSWERED, 70_000))
                .with(new PlannedCaller().at(1_000, "5*"));

        assertThat(node.exit()).isEqualTo("menu");
        assertThat(node.reason()).isEqualTo("the caller pressed *");
        assertThat(node.value("count")).isEqualTo("1100");
        assertThat(OneNode.of(keys).with(new PlannedCaller().at(1_000, "1")).exit()).isEqualTo("callback");
    }

    @Test
    void aKeyThatIsNoExitKeyCannotLeadAnywhere() {
        OneNode node = OneNode.of(QUEUE)
                .in(World.builder().stub("sales", new Answer.Queue(QueueOutcome.EXIT_KEY, '9', 1_000, 0)).build());

        assertThat(node.failure()).isEqualTo("queue-key");
    }

    @Test
    void thePriorityIsComputed() {
        assertThat(asked(OneNode.of(QUEUE + ", \"priority\": \"call.caller == '' ? 5 : 10\"")).priority()).isEqualTo(5);
        assertThat(OneNode.of(QUEUE + ", \"priority\": \"2000\"").failure()).isEqualTo("queue-priority");
        assertThat(OneNode.of(QUEUE + ", \"priority\": \"-1\"").failure()).isEqualTo("queue-priority");
        assertThat(OneNode.of(QUEUE + ", \"priority\": \"'high'\"").problems()).containsExactly("expression /priority");
    }

    @Test
    void theHangUpEndsTheWait() {
        OneNode node = OneNode.of(QUEUE).with(new PlannedCaller().hangsUpAt(2_000));
        node.rehearsal.call();

        assertThat(node.rehearsal.events(TraceEvent.OperationEnded.class))
                .containsExactly(new TraceEvent.OperationEnded("queue", "hangup"));
        assertThat(node.rehearsal.events(TraceEvent.ExitTaken.class)).isEmpty();
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"queue\"").problems()).containsExactly("field-missing /queue");
        assertThat(OneNode.of(QUEUE + """
                , "exitKeys": [ { "key": "1", "exit": "full" }, { "key": "1", "exit": "back" } ]""").problems())
                .containsExactly("reserved-exit /exitKeys/0/exit", "duplicate-keys /exitKeys/1/key");
        assertThat(OneNode.of(QUEUE + ", \"position\": \"count\"").problems())
                .containsExactly("never-announced /position");
        assertThat(OneNode.of(QUEUE + ", \"announcementEveryMs\": 500").problems())
                .containsExactly("bad-range /announcementEveryMs");
        assertThat(OneNode.of(QUEUE + """
                , "maxWaitMs": 4000, "announcement": [ { "text": "Please wait." } ]""").problems())
                .containsExactly("prompt-never-played /firstAnnouncementMs");
    }
}
