package org.ivrea.designer.simulation;

import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.designer.simulation.TestCalls.there;

/// Breakpoints, steps, looking and changing, going back.
final class DebuggerTest {
    private static final String COUNTER = """
            { "start": "count", "variables": { "n": { "type": "int", "initial": 0 },
                "pin": { "type": "string", "initial": "4711", "secret": true } }, "nodes": {
              "count": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                "exits": { "next": "sub" } },
              "sub": { "type": "subflow", "flow": "inner", "exits": { "done": "enough" } },
              "enough": { "type": "decision", "cases": [ { "when": "n >= 3", "exit": "yes" } ],
                "exits": { "yes": "bye", "otherwise": "count" } },
              "bye": { "type": "hangup" } } }""";
    private static final String INNER = """
            { "start": "say", "nodes": {
              "say": { "type": "play", "prompt": [ { "text": "Again." } ], "exits": { "next": "back" } },
              "back": { "type": "return" } } }""";

    private static TestCalls counting(Breakpoint... breakpoints) {
        return TestCalls.to("main", COUNTER, "inner", INNER).breakingAt(breakpoints);
    }

    private static String at(CallState state) {
        FrameState frame = state.frames().getLast();
        return frame.flow() + "/" + frame.node();
    }

    @Test
    void stopsAtANodeOnlyWhenTheConditionHolds() {
        try (TestCalls call = counting(Breakpoint.onNode("main", "enough").withCondition("n == 2"))) {
            call.start();
            CallState stop = call.skip();
            assertThat(there(stop.stop()).reason()).isEqualTo(Stop.Reason.BREAKPOINT);
            assertThat(at(stop)).isEqualTo("main/enough");
            assertThat(call.session().evaluate("n * 10").join()).isEqualTo(Evaluation.of("20"));
            assertThat(call.skip().phase()).isEqualTo(Phase.ENDED);
        }
    }

    @Test
    void stopsAtAnExitAndNotWhenDisabled() {
        Breakpoint exit = Breakpoint.onExit("main", "enough", "otherwise");
        try (TestCalls call = counting(exit, Breakpoint.onNode("main", "sub").withEnabled(false))) {
            call.start();
            CallState stop = call.skip();
            assertThat(there(stop.stop()).breakpoint()).isEqualTo(exit);
            assertThat(call.way()).endsWith(".otherwise");
        }
    }

    @Test
    void stepsIntoOverAndOutOfSubflows() {
        try (TestCalls call = counting(Breakpoint.onNode("main", "sub"))) {
            CallSession session = call.start();
            call.awaitStop();
            session.breakpoints(java.util.List.of());
            session.step();
            CallState inside = call.await(state -> state.phase() == Phase.STOPPED && at(state).equals("inner/say"));
            assertThat(inside.frames()).hasSize(2);
            assertThat(inside.frames().getFirst().node()).isEqualTo("sub");
            session.stepOut();
            session.skipToCaller();
            CallState outside = call.awaitStopAt("main/enough");
            assertThat(there(outside.stop()).reason()).isEqualTo(Stop.Reason.STEP);
            session.step();
            call.awaitStopAt("main/count");
            session.step();
            call.awaitStopAt("main/sub");
            session.stepOver();
            session.skipToCaller();
            call.awaitStopAt("main/enough");
            session.runTo("main", "bye");
            session.skipToCaller();
            assertThat(there(call.awaitStopAt("main/bye").stop()).reason()).isEqualTo(Stop.Reason.RUN_TO);
        }
    }

    @Test
    void pausesInAPromptAndStopsAtTheNextNodeByStep() {
        try (TestCalls call = counting()) {
            CallSession session = call.start();
            call.await(state -> state.playing() != null);
            session.pause();
            assertThat(there(call.await(state -> state.phase() == Phase.PAUSED).waiting()).kind())
                    .isEqualTo(Waiting.Kind.PROMPT);
            session.step();
            session.skipToCaller();
            call.awaitStopAt("inner/back");
        }
    }

    @Test
    void changesVariablesThatTheFlowThenGoesBy() {
        try (TestCalls call = counting(Breakpoint.onNode("main", "enough"))) {
            CallSession session = call.start();
            call.skip();
            assertThat(session.assign(0, "n", "many").join().worked()).isFalse();
            assertThat(session.assign(0, "nobody", "1").join().text()).contains("no variable");
            assertThat(session.assign(0, "n", "7").join().worked()).isTrue();
            call.await(state -> state.frames().getFirst().variables().stream()
                    .anyMatch(variable -> variable.name().equals("n") && "7".equals(variable.value())));
            call.skip();
            assertThat(there(call.awaitEnd().outcome()).failure()).isNull();
            assertThat(call.session().events(0).stream().map(timed -> timed.event()))
                    .contains(new TraceEvent.ExitTaken("main", "enough", "yes", "`n >= 3` was true: n = 7", "bye"));
        }
    }

    @Test
    void masksSecretsWhereverItShowsThem() {
        try (TestCalls call = counting(Breakpoint.onNode("main", "count"))) {
            CallSession session = call.start();
            CallState stop = call.awaitStop();
            assertThat(stop.toString()).contains("pin").doesNotContain("4711");
            assertThat(session.evaluate("pin").join().text()).isEqualTo("••••");
            assertThat(session.evaluate("pin + '!'").join().text()).isEqualTo("••••");
            assertThat(session.evaluate("pin +").join().worked()).isFalse();
            assertThat(session.assign(0, "pin", "0815").join().worked()).isTrue();
            assertThat(call.events().toString()).doesNotContain("0815");
        }
    }

    @Test
    void goesBackAndContinuesDifferently() {
        try (TestCalls call = TestCalls.to("main", CallSessionTest.MENU)) {
            CallSession session = call.start();
            call.skip();
            session.press('2');
            call.await(state -> call.count(TraceEvent.KeyPressed.class) == 1);
            call.skip();
            var before = call.events();
            session.goBackTo(3);
            CallState back = call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            assertThat(there(back.stop()).reason()).isEqualTo(Stop.Reason.WENT_BACK);
            assertThat(call.way()).containsExactly("main/welcome", ".next", "main/menu", ".support", "main/welcome",
                    ".next", "main/menu");
            assertThat(before.subList(0, call.events().size())).isEqualTo(call.events());
            call.skip();
            session.press('1');
            call.awaitEnd();
            assertThat(call.way()).endsWith(".sales", "main/bye");

            session.goBackTo(1);
            call.await(state -> state.generation() == 2 && state.phase() == Phase.STOPPED);
            assertThat(call.way()).containsExactly("main/welcome", ".next", "main/menu");
        }
    }

    @Test
    void goesBackToBeforeAVariableWasChanged() {
        try (TestCalls call = counting(Breakpoint.onNode("main", "enough"))) {
            CallSession session = call.start();
            call.skip();
            session.assign(0, "n", "7").join();
            call.await(state -> state.frames().toString().contains("value=7"));
            call.skip();
            call.awaitEnd();
            int decision = (int) call.way().stream().filter(step -> !step.startsWith(".")).takeWhile(
                    step -> !step.equals("main/enough")).count();
            session.goBackTo(decision);
            call.await(state -> state.generation() == 1 && state.phase() == Phase.STOPPED);
            assertThat(session.evaluate("n").join().text()).isEqualTo("1");
            session.goBackTo(decision + 1);
            call.await(state -> state.generation() == 2 && state.phase() == Phase.STOPPED);
            assertThat(call.way()).endsWith(".otherwise", "main/count");
        }
    }
}
