package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Listen;
import org.ivrea.engine.call.Operation.PlayBack;
import org.ivrea.engine.call.Operation.Record;
import org.ivrea.engine.call.Operation.RecordEnd;
import org.ivrea.engine.call.Operation.RecordResult;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.call.Operation.SpeechResult;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpeakingTest {

    private static Record record(boolean beep, int maxMs, int silenceMs) {
        return new Record("message", beep, maxMs, silenceMs, new Keys("#"));
    }

    private static Listen listen(boolean dtmfToo) {
        return new Listen(List.of(TestCall.speech("name?")), Keys.ALL, null, null, List.of(), "en", 6_000, 800,
                20_000, dtmfToo, false);
    }

    @Test
    void silenceEndsARecordingAndIsNoPartOfIt() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Recording(4_000)), "");
        assertThat(test.perform(record(true, 60_000, 3_000)))
                .isEqualTo(new RecordResult("message.wav", 4_000, RecordEnd.SILENCE));
        assertThat(test.call.elapsedMs()).isEqualTo(500 + 4_000 + 3_000);
        assertThat(test.trace).containsExactly("7500 recorded message.wav 4000 silence");
    }

    @Test
    void aRecordingEndsAtItsGreatestLength() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Recording(4_000)), "");
        assertThat(test.perform(record(false, 6_000, 3_000)))
                .isEqualTo(new RecordResult("message.wav", 6_000, RecordEnd.MAX_LENGTH));
        assertThat(test.perform(record(false, 9_000, 0)).end()).isEqualTo(RecordEnd.MAX_LENGTH);
    }

    @Test
    void aTerminatorEndsARecordingAndOtherKeysWait() {
        TestCall test = TestCall.keys("5@1000 #@2500");
        assertThat(test.perform(record(true, 60_000, 3_000)))
                .isEqualTo(new RecordResult("message.wav", 2_000, RecordEnd.TERMINATOR));
        assertThat(test.perform(TestCall.play("hello", "5")).interruptedBy()).isEqualTo('5');
    }

    @Test
    void aRecordingIsKeptWhenTheCallerHangsUp() {
        TestCall test = TestCall.hangingUpAt(1_500, World.builder());
        assertThat(test.perform(record(false, 60_000, 3_000)))
                .isEqualTo(new RecordResult("message.wav", 1_500, RecordEnd.HANGUP));
        assertThatThrownBy(() -> test.perform(TestCall.play("thanks", ""))).isInstanceOf(CallEnded.class);
        assertThat(test.trace).containsExactly("1500 recorded message.wav 1500 hangup");
    }

    @Test
    void aRecordingPlaysAsLongAsItIs() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Recording(4_000)), "");
        test.perform(record(false, 60_000, 3_000));
        assertThat(test.perform(new PlayBack("message.wav", Keys.ALL)).playedMs()).isEqualTo(4_000);
        assertThatThrownBy(() -> test.perform(new PlayBack("other.wav", Keys.ALL))).isInstanceOf(CallFailure.class)
                .hasMessageContaining("other.wav");
    }

    @Test
    void stubsForSpeechAndRecordingsAreChosenByTheNode() {
        TestCall test = TestCall.in(World.builder().stub("complaint", new Answer.Recording(9_000))
                .stub("*", new Answer.Recording(1_000)), "");
        test.call.observing(TraceSink.NONE).accept(0, new TraceEvent.NodeEntered("main", "complaint", "record", 0));
        assertThat(test.perform(record(false, 60_000, 3_000)).lengthMs()).isEqualTo(9_000);
        test.call.observing(TraceSink.NONE).accept(0, new TraceEvent.NodeEntered("main", "other", "record", 0));
        assertThat(test.perform(record(false, 60_000, 3_000)).lengthMs()).isEqualTo(1_000);
    }

    @Test
    void whatTheStubSaysIsUnderstood() {
        TestCall test = TestCall.in(
                World.builder().stub("*", new Answer.Speech(SpeechOutcome.SPEECH, "Anna", 0.9)), "");
        assertThat(test.perform(listen(true))).isEqualTo(new SpeechResult(SpeechOutcome.SPEECH, "Anna", 0.9));
        assertThat(test.call.elapsedMs()).isEqualTo(500 + 1_500 + 800);
        assertThat(test.trace).startsWith("0 speech en").endsWith("2800 speech -> speech");
    }

    @Test
    void withoutAStubNobodySpeaks() {
        TestCall test = TestCall.keys("");
        assertThat(test.perform(listen(false)).outcome()).isEqualTo(SpeechOutcome.NO_INPUT);
        assertThat(test.call.elapsedMs()).isEqualTo(500 + 6_000);
    }

    @Test
    void keysAnswerInPlaceOfSpeech() {
        TestCall test = TestCall.keys("1@100 2@600");
        assertThat(test.perform(listen(true))).isEqualTo(new SpeechResult(SpeechOutcome.KEYS, "12", 1));
        assertThat(test.call.elapsedMs()).isEqualTo(600 + 800);
        TestCall later = TestCall.keys("7@3000");
        assertThat(later.perform(listen(true))).isEqualTo(new SpeechResult(SpeechOutcome.KEYS, "7", 1));
        TestCall ahead = TestCall.keys("7@10");
        ahead.perform(TestCall.play("hello", ""));
        assertThat(ahead.perform(listen(true))).isEqualTo(new SpeechResult(SpeechOutcome.KEYS, "7", 1));
    }

    @Test
    void keysWaitWhereOnlySpeechIsTaken() {
        TestCall test = TestCall.keys("1@100");
        assertThat(test.perform(listen(false)).outcome()).isEqualTo(SpeechOutcome.NO_INPUT);
        assertThat(test.perform(TestCall.play("hello", "1")).interruptedBy()).isEqualTo('1');
    }
}
