package org.ivrea.engine.nodes;

import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class PlayTest {
    private static final String PLAY = "\"type\": \"play\", \"prompt\": [ { \"text\": \"Welcome.\" } ]";

    @Test
    void aPromptPlaysToItsEndAndKeysWait() {
        OneNode node = OneNode.of(PLAY).with(new PlannedCaller().hearing("Welcome.", 100, "5"));

        assertThat(node.exit()).isEqualTo("next");
        assertThat(node.exits()).containsExactly("next");
        assertThat(node.endedAtMs()).isEqualTo(800);
        assertThat(node.rehearsal.events(TraceEvent.KeyPressed.class)).extracting("key").containsExactly("•");
    }

    @Test
    void itPlaysAsOftenAsItSays() {
        OneNode node = OneNode.of(PLAY + ", \"repeat\": 3").with(new PlannedCaller());
        node.exit();

        assertThat(node.rehearsal.heard()).containsExactly("Welcome.", "Welcome.", "Welcome.");
        assertThat(node.endedAtMs()).isEqualTo(2_400);
    }

    @ParameterizedTest
    @CsvSource({"allKeys, '', 7, 100", "someKeys, 79, 7, 100", "someKeys, 9, 7, 800", "none, '', 7, 800"})
    void bargeInIsByAllSomeOrNoKeys(String bargeIn, String keys, String key, long endMs) {
        OneNode node = OneNode.of(PLAY + """
                , "variable": "text", "bargeIn": "%s", "bargeInKeys": "%s\"""".formatted(bargeIn, keys))
                .with(new PlannedCaller().hearing("Welcome.", 100, key));

        boolean interrupted = endMs < 800;
        assertThat(node.exit()).isEqualTo(interrupted ? "interrupted" : "next");
        assertThat(node.endedAtMs()).isEqualTo(endMs);
        assertThat(node.value("text")).isEqualTo(interrupted ? key : "");
        assertThat(node.reason()).isEqualTo(interrupted ? "the caller pressed 7" : "");
    }

    @Test
    void aControlKeyStopsWhatPlaysAndIsNoBargeIn() {
        OneNode node = OneNode
                .of(PLAY + ", \"bargeIn\": \"allKeys\", \"controls\": [ { \"key\": \"#\", \"does\": \"stop\" } ]")
                .with(new PlannedCaller().hearing("Welcome.", 100, "#"));

        assertThat(node.exit()).isEqualTo("next");
        assertThat(node.endedAtMs()).isEqualTo(100);
    }

    @Test
    void aControlKeyHasOneMeaning() {
        assertThat(OneNode.of(PLAY + """
                , "controls": [ { "key": "4", "does": "back" }, { "key": "4", "does": "forward" } ]""").problems())
                .containsExactly("control-key-twice /controls/1/key");
        assertThat(OneNode.of(PLAY + """
                , "bargeIn": "someKeys", "bargeInKeys": "4", "controls": [ { "key": "4", "does": "back" } ]""")
                .problems())
                .containsExactly("control-key-interrupts /controls/0/key");
    }

    @Test
    void aKeyDuringARepetitionStopsAll() {
        OneNode node = OneNode.of(PLAY + ", \"repeat\": 3, \"bargeIn\": \"allKeys\"")
                .with(new PlannedCaller().at(900, "1"));

        assertThat(node.exit()).isEqualTo("interrupted");
        assertThat(node.rehearsal.heard()).containsExactly("Welcome.", "Welcome.");
    }

    @ParameterizedTest
    @CsvSource({"true, 5", "false, ''"})
    void keysThatWereTypedBeforeAreKeptOrDropped(boolean keep, String digits) {
        var flow = Rehearsal.of("""
                { "start": "first", "nodes": {
                    "first": { "type": "play", "prompt": [ { "text": "Welcome." } ], "exits": { "next": "second" } },
                    "second": { "type": "play", "keepDigits": %s, "prompt": [ { "text": "News." } ],
                                "exits": { "next": "ask" } },
                    "ask": { "type": "collect", "variable": "text", "max": 1, "maxNoInput": 1 } },
                  "variables": { "text": { "type": "string" } } }""".formatted(keep))
                .with(PlannedCaller.LENGTHS, new PlannedCaller().hearing("Welcome.", 100, "5"));
        flow.call();

        assertThat(flow.events(TraceEvent.DigitsCollected.class)).extracting("digits").containsExactly(digits);
    }

    @Test
    void textRecordingsValuesSilenceAndTonesAreHeardInOrder() {
        OneNode node = OneNode.of("""
                "type": "play", "prompt": [ { "file": "hello.wav", "text": "Hello ${call.caller}." },
                  { "file": "jingle.wav" }, { "silenceMs": 500 }, { "say": "number", "value": "21 * 2" },
                  { "toneHz": 440, "ms": 200 }, { "text": { "en": "Bye.", "de": "Tschüss." } } ]""")
                .in(World.builder().caller("Ann").build());
        node.exit();

        assertThat(node.rehearsal.heard())
                .containsExactly("Hello Ann.", "[jingle.wav]", "forty-two", "[tone 440 Hz]", "Bye.");
    }

    @Test
    void secretsAreSpokenButMaskedInTraces() {
        OneNode node = OneNode.of("\"type\": \"play\", \"prompt\": [ { \"text\": \"Your PIN is ${pin}.\" } ]");
        node.exit();

        assertThat(node.rehearsal.heard()).containsExactly("Your PIN is ••••.");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("\"type\": \"play\"").problems()).containsExactly("field-missing /prompt");
        assertThat(OneNode.of("\"type\": \"play\", \"prompt\": []").problems())
                .containsExactly("field-missing /prompt");
        assertThat(OneNode.of(PLAY + ", \"bargeIn\": \"someKeys\"").problems())
                .containsExactly("no-barge-in-keys /bargeInKeys");
        assertThat(OneNode.of(PLAY + ", \"bargeIn\": \"someKeys\", \"bargeInKeys\": \"1x\"").problems())
                .contains("field-value /bargeInKeys");
        assertThat(OneNode.of(PLAY + ", \"repeat\": 0").problems()).containsExactly("field-range /repeat");
    }
}
