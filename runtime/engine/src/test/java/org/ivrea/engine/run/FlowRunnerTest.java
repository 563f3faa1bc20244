package org.ivrea.engine.run;

import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class FlowRunnerTest {
    private static final String SET = """
            { "type": "set", "assignments": [ { "variable": "n", "value": "%s" } ], "exits": { "next": %s } }""";

    @Test
    void aFlowWithoutEntryIsAnsweredPlaysAndHangsUpAtItsEnd() {
        Rehearsal main = Rehearsal
                .of("""
                        { "start": "welcome", "nodes": {
                          "welcome": { "type": "play", "prompt": [ { "text": "Welcome." } ], "exits": { "next": null } } } }""");

        CallOutcome outcome = main.call();

        assertThat(outcome).isEqualTo(new CallOutcome(CallOutcome.Kind.COMPLETED, Rehearsal.byFlow(), null));
        assertThat(main.heard()).containsExactly("Welcome.");
        assertThat(main.trace.getFirst().event()).isInstanceOf(TraceEvent.CallStarted.class);
        assertThat(main.trace.get(1).event()).isEqualTo(new TraceEvent.Answered(false));
        assertThat(main.trace.getLast().event()).isEqualTo(new TraceEvent.CallClosed("completed"));
    }

    @Test
    void variablesKeepTheirDeclaredTypeAndExpressionsSeeThem() {
        Rehearsal main = Rehearsal.of("""
                { "start": "double", "variables": { "n": { "type": "int", "initial": 20 } }, "nodes": {
                  "double": %s,
                  "say": { "type": "play", "prompt": [ { "text": "${n} for ${call.caller}" } ],
                    "exits": { "next": null } } } }""".formatted(SET.formatted("n * 2 + 2", "\"say\"")));

        main.call();

        assertThat(main.heard().getFirst()).startsWith("42 for ");
        assertThat(main.events(TraceEvent.VariableSet.class))
                .containsExactly(new TraceEvent.VariableSet("main", "n", "42"));
    }

    @Test
    void timesAreSaidInTheProjectsTimeZone() {
        Rehearsal main = Rehearsal.of("""
                { "start": "say", "nodes": { "say": { "type": "play", "prompt": [
                  { "say": "time", "value": "timestamp('2026-03-02T07:00:00Z')" } ] } } }""");

        main.call();
        assertThat(main.heard()).containsExactly("seven AM");
        main.inTimeZone("Europe/Berlin").call();
        assertThat(main.heard()).containsExactly("eight AM");
    }

    @Test
    void aDisabledNodeIsPassedByAtItsFirstExit() {
        Rehearsal main = Rehearsal.of("""
                { "start": "a", "nodes": {
                  "a": { "type": "play", "disabled": true, "prompt": [ { "text": "Never." } ],
                    "exits": { "next": "b" } },
                  "b": { "type": "play", "prompt": [ { "text": "Heard." } ], "exits": { "next": null } } } }""");

        main.call();

        assertThat(main.heard()).containsExactly("Heard.");
        assertThat(main.path()).containsExactly("main/a", "main/b");
    }

    @Test
    void aMissingFlowLeavesTheCallAsItIs() {
        CallOutcome outcome = new FlowRunner(Rehearsal.of("{ \"start\": null, \"nodes\": {} }").compiled(),
                Limits.DEFAULT).run("absent", Map.of(), new Untouchable(), (_, _) -> {});

        assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.NOT_STARTED);
        assertThat(outcome.failure()).contains("no flow \"absent\"");
    }

    @Test
    void aFlowWithErrorsDoesNotTouchTheCall() {
        var project = Rehearsal.of("""
                { "start": "a", "nodes": { "a": { "type": "nonsense" } } }""").compiled();

        CallOutcome outcome = new FlowRunner(project, Limits.DEFAULT).run("main", Map.of(), new Untouchable(),
                (_, _) -> {});

        assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.NOT_STARTED);
        assertThat(project.problems()).singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("node-type-unknown"));
    }

    @Nested
    class Subflows {
        private static final String MAIN = """
                { "start": "ask", "variables": { "n": { "type": "int" } }, "nodes": {
                  "ask": { "type": "subflow", "flow": "sub", "inputs": { "x": "20" }, "outputs": { "y": "n" },
                    "results": [ "done", "other" ], "exits": { "done": "say", "other": null } },
                  "say": { "type": "play", "prompt": [ { "text": "${n}" } ], "exits": { "next": null } } } }""";

        @Test
        void takeInputsAndReturnOutputsAtAnExit() {
            Rehearsal main = Rehearsal.of(MAIN).with("sub", """
                    { "start": "s", "inputs": { "x": { "type": "int" } }, "outputs": { "y": { "type": "int" } },
                      "exits": [ "done", "other" ], "nodes": {
                      "s": { "type": "set", "assignments": [ { "variable": "y", "value": "x + 1" } ],
                        "exits": { "next": "r" } },
                      "r": { "type": "return" } } }""");

            main.call();

            assertThat(main.heard()).containsExactly("21");
            assertThat(main.path()).containsExactly("main/ask", "sub/s", "sub/r", "main/say");
        }

        @Test
        void thatFailWithoutHandlerFailTheirNode() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "ask", "nodes": {
                      "ask": { "type": "subflow", "flow": "sub", "exits": { "done": null, "error": "sorry" } },
                      "sorry": { "type": "play", "prompt": [ { "text": "Sorry: ${error.code}" } ],
                        "exits": { "next": null } } } }""").with("sub", failing(""));

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.COMPLETED);
            assertThat(main.heard()).containsExactly("Sorry: expression");
            assertThat(main.events(TraceEvent.ErrorRaised.class)).extracting(TraceEvent.ErrorRaised::handled)
                    .containsExactly(false, true);
        }

        @Test
        void thatNestWithoutEndAreStopped() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "again", "nodes": { "again": { "type": "subflow", "flow": "main",
                      "exits": { "done": null } } } }""");

            CallOutcome outcome = main.call();

            assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.FAILED);
            assertThat(main.events(TraceEvent.GuardTripped.class)).extracting(TraceEvent.GuardTripped::guard)
                    .containsExactly("subflow-depth");
        }

        @Test
        void areLeftForGoodByGoTo() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "go", "nodes": { "go": { "type": "goto", "flow": "other" } } }""").with("other", """
                    { "start": "bye", "nodes": { "bye": { "type": "hangup", "cause": "USER_BUSY" } } }""");

            assertThat(main.call().end()).isEqualTo(new CallEnd("USER_BUSY", CallEnd.Side.FLOW));
            assertThat(main.path()).containsExactly("main/go", "other/bye");
        }
    }

    /// The handler tells what it knows of the account, and of the PIN that the subflow would have asked for next.
    private static final String INFORMED = """
            { "start": "ask", "variables": { "account": { "type": "string", "initial": "unknown" },
                "pin": { "type": "string", "initial": "not asked yet" } }, "nodes": {
              "ask": { "type": "subflow", "flow": "sub", "outputs": { "account": "account", "pin": "pin" },
                "exits": { "done": null } },
              "note": { "type": "log", "text": "account ${account}, ${pin}", "exits": { "next": null } } },
              "handlers": { "%s": "note" } }""";
    private static final String INFORMING = """
            { "start": "s", "outputs": { "account": { "type": "string", "initial": "" },
                "pin": { "type": "string", "initial": "" } }, "exits": [ "done" ], "nodes": {
              "s": { "type": "set", "assignments": [ { "variable": "account", "value": "'42'" } ],
                "exits": { "next": "stop" } },
              "stop": { %s, "exits": { "next": "back" } },
              "back": { "type": "return" } } }""";

    @Nested
    class Errors {
        @Test
        void giveTheCallingFlowWhatTheSubflowHadSetByThen() {
            Rehearsal main = Rehearsal.of(INFORMED.formatted("error")).with("sub", INFORMING.formatted(
                    "\"type\": \"set\", \"assignments\": [ { \"variable\": \"pin\", \"value\": \"string(1 / 0)\" } ]"));

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.COMPLETED);
            assertThat(main.events(TraceEvent.Logged.class)).extracting(TraceEvent.Logged::text)
                    .containsExactly("account 42, not asked yet");
        }

        @Test
        void goToTheFlowsHandlerOnce() {
            Rehearsal main = Rehearsal.of(failing("""
                    , "handlers": { "error": "again" }"""));

            CallOutcome outcome = main.call();

            assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.FAILED);
            assertThat(outcome.end()).isEqualTo(new CallEnd("NORMAL_TEMPORARY_FAILURE", CallEnd.Side.FLOW));
            assertThat(main.events(TraceEvent.HandlerEntered.class)).hasSize(1);
        }

        @Test
        void ofAnUnsetVariableSayWhichOne() {
            Rehearsal main = Rehearsal.of(failing(""));

            assertThat(main.call().failure()).contains("unset");
        }

    }

    private static String failing(String handlers) {
        return """
                { "start": "bad", "variables": { "unset": { "type": "int" }, "n": { "type": "int" } }, "nodes": {
                  "again": { "type": "set", "assignments": [ { "variable": "n", "value": "unset + 1" } ],
                    "exits": { "next": null } },
                  "bad": { "type": "set", "assignments": [ { "variable": "n", "value": "unset + 1" } ],
                    "exits": { "next": "again" } } }%s }""".formatted(handlers);
    }

    @Nested
    class Guarding {
        private static final String SPINNING = """
                { "start": "a", "variables": { "n": { "type": "int", "initial": 0 } }, "nodes": {
                  "a": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                    "exits": { "next": "a" } },
                  "sorry": { "type": "play", "prompt": [ { "text": "Sorry." } ], "exits": { "next": %s } } }%s }""";

        @Test
        void stopsALoopInWhichTheCallerIsNeverAsked() {
            Rehearsal main = Rehearsal.of(SPINNING.formatted("null", ""));

            CallOutcome outcome = main.call();

            assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.FAILED);
            assertThat(main.path()).hasSize((int) Limits.DEFAULT.maxStepsWithoutCaller());
            assertThat(main.events(TraceEvent.GuardTripped.class)).singleElement()
                    .extracting(TraceEvent.GuardTripped::guard).isEqualTo("steps-without-caller");
        }

        @Test
        void lastsUntilTheErrorHandlerHasSpoken() {
            Rehearsal main = Rehearsal.of(SPINNING.formatted("null", ", \"handlers\": { \"error\": \"sorry\" }"));

            main.call();

            assertThat(main.heard()).containsExactly("Sorry.");
        }

        @Test
        void stopsAnErrorHandlerThatSpinsAsWell() {
            Rehearsal main = Rehearsal.of(SPINNING.formatted("\"a\"", ", \"handlers\": { \"error\": \"sorry\" }"));

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.FAILED);
            assertThat(main.heard()).containsExactly("Sorry.");
            assertThat(main.events(TraceEvent.GuardTripped.class)).hasSize(2);
        }

        @Test
        void limitsStepsAndLengthOfACall() {
            String waiting = """
                    { "start": "a", "nodes": { "a": { "type": "wait", "ms": 1000, "exits": { "next": "a" } } } }""";
            Rehearsal steps = Rehearsal.of(waiting).with(new Limits(0, 50, 10, 5, 5_000, 1_000));
            Rehearsal length = Rehearsal.of(waiting).with(new Limits(10_000, 5_000, 10, 5, 5_000, 1_000));

            assertThat(steps.call().failure()).contains("50 nodes");
            assertThat(length.call().failure()).contains("10000 ms");
            assertThat(length.path()).hasSize(11);
        }
    }

    @Nested
    class HangUps {
        private static final String HANDLED = """
                { "start": "a", "nodes": {
                  "a": { "type": "play", "prompt": [ { "text": "One moment." } ], "exits": { "next": "sub" } },
                  "sub": { "type": "subflow", "flow": "sub", "exits": { "done": null } },
                  "note": { "type": "log", "text": "main" , "exits": { "next": "media" } },
                  "media": { "type": "play", "prompt": [ { "text": "Nobody hears this." } ],
                    "exits": { "next": "note" } } },
                  "handlers": { "hangup": "note" } }""";
        private static final String SUB = """
                { "start": "wait", "exits": [ "done" ], "nodes": {
                  "wait": { "type": "wait", "ms": 5000, "exits": { "next": "back" } },
                  "back": { "type": "return" },
                  "own": { "type": "log", "text": "node exit", "exits": { "next": null } },
                  "note": { "type": "log", "text": "sub", "exits": { "next": null } } },
                  "handlers": { "hangup": "note" } }""";

        @Test
        void runTheHandlersFromTheInsideOutOnceEach() {
            Rehearsal main = Rehearsal.of(HANDLED).with("sub", SUB).hangingUpAt("wait");

            CallOutcome outcome = main.call();

            assertThat(outcome.kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
            assertThat(main.events(TraceEvent.Logged.class)).extracting(TraceEvent.Logged::text)
                    .containsExactly("sub", "main");
            assertThat(main.events(TraceEvent.HandlerEntered.class)).extracting(TraceEvent.HandlerEntered::flow)
                    .containsExactly("sub", "main");
            assertThat(main.events(TraceEvent.HungUp.class)).hasSize(1);
            assertThat(main.heard()).containsExactly("One moment.");
        }

        @Test
        void giveTheCallingFlowWhatTheSubflowHadSetByThen() {
            Rehearsal main = Rehearsal.of(INFORMED.formatted("hangup"))
                    .with("sub", INFORMING.formatted("\"type\": \"wait\", \"ms\": 5000")).hangingUpAt("stop");

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
            assertThat(main.events(TraceEvent.Logged.class)).extracting(TraceEvent.Logged::text)
                    .containsExactly("account 42, not asked yet");
        }

        @Test
        void takeTheNodesOwnExitFirst() {
            Rehearsal main = Rehearsal.of(HANDLED)
                    .with("sub", SUB.replace("\"next\": \"back\"", "\"next\": \"back\", \"hangup\": \"own\""))
                    .hangingUpAt("wait");

            main.call();

            assertThat(main.events(TraceEvent.Logged.class)).extracting(TraceEvent.Logged::text)
                    .containsExactly("node exit", "main");
        }

        @Test
        void doNotRunWhenTheFlowItselfHangsUp() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "bye", "nodes": { "bye": { "type": "hangup" },
                      "note": { "type": "log", "text": "never", "exits": { "next": null } } },
                      "handlers": { "hangup": "note" } }""");

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.COMPLETED);
            assertThat(main.events(TraceEvent.Logged.class)).isEmpty();
        }

        @Test
        void comeBetweenTwoNodesThatDoNotNeedTheCaller() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "x", "nodes": {
                      "x": { "type": "log", "text": "before", "exits": { "next": "y" } },
                      "y": { "type": "log", "text": "not reached", "exits": { "next": null } },
                      "note": { "type": "log", "text": "handler", "exits": { "next": null } } },
                      "handlers": { "hangup": "note" } }""").hangingUpAt("x");

            main.call();

            assertThat(main.events(TraceEvent.Logged.class)).extracting(TraceEvent.Logged::text)
                    .containsExactly("before", "handler");
        }

        @Test
        void giveTheHandlersLittleTime() {
            Rehearsal main = Rehearsal.of("""
                    { "start": "w", "nodes": {
                      "w": { "type": "wait", "exits": { "next": null } },
                      "note": { "type": "log", "text": "spinning", "exits": { "next": "note" } } },
                      "handlers": { "hangup": "note" } }""").hangingUpAt("w");

            assertThat(main.call().kind()).isEqualTo(CallOutcome.Kind.HUNG_UP);
            assertThat(main.events(TraceEvent.GuardTripped.class)).hasSize(1);
        }
    }

    @Test
    void secretsNeverReachTheTrace() {
        Rehearsal main = Rehearsal.of("""
                { "start": "set", "variables": { "pin": { "type": "string", "initial": "4711", "secret": true },
                  "copy": { "type": "string" } }, "nodes": {
                  "set": { "type": "set", "assignments": [ { "variable": "copy", "value": "pin + '-x'" } ],
                    "exits": { "next": "say" } },
                  "say": { "type": "play", "prompt": [ { "text": "Your PIN is ${copy}." } ],
                    "exits": { "next": "log" } },
                  "log": { "type": "log", "text": "got ${copy}", "exits": { "next": null } } } }""");

        main.call();

        assertThat(main.trace.toString()).doesNotContain("4711");
        assertThat(main.heard()).containsExactly("Your PIN is ••••.");
        assertThat(List.copyOf(main.events(TraceEvent.VariableSet.class))).hasSize(1);
    }
}
