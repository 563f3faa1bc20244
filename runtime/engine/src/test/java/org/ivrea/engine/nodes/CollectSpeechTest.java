package org.ivrea.engine.nodes;

import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.run.Rehearsal;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CollectSpeechTest {
    private static final String FREE = """
            "type": "speech", "variable": "text", "confidence": "number", "prompt": [ { "text": "Name?" } ]""";
    private static final String CHOICES = FREE + """
            , "choices": [
              { "phrases": [ "sales", { "en": "buy something", "de": "Verkauf" } ], "keys": "1", "exit": "sales" },
              { "phrases": [ "sales support", "help" ], "keys": "2", "exit": "support" } ]""";

    private static World.Builder saying(Answer.Speech... answers) {
        World.Builder world = World.builder();
        for (Answer.Speech answer : answers) {
            world.stub("it", answer);
        }
        return world;
    }

    private static Answer.Speech said(String text, double confidence) {
        return new Answer.Speech(SpeechOutcome.SPEECH, text, confidence);
    }

    private static final Answer.Speech NOTHING = new Answer.Speech(SpeechOutcome.NO_INPUT, "", 0);
    private static final Answer.Speech NOISE = new Answer.Speech(SpeechOutcome.NO_MATCH, "", 0);

    @Test
    void freeSpeechGoesToTheVariables() {
        OneNode node = OneNode.of(FREE).in(saying(said("Anna Bell", 0.8)).build());

        assertThat(node.exit()).isEqualTo("matched");
        assertThat(node.value("text")).isEqualTo("Anna Bell");
        assertThat(node.value("number")).isEqualTo("0.8");
        assertThat(node.reason()).isEqualTo("the caller said Anna Bell");
    }

    @Test
    void theDefaultsAreFiveSecondsToBeginAndTenOfFreeSpeech() {
        OneNode node = OneNode.of(FREE);
        node.exit();

        Operation.Listen asked = node.rehearsal.asked(Operation.Listen.class).getFirst();
        assertThat(asked.engine()).isNull();
        assertThat(asked.grammar()).isNull();
        assertThat(asked.noInputMs()).isEqualTo(5_000);
        assertThat(asked.endSilenceMs()).isEqualTo(1_000);
        assertThat(asked.maxMs()).isEqualTo(10_000);
        assertThat(asked.dtmfToo()).isTrue();
        assertThat(asked.secret()).isFalse();
    }

    @Test
    void itListensInTheLanguageOfTheCall() {
        var flow = Rehearsal.of("""
                { "start": "german", "nodes": {
                    "german": { "type": "language", "language": "de", "exits": { "next": "it" } },
                    "it": { "type": "speech", "choices": [
                      { "phrases": [ { "en": "sales", "de": "Verkauf" } ], "exit": "sales" } ] } } }""")
                .with(saying(said("Den Verkauf, bitte.", 0.9)).build());
        flow.call();
        assertThat(flow.events(TraceEvent.ExitTaken.class)).extracting("exit").containsExactly("next", "sales");
    }

    @Test
    void theRecognizerLearnsGrammarHintsAndThePhrasesOfItsLanguage() {
        OneNode node = OneNode.of(CHOICES + """
                , "hints": [ "Acme ${call.called}" ], "grammar": "names", "engine": "vosk", "language": "de\"""")
                .in(World.builder().called("7").build());
        node.exit();

        Operation.Listen asked = node.rehearsal.asked(Operation.Listen.class).getFirst();
        assertThat(asked.hints()).containsExactly("sales", "Verkauf", "sales support", "help", "Acme 7");
        assertThat(asked.grammar()).isEqualTo("names");
        assertThat(asked.engine()).isEqualTo("vosk");
        assertThat(asked.language()).isEqualTo("de");
    }

    @ParameterizedTest
    @CsvSource({"'Sales!', sales", "I want to BUY something, sales", "sales support please, support", "help, support"})
    void theLongestPhraseInWhatWasSaidWins(String words, String exit) {
        OneNode node = OneNode.of(CHOICES).in(saying(said(words, 0.9)).build());

        assertThat(node.exit()).isEqualTo(exit);
        assertThat(node.value("text")).isEqualTo(words);
    }

    @Test
    void phrasesOfAnotherLanguageDoNotCount() {
        assertThat(OneNode.of(CHOICES).in(saying(said("Verkauf", 0.9)).build()).exit()).isEqualTo("noMatch");
        assertThat(OneNode.of(CHOICES + ", \"language\": \"de\"").in(saying(said("Verkauf", 0.9)).build()).exit())
                .isEqualTo("sales");
    }

    @Test
    void keysAnswerInPlaceOfSpeech() {
        OneNode node = OneNode.of(CHOICES).with(new PlannedCaller().hearing("Name?", 100, "2"));

        assertThat(node.exit()).isEqualTo("support");
        assertThat(node.value("text")).isEqualTo("2");
        assertThat(node.value("number")).isEqualTo("1");
        assertThat(node.rehearsal.events(TraceEvent.DigitsCollected.class)).extracting("digits").containsExactly("2");
    }

    @Test
    void keysWaitForTheNextInputWhereOnlySpeechIsTaken() {
        OneNode node = OneNode.of(FREE + ", \"dtmf\": false").with(new PlannedCaller().hearing("Name?", 100, "2"));

        assertThat(node.exit()).isEqualTo("noInput");
        assertThat(node.rehearsal.events(TraceEvent.KeyPressed.class)).extracting("key").containsExactly("•");
    }

    @Test
    void silenceAndSpeechThatIsNotUnderstoodAreCountedApart() {
        OneNode node = OneNode.of(FREE + """
                , "maxNoInput": 2, "maxNoMatch": 3, "noInputPrompts": [ [ { "text": "Hello?" } ] ],
                "noMatchPrompts": [ [ { "text": "Sorry." } ], [ { "text": "Once more." } ] ]""")
                .in(saying(NOISE, NOTHING, NOISE, NOISE).build());

        assertThat(node.exit()).isEqualTo("noMatch");
        assertThat(node.rehearsal.heard()).containsExactly("Name?", "Sorry.", "Name?", "Hello?", "Name?",
                "Once more.", "Name?");
    }

    @Test
    void aCallerWhoSaysNothingIsGivenUpOn() {
        OneNode node = OneNode.of(FREE + ", \"repeatPrompt\": false, \"maxNoInput\": 2").in(saying(NOTHING).build());

        assertThat(node.exit()).isEqualTo("noInput");
        assertThat(node.reason()).isEqualTo("nothing was said");
        assertThat(node.value("text")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.49, noMatch", "0.5, matched"})
    void whatIsNotSureEnoughIsNotUnderstood(double confidence, String exit) {
        assertThat(OneNode.of(FREE).in(saying(said("Anna", confidence)).build()).exit()).isEqualTo(exit);
    }

    @Test
    void secretSpeechAndKeysNeverAppearInTraces() {
        OneNode spoken = OneNode.of(FREE + ", \"secret\": true").in(saying(said("open sesame", 0.8)).build());
        assertThat(spoken.exit()).isEqualTo("matched");
        assertThat(spoken.rehearsal.trace.stream().map(TraceJson.Timed::toString)).noneMatch(
                line -> line.contains("sesame"));

        OneNode keyed = OneNode.of(FREE + ", \"secret\": true").with(new PlannedCaller().hearing("Name?", 100, "8642"));
        assertThat(keyed.exit()).isEqualTo("matched");
        assertThat(keyed.rehearsal.events(TraceEvent.KeyPressed.class)).extracting("key").containsOnly("•");
        assertThat(keyed.rehearsal.events(TraceEvent.DigitsCollected.class)).extracting("digits")
                .containsExactly("••••");
        assertThat(keyed.rehearsal.trace.stream().map(TraceJson.Timed::toString)).noneMatch(
                line -> line.contains("8642"));
    }

    @Test
    void theHangUpEndsIt() {
        OneNode node = OneNode.of(FREE).with(new PlannedCaller().hangsUpHearing("Name?", 100));
        node.rehearsal.call();

        assertThat(node.rehearsal.events(TraceEvent.ExitTaken.class)).isEmpty();
        assertThat(node.rehearsal.events(TraceEvent.HungUp.class)).extracting("side").containsExactly("caller");
    }

    @Test
    void wrongParametersAreSeenBeforeTheCall() {
        assertThat(OneNode.of("""
                "type": "speech", "choices": [ { "phrases": [ "a" ], "keys": "1", "exit": "x" },
                  { "keys": "1", "exit": "noMatch" }, { "exit": "y" } ]""").problems())
                .containsExactly("reserved-exit /choices/1/exit", "duplicate-keys /choices/1/keys",
                        "choice-input /choices/2");
        assertThat(OneNode.of("\"type\": \"speech\"").problems()).containsExactly("result-unused /variable");
        assertThat(OneNode.of(FREE + ", \"endSilenceMs\": 2000, \"maxMs\": 2000").problems())
                .containsExactly("bad-range /endSilenceMs");
        assertThat(OneNode.of(CHOICES + ", \"dtmf\": false").problems())
                .containsExactly("choice-input /choices/0/keys", "choice-input /choices/1/keys");
        assertThat(OneNode.of(FREE + ", \"bargeIn\": \"someKeys\"").problems())
                .containsExactly("no-barge-in-keys /bargeInKeys");
        assertThat(OneNode.of(FREE + ", \"minConfidence\": 1.5").problems())
                .containsExactly("field-range /minConfidence");
    }
}
