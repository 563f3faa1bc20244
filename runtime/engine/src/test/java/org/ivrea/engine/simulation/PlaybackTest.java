package org.ivrea.engine.simulation;

import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation.Play;
import org.ivrea.engine.call.Operation.PlayControl;
import org.ivrea.engine.call.Operation.PlayControls;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.Sleep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaybackTest {

    @Test
    void itemsFollowWithoutAGap() {
        TestCall test = TestCall.keys("");
        PlayResult result = test.perform(new Play(
                List.of(TestCall.speech("hello"), new Audio.Silence(250), TestCall.speech("you")), Keys.ALL, true));
        assertThat(result).isEqualTo(new PlayResult(null, 1_050));
        assertThat(test.trace).containsExactly("0 starts hello 500", "500 ends hello null", "750 starts you 300",
                "1050 ends you null");
    }

    @Test
    void aKeyInterruptsAtItsMoment() {
        TestCall test = TestCall.keys("1@123");
        assertThat(test.perform(TestCall.play("hello", "1"))).isEqualTo(new PlayResult('1', 123));
        assertThat(test.call.elapsedMs()).isEqualTo(123);
        assertThat(test.trace).containsExactly("0 starts hello 500", "123 key 1", "123 ends hello 1");
        assertThat(test.heard).containsExactly(
                new Utterance(0, 500, "hello", new Audio.Speech("hello", "en", null, "hello")),
                new Utterance(0, 123, "-", null));
    }

    @Test
    void aKeyAtTheVeryEndStillInterrupts() {
        TestCall test = TestCall.keys("1@500");
        assertThat(test.perform(TestCall.play("hello", "1"))).isEqualTo(new PlayResult('1', 500));
        assertThat(test.heard).hasSize(1);
    }

    @Test
    void aKeyThatMayNotInterruptIsKeptAndHidden() {
        TestCall test = TestCall.keys("2@100");
        assertThat(test.perform(TestCall.play("hello", "1"))).isEqualTo(new PlayResult(null, 500));
        assertThat(test.trace).contains("100 key •");
        assertThat(test.perform(TestCall.play("again", "2"))).isEqualTo(new PlayResult('2', 0));
    }

    @Test
    void aWaitingKeySkipsThePromptAndOthersStay() {
        TestCall test = TestCall.keys("5@10 1@20");
        test.perform(TestCall.play("hello", ""));
        assertThat(test.perform(TestCall.play("again", "1"))).isEqualTo(new PlayResult('1', 0));
        assertThat(test.perform(TestCall.play("again", "15"))).isEqualTo(new PlayResult('5', 0));
    }

    private static PlayResult controlled(TestCall test) {
        return test.perform(new Play(List.of(new Audio.Recording("a.wav", "en", null, "recording"),
                TestCall.speech("you")), new Keys("1"), true,
                new PlayControls(Map.of('5', PlayControl.PAUSE, '4', PlayControl.BACK, '6', PlayControl.FORWARD, '7',
                        PlayControl.RESTART, '9', PlayControl.LOUDER, '#', PlayControl.STOP), 300)));
    }

    private static long lengthOf(Audio.Recording recording) {
        return TestCall.LENGTHS.ms(recording);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "9@100, 0", "5@100 5@350, 250", "4@100, 100", "4@400, 300", "6@100, -300", "7@400, 400",
            "5@100 4@200 5@300, 300"})
    void controlKeysMoveAboutInARecording(String keys, long longer) {
        long usual = lengthOf(new Audio.Recording("a.wav", "en", null, "recording")) + 300;
        TestCall test = TestCall.keys(keys);
        assertThat(controlled(test)).isEqualTo(new PlayResult(null, usual + longer));
        assertThat(test.perform(new Play(List.of(TestCall.speech("again")), Keys.ALL, true)).interruptedBy()).isNull();
    }

    @Test
    void aControlKeyStopsAsIfThatWereTheEnd() {
        TestCall test = TestCall.keys("#@100");
        assertThat(controlled(test)).isEqualTo(new PlayResult(null, 100));
        assertThat(test.trace).contains("100 key #", "100 ends recording null");
    }

    @Test
    void typedAheadKeysCanBeThrownAway() {
        TestCall test = TestCall.keys("1@10");
        test.perform(TestCall.play("hello", ""));
        PlayResult result = test.perform(new Play(List.of(TestCall.speech("again")), Keys.ALL, false));
        assertThat(result).isEqualTo(new PlayResult(null, 500));
    }

    @Test
    void theHangUpEndsAPromptAtItsMoment() {
        TestCall test = TestCall.hangingUpAt(200, World.builder());
        assertThatThrownBy(() -> test.perform(TestCall.play("hello", ""))).isInstanceOf(CallEnded.class);
        assertThat(test.trace).containsExactly("0 starts hello 500", "200 ends hello null");
        assertThat(test.call.elapsedMs()).isEqualTo(200);
    }

    @Test
    void aWaitIsSilentAndEndsWithItsKeys() {
        TestCall test = TestCall.keys("1@100 #@200");
        assertThat(test.perform(new Sleep(1_000, new Keys("#")))).isEqualTo(new PlayResult('#', 200));
        assertThat(test.trace).containsExactly("100 key •", "200 key #");
        assertThat(test.perform(new Sleep(1_000, Keys.NONE))).isEqualTo(new PlayResult(null, 1_000));
    }
}
