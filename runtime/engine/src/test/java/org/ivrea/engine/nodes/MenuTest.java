package org.ivrea.engine.nodes;

import java.util.List;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceEvent.DigitsCollected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MenuTest {
    /// The prompt plays 500 ms.
    private static final String ASKS = "\"type\": \"menu\", \"prompt\": [ { \"text\": \"Menu?\" } ]";
    private static final String MENU = ASKS + """
            , "variable": "text", "choices": [ { "keys": "1", "exit": "sales" }, { "keys": "2", "exit": "support" },
              { "keys": "42", "exit": "answer" }, { "keys": "9", "exit": "sales" } ]""";

    private static PlannedCaller pressing(long afterMs, String keys) {
        return new PlannedCaller().hearing("Menu?", afterMs, keys);
    }

    @ParameterizedTest
    @CsvSource({"1, sales", "2, support", "42, answer", "9, sales"})
    void aChoiceIsTakenAsSoonAsItsKeysAreThere(String keys, String exit) {
        OneNode node = OneNode.of(MENU).with(pressing(1_000, keys));

        assertThat(node.exit()).isEqualTo(exit);
        assertThat(node.value("text")).isEqualTo(keys);
        assertThat(node.reason()).isEqualTo("the caller pressed " + keys);
        assertThat(node.endedAtMs()).isEqualTo(1_000 + 100L * (keys.length() - 1));
    }

    @Test
    void choicesShareAnExit() {
        assertThat(OneNode.of(MENU).exits()).containsExactly("sales", "support", "answer", "timeout", "invalid");
    }

    @Nested
    final class Timers {
        @Test
        void theFirstDigitTimerRunsFromTheEndOfThePrompt() {
            OneNode node = OneNode.of(MENU + ", \"maxNoInput\": 1").with(new PlannedCaller());

            assertThat(node.exit()).isEqualTo("timeout");
            assertThat(node.endedAtMs()).isEqualTo(500 + 5_000);
        }

        @Test
        void theInterDigitTimerRunsWhereAFurtherKeyMayFollow() {
            OneNode node = OneNode.of(MENU + ", \"maxNoMatch\": 1").with(pressing(1_000, "4"));

            assertThat(node.exit()).isEqualTo("invalid");
            assertThat(node.endedAtMs()).isEqualTo(1_000 + 2_000);
        }

        @Test
        void aTerminatorEndsTheWait() {
            String ambiguous = ASKS + """
                    , "choices": [ { "keys": "1", "exit": "one" }, { "keys": "12", "exit": "twelve" } ]""";
            OneNode waits = OneNode.of(ambiguous).with(pressing(1_000, "1"));
            assertThat(waits.exit()).isEqualTo("one");
            assertThat(waits.endedAtMs()).isEqualTo(3_000);

            OneNode ended = OneNode.of(ambiguous).with(pressing(1_000, "1#"));
            assertThat(ended.exit()).isEqualTo("one");
            assertThat(ended.endedAtMs()).isEqualTo(1_100);
        }

        @Test
        void aKeyThatBeginsNoChoiceIsWrongAtOnce() {
            OneNode node = OneNode.of(MENU + ", \"maxNoMatch\": 1").with(pressing(1_000, "7"));

            assertThat(node.exit()).isEqualTo("invalid");
            assertThat(node.endedAtMs()).isEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @CsvSource({"allKeys, '', 200", "choiceKeys, '', 200", "someKeys, 1, 200", "someKeys, 2, 500", "none, '', 500"})
    void bargeInStopsThePromptAndTheKeyCountsInAnyCase(String bargeIn, String keys, long endMs) {
        OneNode node = OneNode.of(MENU + """
                , "bargeIn": "%s", "bargeInKeys": "%s\"""".formatted(bargeIn, keys)).with(pressing(200, "1"));

        assertThat(node.exit()).isEqualTo("sales");
        assertThat(node.endedAtMs()).isEqualTo(endMs);
    }

    @Test
    void bargeInByTheKeysOfChoicesIgnoresOthersUntilTheEnd() {
        OneNode node = OneNode.of(MENU + ", \"bargeIn\": \"choiceKeys\", \"maxNoMatch\": 1")
                .with(pressing(200, "7"));

        assertThat(node.exit()).isEqualTo("invalid");
        assertThat(node.endedAtMs()).isEqualTo(500);
    }

    @Nested
    final class TypeAhead {
        private static Rehearsal typing(String keys) {
            var flow = Rehearsal.of("""
                    { "start": "welcome", "nodes": {
                        "welcome": { "type": "play", "prompt": [ { "text": "Welcome." } ],
                                     "exits": { "next": "main" } },
                        "main": { "type": "menu", "prompt": [ { "text": "Menu?" } ], "maxNoMatch": 1,
                                  "choices": [ { "keys": "1", "exit": "one" } ],
                                  "exits": { "one": "more", "invalid": "more" } },
                        "more": { "type": "menu", "prompt": [ { "text": "More?" } ], "maxNoInput": 1,
                                  "choices": [ { "keys": "2", "exit": "two" } ] } } }""")
                    .with(PlannedCaller.LENGTHS, new PlannedCaller().hearing("Welcome.", 100, keys));
            flow.call();
            return flow;
        }

        @Test
        void goesThroughMenusWithoutHearingThem() {
            var flow = typing("12");

            assertThat(flow.heard()).containsExactly("Welcome.");
            assertThat(flow.events(TraceEvent.ExitTaken.class)).extracting("exit").containsExactly("next", "one",
                    "two");
        }

        @Test
        void afterAWrongInputDoesNotReachTheNextQuestion() {
            var flow = typing("72");

            assertThat(flow.heard()).containsExactly("Welcome.", "More?");
            assertThat(flow.events(TraceEvent.ExitTaken.class)).extracting("exit").containsExactly("next", "invalid",
                    "timeout");
        }
    }

    @Nested
    final class Attempts {
        private static final String PROMPTS = MENU + """
                , "promptShort": [ { "text": "1, 2 or 42?" } ], "exitPrompt": [ { "text": "Goodbye." } ],
                "noInputPrompts": [ [ { "text": "Hello?" } ] ],
                "noMatchPrompts": [ [ { "text": "Sorry." } ], [ { "text": "Once more." } ] ]""";

        @Test
        void theShortPromptFollowsTheFirstFailureAndTheExitPromptTheLastOne() {
            OneNode node = OneNode.of(PROMPTS).with(new PlannedCaller());

            assertThat(node.exit()).isEqualTo("timeout");
            assertThat(node.reason()).isEqualTo("no key was pressed, 3 times");
            assertThat(node.rehearsal.heard()).containsExactly("Menu?", "Hello?", "1, 2 or 42?", "Hello?",
                    "1, 2 or 42?", "Goodbye.");
        }

        @Test
        void noInputsAndNoMatchesAreCountedApart() {
            OneNode node = OneNode.of(PROMPTS + ", \"maxNoInput\": 2, \"maxNoMatch\": 3")
                    .with(pressing(100, "7").hearing("42?", 100, "").hearing("42?", 100, "8")
                            .hearing("42?", 100, "5"));

            assertThat(node.exit()).isEqualTo("invalid");
            assertThat(node.reason()).isEqualTo("the input did not fit, 3 times");
            assertThat(node.rehearsal.heard()).containsExactly("Menu?", "Sorry.", "1, 2 or 42?", "Hello?",
                    "1, 2 or 42?", "Once more.", "1, 2 or 42?", "Goodbye.");
        }

        @Test
        void aTerminatorAloneIsAWrongInput() {
            assertThat(OneNode.of(MENU + ", \"maxNoMatch\": 1").with(pressing(100, "#")).exit()).isEqualTo("invalid");
        }

        @Test
        void aChoiceAfterAFailureCounts() {
            OneNode node = OneNode.of(PROMPTS + ", \"repeatPrompt\": false")
                    .with(pressing(100, "7").hearing("Sorry.", 100, "2"));

            assertThat(node.exit()).isEqualTo("support");
            assertThat(node.rehearsal.heard()).containsExactly("Menu?", "Sorry.");
        }
    }

    @Nested
    final class Patterns {
        private static final String PATTERNS = ASKS + """
                , "maxDigits": 3, "choices": [ { "pattern": "1..", "exit": "room" }, { "keys": "100", "exit": "desk" },
                  { "pattern": "\\\\d{3}", "exit": "other" } ]""";

        @ParameterizedTest
        @CsvSource({"101, room", "100, desk", "555, other", "55#, invalid"})
        void keysGoBeforePatternsAndTheseInTheirOrder(String keys, String exit) {
            OneNode node = OneNode.of(PATTERNS + ", \"maxNoMatch\": 1").with(pressing(100, keys));
            assertThat(node.exit()).isEqualTo(exit);
        }
    }

    @Nested
    final class DirectDial {
        private static final String DIAL = ASKS + """
                , "maxNoMatch": 1, "choices": [ { "keys": "1", "exit": "sales" } ],
                "directDial": { "allow": "[1-7]\\\\d*", "deny": "7.*", "minDigits": 3, "maxDigits": 4,
                                "variable": "text" }""";

        @ParameterizedTest
        @CsvSource({"1, sales, ''", "123, directDial, 123", "1234, directDial, 1234", "12#, invalid, ''",
                "712, invalid, ''", "812, invalid, ''"})
        void takesExtensionsBesideChoices(String keys, String exit, String extension) {
            OneNode node = OneNode.of(DIAL).with(pressing(100, keys));

            assertThat(node.exit()).isEqualTo(exit);
            assertThat(node.value("text")).isEqualTo(extension);
        }

        @Test
        void saysWhatWasDialled() {
            OneNode node = OneNode.of(DIAL).with(pressing(100, "123"));
            node.exit();

            assertThat(node.reason()).isEqualTo("the caller dialled 123");
            assertThat(node.exits()).containsExactly("sales", "directDial", "timeout", "invalid");
        }
    }

    @Nested
    final class Conditions {
        private static final String OFFERED = ASKS + """
                , "maxNoMatch": 1, "choices": [ { "keys": "1", "exit": "gold", "when": "call.caller == '7'" },
                  { "keys": "1", "exit": "all" %s }, { "keys": "12", "exit": "never", "when": "false" } ]""";

        @ParameterizedTest
        @CsvSource({"7, gold", "8, all"})
        void decideWhatKeysMean(String caller, String exit) {
            OneNode node = OneNode.of(OFFERED.formatted(""))
                    .in(World.builder().caller(caller).build()).with(pressing(1_000, "1"));

            assertThat(node.exit()).isEqualTo(exit);
            assertThat(node.endedAtMs()).isEqualTo(1_000);
        }

        @Test
        void aMenuThatOffersNothingFails() {
            OneNode node = OneNode.of(OFFERED.formatted(", \"when\": \"1 > 2\""));
            assertThat(node.failure()).isEqualTo("no-choices");
        }
    }

    @Test
    void theHangUpEndsIt() {
        OneNode node = OneNode.of(MENU).with(new PlannedCaller().hangsUpHearing("Menu?", 300));
        node.rehearsal.call();

        assertThat(node.rehearsal.events(TraceEvent.ExitTaken.class)).isEmpty();
        assertThat(node.rehearsal.events(DigitsCollected.class)).isEmpty();
        assertThat(node.rehearsal.events(TraceEvent.HungUp.class)).extracting("side").containsExactly("caller");
    }

    @Nested
    final class Problems {
        private static List<String> of(String fields) {
            return OneNode.of("\"type\": \"menu\", " + fields).problems();
        }

        @Test
        void choicesAreNeeded() {
            assertThat(of("\"choices\": []")).containsExactly("no-choices /choices");
            assertThat(of(
                    "\"choices\": [ { \"exit\": \"a\" }, { \"keys\": \"1\", \"pattern\": \"2\", \"exit\": \"b\" } ]"))
                    .contains("choice-input /choices/0", "choice-input /choices/1");
        }

        @Test
        void choicesMustBePossible() {
            assertThat(of("\"choices\": [ { \"keys\": \"1#\", \"exit\": \"a\" } ]"))
                    .containsExactly("choice-is-terminator /choices/0/keys");
            assertThat(of("\"maxDigits\": 1, \"choices\": [ { \"keys\": \"12\", \"exit\": \"a\" } ]"))
                    .containsExactly("choice-too-long /choices/0/keys");
            assertThat(
                    of("\"choices\": [ { \"keys\": \"1\", \"exit\": \"a\" }, { \"keys\": \"1\", \"exit\": \"b\" } ]"))
                    .containsExactly("duplicate-keys /choices/1/keys");
        }

        @Test
        void choicesMustNotGetInEachOthersWay() {
            assertThat(
                    of("\"choices\": [ { \"keys\": \"1\", \"exit\": \"a\" }, { \"keys\": \"12\", \"exit\": \"b\" } ]"))
                    .containsExactly("ambiguous-keys /choices/0/keys");
            assertThat(of("""
                    "maxDigits": 2, "choices": [ { "keys": "12", "exit": "a" }, { "pattern": "1.", "exit": "b" } ]"""))
                    .containsExactly("overlapping-pattern /choices/1/pattern");
            assertThat(of("\"choices\": [ { \"pattern\": \"1.\", \"exit\": \"b\" } ]"))
                    .containsExactly("pattern-without-max-digits /choices/0/pattern");
        }

        @Test
        void exitsMustNotHaveAMeaningAlready() {
            assertThat(of("\"choices\": [ { \"keys\": \"1\", \"exit\": \"timeout\" } ]"))
                    .containsExactly("reserved-exit /choices/0/exit");
            assertThat(of("\"choices\": [ { \"keys\": \"1\", \"exit\": \"hangup\" } ]"))
                    .containsExactly("reserved-exit /choices/0/exit");
        }

        @Test
        void extensionsMustBePossible() {
            assertThat(of("""
                    "choices": [ { "keys": "100", "exit": "a" } ],
                    "directDial": { "minDigits": 3, "variable": "text" }"""))
                    .containsExactly("overlapping-pattern /directDial/allow");
            assertThat(of("\"directDial\": { \"minDigits\": 5, \"maxDigits\": 4, \"variable\": \"text\" }"))
                    .containsExactly("bad-range /directDial/minDigits");
            assertThat(of("\"maxDigits\": 2, \"directDial\": { \"variable\": \"text\" }"))
                    .containsExactly("bad-range /directDial/minDigits");
        }

        @Test
        void bargeInBySomeKeysNeedsThem() {
            assertThat(of("\"bargeIn\": \"someKeys\", \"choices\": [ { \"keys\": \"1\", \"exit\": \"a\" } ]"))
                    .containsExactly("no-barge-in-keys /bargeInKeys");
        }
    }
}
