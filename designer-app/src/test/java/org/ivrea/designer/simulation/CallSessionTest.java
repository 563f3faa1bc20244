package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.designer.simulation.TestCalls.there;

/// The call itself: keys, hang-up, time.
final class CallSessionTest {
    static final String MENU = """
            { "start": "welcome", "nodes": {
              "welcome": { "type": "play", "prompt": [ { "text": "Welcome." } ], "exits": { "next": "menu" } },
              "menu": { "type": "menu", "prompt": [ { "text": "For sales, press 1. For support, press 2." } ],
                "choices": [ { "keys": "1", "exit": "sales" }, { "keys": "2", "exit": "support" } ],
                "timeoutMs": 5000, "maxNoInput": 2,
                "exits": { "sales": "bye", "support": "welcome", "timeout": "bye", "invalid": "bye" } },
              "bye": { "type": "hangup" } } }""";

    @Test
    void goesThroughTheFlowByKeys() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.start();
            CallState turn = call.skip();
            assertThat(turn.phase()).isEqualTo(Phase.HELD);
            assertThat(turn.waiting()).isNotNull();
            assertThat(there(turn.waiting()).kind()).isEqualTo(Waiting.Kind.FIRST_DIGIT);
            assertThat(there(turn.waiting()).untilMs() - there(turn.waiting()).fromMs()).isEqualTo(5000);
            assertThat(turn.frames().getLast().node()).isEqualTo("menu");

            call.session().press('1');
            CallState end = call.awaitEnd();
            assertThat(end.outcome()).isNotNull();
            assertThat(there(end.outcome()).kind()).isEqualTo(CallOutcome.Kind.COMPLETED);
            assertThat(call.way()).containsExactly("main/welcome", ".next", "main/menu", ".sales", "main/bye");
        }
    }

    @Test
    void letsTheCallerMissTheTurn() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.start();
            call.skip();
            assertThat(call.skip().phase()).isEqualTo(Phase.HELD);
            assertThat(call.skip().phase()).isEqualTo(Phase.ENDED);
            assertThat(call.way()).contains(".timeout");
        }
    }

    @Test
    void pastesWhatIsAKeyAndDropsTheRest() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.start();
            call.session().paste("x2 1!");
            call.skip();
            call.awaitEnd();
            assertThat(call.way()).containsSubsequence(".support", ".sales");
        }
    }

    @Test
    void hangsUpWhileAPromptPlays() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.start();
            call.await(state -> state.playing() != null);
            call.session().hangUp();
            CallState end = call.awaitEnd();
            assertThat(there(end.outcome()).end()).isEqualTo(new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
        }
    }

    @Test
    void hangsUpAtWorstMoments() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.session().hangUp();
            call.session().start();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
            call.session().hangUp();
            call.session().press('1');
            call.session().resume();
            call.session().skipToCaller();
            assertThat(call.session().state().phase()).isEqualTo(Phase.ENDED);
        }
    }

    @Test
    void hangsUpWhilePausedAtANodeOrHeld() {
        try (TestCalls call = TestCalls.to("main", MENU).breakingAt(Breakpoint.onNode("main", "menu"))) {
            call.start();
            call.skip();
            call.session().hangUp();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);

            call.breakingAt().start();
            call.skip();
            call.session().hangUp();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);

            call.start();
            call.await(state -> state.playing() != null);
            call.session().pause();
            call.session().hangUp();
            assertThat(there(call.awaitEnd().outcome()).kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
        }
    }

    @Test
    void keysPressedWhilePausedCountWhenTimeGoesOn() {
        try (TestCalls call = TestCalls.to("main", MENU)) {
            call.start();
            call.skip();
            call.session().pause();
            call.session().press('1');
            assertThat(call.session().evaluate("1 + 1").join()).isEqualTo(Evaluation.of("2"));
            assertThat(call.count(TraceEvent.KeyPressed.class)).isZero();
            call.session().resume();
            call.awaitEnd();
            assertThat(call.way()).contains(".sales");
        }
    }

    @Test
    void closesWithoutWaitingForTheCaller() {
        TestCalls call = TestCalls.to("main", MENU);
        CallSession session = call.start();
        call.skip();
        session.close();
        session.close();
        assertThat(session.evaluate("1").join()).isNotNull();
    }

    @Test
    void anEndlessFlowIsStoppedByItsGuardWhichSaysWhy() {
        try (TestCalls call = TestCalls.to("main", """
                { "start": "a", "variables": { "n": { "type": "int", "initial": 0 } }, "nodes": {
                  "a": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                    "exits": { "next": "a" } } } }""")) {
            call.start();
            CallState end = call.awaitEnd();
            assertThat(there(end.outcome()).kind()).isEqualTo(CallOutcome.Kind.FAILED);
            assertThat(there(end.outcome()).failure()).contains("1000 nodes").contains("look for a loop");
            assertThat(call.events()).anyMatch(event -> event.contains("steps-without-caller"));
        }
    }

    @Test
    void aFlowWithErrorsSaysWhyItCannotAnswerAndShowsTheProblem() {
        TestCalls call = TestCalls.to("main", """
                { "start": "a", "nodes": { "a": { "type": "play", "prompt": [ { "text": "${nobody}" } ] } } }""");
        CallStart start = CallStart.check(call.project, call.project.problems(), "main");
        assertThat(start).isInstanceOfSatisfying(CallStart.Impossible.class, impossible -> {
            assertThat(impossible.message()).contains("has errors").contains("nobody");
            assertThat(impossible.problem()).isNotNull();
            assertThat(there(impossible.problem()).pointer().toString()).contains("/nodes/a");
        });
        assertThat(CallStart.check(call.project, List.of(), "nowhere")).isInstanceOf(CallStart.Impossible.class);
        assertThat(CallStart.check(TestCalls.to("main", MENU).project, List.of(), "main"))
                .isInstanceOf(CallStart.Possible.class);
    }
}
