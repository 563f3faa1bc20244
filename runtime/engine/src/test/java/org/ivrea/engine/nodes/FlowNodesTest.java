package org.ivrea.engine.nodes;

import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The nodes that decide, count and begin or end a call.
final class FlowNodesTest {

    @Nested
    final class Decisions {
        @ParameterizedTest
        @CsvSource({"5, small", "50, large", "500, otherwise"})
        void takeTheFirstCaseThatHolds(int count, String exit) {
            var decision = Rehearsal.of("""
                    { "start": "it", "variables": { "n": { "type": "int", "initial": %d } }, "nodes": { "it": {
                      "type": "decision", "cases": [ { "when": "n < 10", "exit": "small" },
                        { "when": "n < 100", "exit": "large" }, { "when": "n < 20", "exit": "small" } ] } } }"""
                    .formatted(count));
            decision.call();

            assertThat(decision.events(TraceEvent.ExitTaken.class).getFirst().exit()).isEqualTo(exit);
        }

        @Test
        void sayWhyTheyWentThere() {
            OneNode decision = OneNode.of("""
                    "type": "decision", "cases": [ { "when": "1 < 2", "exit": "yes" } ]""");
            decision.exit();
            assertThat(decision.reason()).isEqualTo("`1 < 2` was true");
        }

        @Test
        void sayWhatTheyReadAndMaskSecrets() {
            var decision = Rehearsal.of("""
                    { "start": "it", "variables": { "balance": { "type": "number", "initial": -12.5 },
                      "tier": { "type": "string", "initial": "gold" },
                      "pin": { "type": "string", "initial": "4711", "secret": true },
                      "nothing": { "type": "int" }, "reply": { "type": "map", "initial": { "a": 1 } } },
                      "nodes": { "it": { "type": "decision", "cases": [
                        { "when": "balance > 0.0 && tier == 'gold'", "exit": "yes" },
                        { "when": "pin == '1234' || reply.a == 2", "exit": "no" } ] } } }""");
            decision.call();

            assertThat(decision.events(TraceEvent.ExitTaken.class).getFirst().reason())
                    .isEqualTo("none of the 2 conditions was true: balance = -12.5, tier = \"gold\", pin = ••••, "
                            + "reply = a map of 1");
        }

        @Test
        void reportConditionsThatAreNoneAndReservedExits() {
            assertThat(OneNode.of("""
                    "type": "decision", "cases": [ { "when": "1 + 1", "exit": "yes" },
                      { "when": "true", "exit": "otherwise" }, { "when": "nobody", "exit": "no way" } ]""").problems())
                    .containsExactlyInAnyOrder("expression /cases/0/when", "reserved-exit /cases/1/exit",
                            "expression /cases/2/when", "field-value /cases/2/exit");
        }
    }

    @Nested
    final class Assignments {
        @Test
        void areDoneInOrder() {
            OneNode set = OneNode.of("""
                    "type": "set", "assignments": [ { "variable": "count", "value": "2" },
                      { "variable": "number", "value": "double(count) * 1.5" },
                      { "variable": "text", "value": "'x' + string(count)" } ]""");

            assertThat(set.exit()).isEqualTo("next");
            assertThat(set.value("number")).isEqualTo("3");
            assertThat(set.value("text")).isEqualTo("x2");
        }

        @Test
        void ofTheWrongTypeAreErrors() {
            assertThat(OneNode.of("""
                    "type": "set", "assignments": [ { "variable": "count", "value": "call.caller + 'x'" } ]""")
                    .failure()).isEqualTo("variable-type");
        }
    }

    @Nested
    final class Loops {
        @Test
        void goThroughTheirBodyAndBeginAnewNextTime() {
            var loop = Rehearsal
                    .of("""
                            { "start": "outer", "variables": { "i": { "type": "int" } }, "nodes": {
                              "outer": { "type": "loop", "max": 2, "exits": { "body": "inner", "done": null } },
                              "inner": { "type": "loop", "max": 2, "variable": "i", "exits": { "body": "say", "done": "outer" } },
                              "say": { "type": "play", "prompt": [ { "text": "${i}" } ], "exits": { "next": "inner" } } } }""");
            loop.call();

            assertThat(loop.heard()).containsExactly("1", "2", "1", "2");
        }
    }

    @Nested
    final class Beginnings {
        @ParameterizedTest
        @CsvSource({"answer, false", "earlyMedia, true"})
        void answerAsTheEntrySays(String mode, boolean early) {
            OneNode entry = OneNode.of("\"type\": \"entry\", \"answer\": \"%s\"".formatted(mode));
            entry.exit();
            assertThat(entry.rehearsal.events(TraceEvent.Answered.class))
                    .containsExactly(new TraceEvent.Answered(early));
        }

        @Test
        void leaveTheCallRinging() {
            OneNode entry = OneNode.of("\"type\": \"entry\", \"answer\": \"none\"");
            entry.exit();
            assertThat(entry.rehearsal.events(TraceEvent.Answered.class)).isEmpty();
        }

        @Test
        void answerLaterAndPause() {
            var late = Rehearsal.of("""
                    { "start": "entry", "nodes": {
                      "entry": { "type": "entry", "answer": "none", "exits": { "next": "early" } },
                      "early": { "type": "answer", "early": true, "exits": { "next": "answer" } },
                      "answer": { "type": "answer", "delayMs": 700, "exits": { "next": null } } } }""");
            late.call();

            assertThat(late.events(TraceEvent.Answered.class))
                    .containsExactly(new TraceEvent.Answered(true), new TraceEvent.Answered(false));
            assertThat(late.trace.getLast().atMs()).isEqualTo(700);
        }
    }

    @Nested
    final class Endings {
        @Test
        void saySomethingAndGiveTheCause() {
            var end = Rehearsal.of("""
                    { "start": "it", "nodes": { "it": { "type": "hangup", "cause": "USER_BUSY",
                      "prompt": [ { "text": "Goodbye." } ] } } }""");
            end.call();

            assertThat(end.heard()).containsExactly("Goodbye.");
            assertThat(end.events(TraceEvent.HungUp.class))
                    .containsExactly(new TraceEvent.HungUp("USER_BUSY", "flow"));
        }

        @Test
        void reportACauseThatIsNone() {
            assertThat(OneNode.of("\"type\": \"hangup\", \"cause\": \"USER_BUZY\"").rehearsal.compiled().problems())
                    .anySatisfy(problem -> assertThat(problem.message())
                            .contains("\"USER_BUZY\" is no hangup cause").contains("USER_BUSY"));
        }
    }

    @Nested
    final class Languages {
        @Test
        void changeWhatIsHeardFromThereOn() {
            var speaking = Rehearsal.of("""
                    { "start": "say", "nodes": {
                      "say": { "type": "play", "prompt": [ { "text": { "en": "One.", "de": "Eins." } } ],
                        "exits": { "next": "switch" } },
                      "switch": { "type": "language", "language": "de", "exits": { "next": "again" } },
                      "again": { "type": "play", "prompt": [ { "text": { "en": "Two.", "de": "Zwei." } } ],
                        "exits": { "next": null } } } }""");
            speaking.call();

            assertThat(speaking.heard()).containsExactly("One.", "Zwei.");
            assertThat(speaking.events(TraceEvent.LanguageSet.class))
                    .contains(new TraceEvent.LanguageSet("de"));
        }
    }

    @Nested
    final class Waits {
        @Test
        void lastAsLongAsTheySay() {
            OneNode wait = OneNode.of("\"type\": \"wait\", \"ms\": 2500");

            assertThat(wait.exit()).isEqualTo("next");
            assertThat(wait.rehearsal.trace.getLast().atMs()).isEqualTo(2_500);
        }
    }
}
