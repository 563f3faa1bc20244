package org.ivrea.engine.nodes;

import java.util.List;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceEvent.DigitsCollected;
import org.ivrea.engine.trace.TraceJson;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CollectDigitsTest {
    /// The prompt plays 700 ms.
    private static final String COLLECT = """
            "type": "collect", "variable": "text", "prompt": [ { "text": "Number?" } ]""";

    private static PlannedCaller pressing(long afterMs, String keys) {
        return new PlannedCaller().hearing("Number?", afterMs, keys);
    }

    private static DigitsCollected collected(OneNode node) {
        return node.rehearsal.events(DigitsCollected.class).getFirst();
    }

    private static long collectedAtMs(OneNode node) {
        return node.rehearsal.trace.stream().filter(timed -> timed.event() instanceof DigitsCollected).findFirst()
                .orElseThrow().atMs();
    }

    @Nested
    final class Timers {
        @Test
        void theFirstDigitTimerRunsFromTheEndOfThePrompt() {
            OneNode node = OneNode.of(COLLECT + ", \"maxNoInput\": 1").with(new PlannedCaller());

            assertThat(node.exit()).isEqualTo("timeout");
            assertThat(collectedAtMs(node)).isEqualTo(700 + 5_000);
            assertThat(node.reason()).isEqualTo("no key was pressed, once");
        }

        @Test
        void theInterDigitTimerRunsFromTheLastKey() {
            OneNode node = OneNode.of(COLLECT).with(pressing(1_000, "123"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(collected(node)).isEqualTo(new DigitsCollected("123", null, "timeout"));
            assertThat(collectedAtMs(node)).isEqualTo(1_200 + 3_000);
        }

        @Test
        void bothCanBeChosen() {
            OneNode node = OneNode.of(COLLECT + ", \"timeoutMs\": 2000, \"interDigitMs\": 500")
                    .with(pressing(2_600, "1"));
            assertThat(node.exit()).isEqualTo("collected");
            assertThat(collectedAtMs(node)).isEqualTo(2_600 + 500);

            OneNode late = OneNode.of(COLLECT + ", \"timeoutMs\": 2000, \"maxNoInput\": 1")
                    .with(pressing(2_750, "1"));
            assertThat(late.exit()).isEqualTo("timeout");
        }

        @Test
        void aTerminatorEndsTheInputAndIsNoPartOfIt() {
            OneNode node = OneNode.of(COLLECT).with(pressing(1_000, "12#"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.value("text")).isEqualTo("12");
            assertThat(collected(node)).isEqualTo(new DigitsCollected("12", "#", "terminator"));
            assertThat(collectedAtMs(node)).isEqualTo(1_200);
        }

        @Test
        void theMostDigitsEndTheInput() {
            OneNode node = OneNode.of(COLLECT + ", \"max\": 2").with(pressing(1_000, "123"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(collected(node)).isEqualTo(new DigitsCollected("12", null, "max-digits"));
            assertThat(collectedAtMs(node)).isEqualTo(1_100);
        }
    }

    @Nested
    final class BargeIn {
        @ParameterizedTest
        @CsvSource({"allKeys, '', 200", "someKeys, 15, 200", "someKeys, 9, 700", "none, '', 700"})
        void stopsThePromptAndTheKeyCountsInAnyCase(String bargeIn, String keys, long promptMs) {
            OneNode node = OneNode.of(COLLECT + """
                    , "max": 1, "bargeIn": "%s", "bargeInKeys": "%s\"""".formatted(bargeIn, keys))
                    .with(pressing(200, "5"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.value("text")).isEqualTo("5");
            assertThat(node.endedAtMs()).isEqualTo(promptMs);
        }
    }

    @Nested
    final class TypeAhead {
        private static final String AFTER_WELCOME = """
                { "start": "welcome", "variables": { "text": { "type": "string" } }, "nodes": {
                    "welcome": { "type": "play", "prompt": [ { "text": "Welcome." } ], "exits": { "next": "it" } },
                    "it": { %s } } }""";

        private static Rehearsal called(String node, String keys) {
            var flow = Rehearsal.of(AFTER_WELCOME.formatted(node))
                    .with(PlannedCaller.LENGTHS, new PlannedCaller().hearing("Welcome.", 100, keys));
            flow.call();
            return flow;
        }

        @Test
        void answersWithoutThePrompt() {
            var flow = called(COLLECT, "12#");
            assertThat(flow.heard()).containsExactly("Welcome.");
            assertThat(flow.events(DigitsCollected.class)).containsExactly(
                    new DigitsCollected("12", "#", "terminator"));
        }

        @Test
        void beginsAnInputThatGoesOn() {
            var flow = called(COLLECT, "12");
            assertThat(flow.heard()).containsExactly("Welcome.");
            assertThat(flow.trace.getLast().atMs()).isEqualTo(800 + 3_000);
        }

        @Test
        void countsWhereThePromptCannotBeInterrupted() {
            var flow = called(COLLECT + ", \"bargeIn\": \"none\", \"max\": 2", "12");
            assertThat(flow.events(DigitsCollected.class)).extracting("digits").containsExactly("12");
        }

        @Test
        void isDroppedAfterAWrongInput() {
            var flow = called(COLLECT + ", \"max\": 2, \"pattern\": \"7.\", \"maxNoMatch\": 2, \"maxNoInput\": 1",
                    "1271");
            assertThat(flow.events(DigitsCollected.class)).extracting("digits").containsExactly("12", "");
        }
    }

    @Nested
    final class Attempts {
        private static final String PROMPTS = COLLECT + """
                , "max": 1, "pattern": "[1-3]", "timeoutMs": 1000,
                "noInputPrompts": [ [ { "text": "Hello?" } ], [ { "text": "Still there?" } ] ],
                "noMatchPrompts": [ [ { "text": "1 to 3." } ], [ { "text": "Just 1 to 3!" } ] ]""";

        @Test
        void eachFailureHasItsPromptAndTheLastOneRepeats() {
            OneNode node = OneNode.of(PROMPTS + ", \"maxNoInput\": 4").with(new PlannedCaller());

            assertThat(node.exit()).isEqualTo("timeout");
            assertThat(node.reason()).isEqualTo("no key was pressed, 4 times");
            assertThat(node.rehearsal.heard()).containsExactly("Number?", "Hello?", "Number?", "Still there?",
                    "Number?", "Still there?", "Number?");
        }

        @Test
        void noInputsAndNoMatchesAreCountedApart() {
            OneNode node = OneNode.of(PROMPTS)
                    .with(pressing(100, "9").hearing("Number?", 100, "").hearing("Number?", 100, "8")
                            .hearing("Number?", 100, "").hearing("Number?", 100, "7"));

            assertThat(node.exit()).isEqualTo("invalid");
            assertThat(node.reason()).isEqualTo("the input did not fit, 3 times");
            assertThat(node.rehearsal.heard()).containsExactly("Number?", "1 to 3.", "Number?", "Hello?", "Number?",
                    "Just 1 to 3!", "Number?", "Still there?", "Number?");
        }

        @Test
        void theQuestionNeedNotFollow() {
            OneNode node = OneNode.of(PROMPTS + ", \"repeatPrompt\": false")
                    .with(new PlannedCaller().hearing("Hello?", 100, "2"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.rehearsal.heard()).containsExactly("Number?", "Hello?");
        }

        @Test
        void withoutPromptsForThemTheQuestionIsAskedAgain() {
            OneNode node = OneNode.of(COLLECT + ", \"repeatPrompt\": false").with(new PlannedCaller());

            assertThat(node.exit()).isEqualTo("timeout");
            assertThat(node.rehearsal.heard()).containsExactly("Number?", "Number?", "Number?");
        }

        @Test
        void aTerminatorAloneIsAWrongInput() {
            OneNode node = OneNode.of(COLLECT + ", \"maxNoMatch\": 1").with(pressing(100, "#"));
            assertThat(node.exit()).isEqualTo("invalid");
        }

        @Test
        void aTerminatorAloneMayBeAnInput() {
            OneNode node = OneNode.of(COLLECT + ", \"min\": 0").with(pressing(100, "#"));
            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.value("text")).isEmpty();
        }

        @Test
        void tooFewDigitsAreAWrongInput() {
            OneNode node = OneNode.of(COLLECT + ", \"min\": 4, \"maxNoMatch\": 1").with(pressing(100, "123#"));
            assertThat(node.exit()).isEqualTo("invalid");
        }
    }

    @ParameterizedTest
    @CsvSource({"digits, yearMonthDay, 0042, 0042", "date, yearMonthDay, 20260302, 2026-03-02",
            "date, dayMonthYear, 02032026, 2026-03-02", "date, monthDayYear, 03022026, 2026-03-02",
            "date, yearMonthDay, 20260230, ''", "date, yearMonthDay, 2026033, ''", "time, yearMonthDay, 830, 08:30",
            "time, yearMonthDay, 2359, 23:59", "time, yearMonthDay, 2460, ''", "money, yearMonthDay, 12*5, 12.5",
            "money, yearMonthDay, 12*555, ''", "money, yearMonthDay, 1*2*3, ''", "money, yearMonthDay, 7, 7",
            "phone, yearMonthDay, 03012345, 03012345", "phone, yearMonthDay, 12, ''",
            "card, yearMonthDay, 4111111111111111, 4111111111111111", "card, yearMonthDay, 4111111111111112, ''",
            "digits, yearMonthDay, 1*2, ''"})
    void eachKindHasItsRulesAndItsValue(String kind, String order, String keys, String value) {
        String variable = kind.equals("money") ? "number" : "text";
        OneNode node = OneNode.of("""
                "type": "collect", "variable": "%s", "prompt": [ { "text": "Number?" } ], "kind": "%s",
                "dateOrder": "%s", "maxNoMatch": 1""".formatted(variable, kind, order))
                .with(pressing(100, keys + "#"));

        assertThat(node.exit()).isEqualTo(value.isEmpty() ? "invalid" : "collected");
        assertThat(node.value(variable)).isEqualTo(value);
    }

    @Test
    void aPatternMayAllowStarAndHash() {
        OneNode node = OneNode.of(COLLECT + ", \"pattern\": \"[*]\\\\d+#\", \"terminators\": \"\"")
                .with(pressing(100, "*21#"));

        assertThat(node.exit()).isEqualTo("collected");
        assertThat(node.value("text")).isEqualTo("*21#");
    }

    @Nested
    final class Confirmation {
        private static final String CONFIRM = COLLECT + """
                , "max": 2, "timeoutMs": 1000,
                "confirm": { "prompt": [ { "text": "Is ${text} right?" } ], "attempts": 2 }""";

        @Test
        void acceptsWithItsKey() {
            OneNode node = OneNode.of(CONFIRM).with(pressing(100, "12").hearing("Is 12 right?", 100, "1"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.rehearsal.heard()).containsExactly("Number?", "Is 12 right?");
        }

        @Test
        void asksForAnotherInputAfterARejection() {
            OneNode node = OneNode.of(CONFIRM).with(pressing(100, "12").hearing("Is 12 right?", 100, "2")
                    .hearing("Number?", 100, "34").hearing("Is 34 right?", 100, "1"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.value("text")).isEqualTo("34");
        }

        @Test
        void givesUpAfterSoManyRejections() {
            OneNode node = OneNode.of(CONFIRM).with(pressing(100, "12").hearing("Is 12 right?", 100, "2")
                    .hearing("Number?", 100, "34").hearing("Is 34 right?", 100, "2"));

            assertThat(node.exit()).isEqualTo("rejected");
            assertThat(node.reason()).isEqualTo("the caller rejected the input, 2 times");
            assertThat(node.exits()).containsExactly("collected", "timeout", "invalid", "rejected");
        }

        @Test
        void sharesTheCountersOfTheInput() {
            OneNode silent = OneNode.of(CONFIRM + ", \"maxNoInput\": 2").with(pressing(100, "12"));
            assertThat(silent.exit()).isEqualTo("timeout");
            assertThat(silent.rehearsal.heard()).containsExactly("Number?", "Is 12 right?", "Is 12 right?");

            OneNode wrong = OneNode.of(CONFIRM + ", \"maxNoMatch\": 1")
                    .with(pressing(100, "12").hearing("Is 12 right?", 100, "9"));
            assertThat(wrong.exit()).isEqualTo("invalid");
        }
    }

    @Nested
    final class Secrets {
        private static final String SECRET = COLLECT + """
                , "secret": true, "max": 4, "min": 4, "maxNoMatch": 2,
                "confirm": { "prompt": [ { "text": "Is ${text} right?" } ] }""";

        private static List<String> lines(OneNode node) {
            return node.rehearsal.trace.stream().map(TraceJson.Timed::toString).toList();
        }

        @Test
        void neverAppearInTheTrace() {
            OneNode node = OneNode.of(SECRET)
                    .with(pressing(100, "97#").hearing("Number?", 100, "8642").hearing("Is 8642 right?", 100, "1"));

            assertThat(node.exit()).isEqualTo("collected");
            assertThat(node.rehearsal.events(DigitsCollected.class)).extracting("digits")
                    .containsExactly("••", "••••", "•");
            assertThat(node.rehearsal.events(TraceEvent.KeyPressed.class)).extracting("key").containsOnly("•");
            assertThat(node.value("text")).isEqualTo("••••");
            assertThat(node.rehearsal.heard()).contains("Is •••• right?");
            assertThat(lines(node)).noneMatch(line -> line.contains("8642") || line.contains("97"));
        }

        @Test
        void includeKeysTooManyThatReachTheConfirmation() {
            OneNode node = OneNode.of(SECRET).with(pressing(100, "86429"));
            node.exit();

            assertThat(node.rehearsal.events(DigitsCollected.class)).extracting("digits")
                    .startsWith("••••", "•");
        }

        @Test
        void doNotAppearAsTheKeyThatInterruptedThePrompt() {
            OneNode node = OneNode.of(SECRET).with(pressing(100, "8642"));
            node.exit();

            assertThat(node.rehearsal.events(TraceEvent.PromptEnded.class).getFirst().interruptedBy()).isEqualTo("•");
        }
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"collect\"").problems()).containsExactly("field-missing /variable");
        assertThat(OneNode.of(COLLECT + ", \"min\": 5, \"max\": 4").problems()).containsExactly("bad-range /min");
        assertThat(OneNode.of(COLLECT + ", \"kind\": \"date\", \"max\": 6").problems())
                .containsExactly("bad-range /min");
        assertThat(OneNode.of(COLLECT + ", \"kind\": \"money\", \"terminators\": \"*\"").problems())
                .containsExactly("decimal-point-is-terminator /terminators");
        assertThat(OneNode.of(COLLECT + ", \"kind\": \"money\", \"min\": 0").problems())
                .containsExactly("bad-range /min");
        assertThat(OneNode.of(COLLECT + ", \"min\": 0, \"terminators\": \"\"").problems())
                .containsExactly("no-terminator /min");
        assertThat(OneNode.of(COLLECT + ", \"bargeIn\": \"someKeys\"").problems())
                .containsExactly("no-barge-in-keys /bargeInKeys");
        assertThat(OneNode.of(COLLECT + ", \"pattern\": \"[\"").problems()).contains("field-value /pattern");
        assertThat(OneNode.of(COLLECT + """
                , "maxNoInput": 1, "noInputPrompts": [ [ { "text": "Hello?" } ] ]""").problems())
                .containsExactly("prompt-never-played /noInputPrompts/0");
        assertThat(OneNode.of(COLLECT + """
                , "confirm": { "prompt": [ { "text": "Right?" } ], "rejectKey": "1" }""").problems())
                .containsExactly("same-key /confirm/rejectKey");
    }
}
