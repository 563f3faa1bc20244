package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class RecordMessageTest {
    private static final String RECORD = "\"type\": \"record\", \"variable\": \"text\", \"lengthMs\": \"count\"";
    private static final String REVIEW = RECORD + """
            , "name": "complaint", "review": { "prompt": [ { "text": "Keep?" } ], "cancelKey": "*" }""";

    private static World speaking(long... spokenMs) {
        World.Builder world = World.builder().callId("c-1");
        for (long ms : spokenMs) {
            world.stub("it", new Answer.Recording(ms));
        }
        return world.build();
    }

    private static TraceEvent.RecordingEnded recording(OneNode node) {
        return node.rehearsal.events(TraceEvent.RecordingEnded.class).getLast();
    }

    @Test
    void silenceEndsAMessageAndIsNoPartOfIt() {
        OneNode node = OneNode.of(RECORD).in(speaking(4_000));

        assertThat(node.exit()).isEqualTo("recorded");
        assertThat(node.value("count")).isEqualTo("4000");
        assertThat(recording(node).end()).isEqualTo("silence");
    }

    @Test
    void theDefaultsAreAToneTwoMinutesFiveSecondsOfSilenceAndTheHashKey() {
        OneNode node = OneNode.of(RECORD);
        node.exit();

        Operation.Record asked = node.rehearsal.asked(Operation.Record.class).getFirst();
        assertThat(asked.beep()).isTrue();
        assertThat(asked.maxMs()).isEqualTo(120_000);
        assertThat(asked.silenceMs()).isEqualTo(5_000);
        assertThat(asked.terminators().keys()).isEqualTo("#");
    }

    @Test
    void aNameIsMadeOfCallNodeAndTime() {
        OneNode node = OneNode.of(RECORD + ", \"beep\": false").in(speaking(4_000));
        node.exit();

        assertThat(node.value("text")).isEqualTo("c-1-it-20260302T100000000.wav");
    }

    @ParameterizedTest
    @CsvSource({"+49 (171) 1, from-_49__171__1", "../../etc/passwd, from-.._.._etc_passwd"})
    void aNameNeverLeavesTheFolderOfRecordings(String caller, String name) {
        OneNode node = OneNode.of(RECORD + ", \"name\": \"from-${call.caller}\"")
                .in(World.builder().caller(caller).build());
        node.exit();

        assertThat(node.value("text")).isEqualTo(name + ".wav");
    }

    @Test
    void aNameNeverBeginsWithADotAndIsNotTooLong() {
        World world = World.builder().caller(".." + "9".repeat(500)).build();
        OneNode node = OneNode.of(RECORD + ", \"name\": \"${call.caller}\"").in(world);
        node.exit();

        assertThat(node.value("text")).isEqualTo("_." + "9".repeat(118) + ".wav");
    }

    @Test
    void aTerminatorSkipsThePromptAndEndsTheMessage() {
        OneNode node = OneNode.of(RECORD + ", \"beep\": false, \"prompt\": [ { \"text\": \"Speak after the tone\" } ]")
                .with(new PlannedCaller().at(500, "#").at(3_000, "#"));

        assertThat(node.exit()).isEqualTo("recorded");
        assertThat(node.value("count")).isEqualTo("2500");
        assertThat(recording(node).end()).isEqualTo("terminator");
    }

    @Test
    void theGreatestLengthEndsAMessage() {
        OneNode node = OneNode.of(RECORD + ", \"maxMs\": 3000").in(speaking(60_000));

        assertThat(node.exit()).isEqualTo("recorded");
        assertThat(node.value("count")).isEqualTo("3000");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 1000", "0, 1000"})
    void aMessageThatIsTooShortIsNotKept(long spokenMs, int minMs) {
        OneNode node = OneNode.of(RECORD + ", \"minMs\": " + minMs).in(speaking(spokenMs));

        assertThat(node.exit()).isEqualTo("tooShort");
        assertThat(node.value("text")).isEmpty();
        assertThat(node.value("count")).isEqualTo("0");
    }

    @Test
    void aMessageIsKeptForTheHandlerWhenTheCallerHangsUp() {
        var flow = Rehearsal.of("""
                { "start": "it", "variables": { "file": { "type": "string", "initial": "none" } },
                  "handlers": { "hangup": "store" }, "nodes": {
                    "it": { "type": "record", "variable": "file", "name": "complaint",
                            "exits": { "recorded": "thanks", "tooShort": "thanks" } },
                    "thanks": { "type": "play", "prompt": [ { "text": "Thank you." } ] },
                    "store": { "type": "log", "text": "got ${file}" } } }""")
                .with(PlannedCaller.LENGTHS, new PlannedCaller().hangsUpAt(9_000)).with(speaking(60_000));
        flow.call();

        assertThat(flow.path()).containsExactly("main/it", "main/store");
        assertThat(flow.events(TraceEvent.Logged.class).getFirst().text()).isEqualTo("got complaint.wav");
    }

    @Test
    void aHangUpBeforeAnythingWasSaidKeepsNothing() {
        OneNode node = OneNode.of(RECORD).with(new PlannedCaller().hangsUpAt(900));
        node.rehearsal.call();

        assertThat(node.value("text")).isEmpty();
        assertThat(node.rehearsal.events(TraceEvent.HungUp.class)).hasSize(1);
    }

    @Nested
    final class Review {
        @Test
        void keepsTheMessageWithOneKey() {
            OneNode node = OneNode.of(REVIEW).with(new PlannedCaller().hearing("Keep?", 100, "1"));

            assertThat(node.exit()).isEqualTo("recorded");
            assertThat(node.value("text")).isEqualTo("complaint.wav");
        }

        @Test
        void playsTheMessageDuringWhichAKeyDecides() {
            OneNode node = OneNode.of(REVIEW)
                    .with(new PlannedCaller().hearing("Keep?", 100, "2").hearing("[recording complaint.wav]", 500,
                            "1"));

            assertThat(node.exit()).isEqualTo("recorded");
            assertThat(node.rehearsal.heard()).containsExactly("Keep?", "[recording complaint.wav]");
        }

        @Test
        void asksAgainAfterTheMessageWasPlayed() {
            OneNode node = OneNode.of(REVIEW)
                    .with(new PlannedCaller().hearing("Keep?", 100, "2").hearing("Keep?", 100, "1"));

            assertThat(node.exit()).isEqualTo("recorded");
            assertThat(node.rehearsal.heard()).containsExactly("Keep?", "[recording complaint.wav]", "Keep?");
        }

        @Test
        void recordsAgainOverTheOldMessage() {
            OneNode node = OneNode.of(REVIEW).in(speaking(3_000, 5_000))
                    .with(new PlannedCaller().hearing("Keep?", 100, "3").hearing("Keep?", 100, "1"));

            assertThat(node.exit()).isEqualTo("recorded");
            assertThat(node.value("count")).isEqualTo("5000");
            assertThat(node.rehearsal.events(TraceEvent.RecordingEnded.class)).extracting("recording")
                    .containsExactly("complaint.wav", "complaint.wav");
        }

        @Test
        void aSecondMessageThatIsTooShortReplacesTheFirstOne() {
            OneNode node = OneNode.of(REVIEW).in(speaking(3_000, 0))
                    .with(new PlannedCaller().hearing("Keep?", 100, "3"));

            assertThat(node.exit()).isEqualTo("tooShort");
            assertThat(node.value("text")).isEmpty();
        }

        @Test
        void cancelsWithItsKey() {
            OneNode node = OneNode.of(REVIEW).with(new PlannedCaller().hearing("Keep?", 100, "*"));

            assertThat(node.exit()).isEqualTo("cancelled");
            assertThat(node.value("text")).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"''", "7"})
        void keepsTheMessageOfACallerWhoDoesNotDecide(String key) {
            var caller = new PlannedCaller();
            for (int i = 0; i < 3; i++) {
                caller.hearing("Keep?", 100, key);
            }
            OneNode node = OneNode.of(REVIEW).with(caller);

            assertThat(node.exit()).isEqualTo("recorded");
            assertThat(node.value("text")).isEqualTo("complaint.wav");
            assertThat(node.rehearsal.heard()).containsExactly("Keep?", "Keep?", "Keep?");
        }

        @Test
        void aMessageIsKeptWhenTheCallerHangsUpThere() {
            OneNode node = OneNode.of(REVIEW).with(new PlannedCaller().hangsUpHearing("Keep?", 100));
            node.rehearsal.call();

            assertThat(node.value("text")).isEqualTo("complaint.wav");
        }
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of(RECORD + ", \"minMs\": 5000, \"maxMs\": 5000").problems())
                .containsExactly("bad-range /minMs");
        assertThat(OneNode.of(RECORD + ", \"terminators\": \"\", \"silenceMs\": 0").problems())
                .containsExactly("no-terminator /terminators");
        assertThat(OneNode.of(RECORD + ", \"name\": \"a/b\"").problems()).containsExactly("recording-name /name");
        assertThat(OneNode.of(RECORD + ", \"name\": \"${pin}\"").problems()).containsExactly("recording-name /name");
        assertThat(OneNode.of(RECORD + """
                , "review": { "prompt": [ { "text": "Keep?" } ], "listenKey": "1", "cancelKey": "3" }""").problems())
                .containsExactly("same-key /review/listenKey", "same-key /review/cancelKey");
        assertThat(OneNode.of("\"type\": \"record\"").problems()).containsExactly("field-missing /variable");
    }
}
