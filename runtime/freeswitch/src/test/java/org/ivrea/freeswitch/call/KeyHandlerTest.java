package org.ivrea.freeswitch.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.PlayControl;
import org.ivrea.engine.call.Operation.PlayControls;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.freeswitch.call.CallBench.Answered;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestCall.Happening;
import org.ivrea.freeswitch.testhost.WatchedBridge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Keys pressed during playback reach Java at once, and what it answers is done at the next moment. The test decides what
/// time it is.
final class KeyHandlerTest {
    private static final int SECONDS = 1_000;
    private static final Operation.Play PLAY = new Operation.Play(List.of(new Audio.Tone(440, 10 * SECONDS)), Keys.NONE,
            true);

    private final CallBench bench = new CallBench();
    private final Semaphore controls = new Semaphore(0);

    @AfterEach
    void close() {
        bench.close();
    }

    private Answered<PlayResult> play(KeyHandler handler) {
        return perform(call -> {
            call.keysTo(handler);
            return call.perform(PLAY);
        });
    }

    private Answered<PlayResult> perform(Function<FreeSwitchCall, PlayResult> code) {
        bench.wrapped = bridge -> new WatchedBridge(bridge, controls::release);
        return bench.call("call", "", TestCall.Time.DRIVEN, code);
    }

    /// Has the playback begin.
    private static long begin(TestCall call) {
        assertThat(call.await().what()).isEqualTo(Happening.BEGINS);
        call.reply(0, '\0', null, "", "");
        return waits(call);
    }

    /// @return until when it plays if nothing happens
    private static long waits(TestCall call) {
        TestCall.Told told = call.await();
        assertThat(told.what()).isEqualTo(Happening.WAITS);
        return told.values()[0];
    }

    private long press(TestCall call, long moment, char key) throws InterruptedException {
        call.reply(moment, key, null, "", "");
        waits(call);
        controls.acquire();
        call.reply(moment, '\0', null, "", "");
        return moment;
    }

    /// The answer may be there before the host waits on.
    private void breakBy(TestCall call, char key) throws InterruptedException {
        call.reply(1 * SECONDS, key, null, "", "");
        controls.acquire();
        if (call.await().what() == Happening.WAITS) {
            end(call, 1 * SECONDS);
        } else {
            call.reply(1 * SECONDS, '\0', null, "", "");
        }
    }

    private static void end(TestCall call, long moment) {
        call.reply(moment, '\0', null, "", "");
        assertThat(call.await().what()).isEqualTo(Happening.ENDS);
        call.reply(moment, '\0', null, "", "");
    }

    @Test
    void seeksForthAndBack() throws InterruptedException {
        try (Answered<PlayResult> answered = play((key, _) -> new KeyAnswer.Seek(key == '6' ? 3_000 : -3_000))) {
            TestCall call = answered.call();
            assertThat(begin(call)).isEqualTo(10 * SECONDS);
            press(call, 1 * SECONDS, '6');
            assertThat(waits(call)).isEqualTo(7 * SECONDS);
            press(call, 2 * SECONDS, '4');
            assertThat(waits(call)).isEqualTo(10 * SECONDS);
            end(call, 10 * SECONDS);
            assertThat(answered.result()).isEqualTo(new PlayResult(null, 10 * SECONDS));
            assertThat(answered.journal()).containsExactly("seek 3000", "seek -3000");
        }
    }

    @Test
    void pausesAndResumes() throws InterruptedException {
        try (Answered<PlayResult> answered = play(
                (key, _) -> key == '1' ? new KeyAnswer.Pause() : new KeyAnswer.Resume())) {
            TestCall call = answered.call();
            begin(call);
            press(call, 1 * SECONDS, '1');
            waits(call);
            press(call, 4 * SECONDS, '2');
            assertThat(waits(call)).isEqualTo(13 * SECONDS);
            end(call, 13 * SECONDS);
            assertThat(answered.result()).isEqualTo(new PlayResult(null, 13 * SECONDS));
            assertThat(answered.journal()).containsExactly("pause", "resume");
        }
    }

    @Test
    void theControlKeysOfAPromptDoTheSame() throws InterruptedException {
        var keys = new PlayControls(Map.of('1', PlayControl.PAUSE, '4', PlayControl.BACK, '7', PlayControl.RESTART, '8',
                PlayControl.LOUDER, '#', PlayControl.STOP), 500);
        try (Answered<PlayResult> answered = perform(
                call -> call.perform(new Operation.Play(PLAY.audio(), Keys.ALL, true, keys)))) {
            TestCall call = answered.call();
            begin(call);
            press(call, 1 * SECONDS, '1');
            waits(call);
            press(call, 4 * SECONDS, '1');
            assertThat(waits(call)).isEqualTo(13 * SECONDS);
            press(call, 5 * SECONDS, '4');
            assertThat(waits(call)).isEqualTo(13 * SECONDS + 500);
            press(call, 6 * SECONDS, '8');
            waits(call);
            press(call, 7 * SECONDS, '7');
            assertThat(waits(call)).isEqualTo(17 * SECONDS);
            end(call, 17 * SECONDS);
            assertThat(answered.result()).isEqualTo(new PlayResult(null, 17 * SECONDS));
            assertThat(answered.journal()).startsWith("pause", "resume", "seek -500", "volume 1");
        }
    }

    @Test
    void changesTheVolume() throws InterruptedException {
        try (Answered<PlayResult> answered = play((_, _) -> new KeyAnswer.Volume(2))) {
            TestCall call = answered.call();
            begin(call);
            press(call, 1 * SECONDS, '1');
            waits(call);
            end(call, 10 * SECONDS);
            answered.result();
            assertThat(answered.journal()).containsExactly("volume 2");
        }
    }

    @Test
    void breaksOff() throws InterruptedException {
        List<Long> moments = new ArrayList<>();
        try (Answered<PlayResult> answered = play((_, atMs) -> {
            moments.add(atMs);
            return new KeyAnswer.Break();
        })) {
            TestCall call = answered.call();
            begin(call);
            breakBy(call, '#');
            assertThat(answered.result()).isEqualTo(new PlayResult(null, 1 * SECONDS));
            assertThat(moments).containsExactly(1L * SECONDS);
        }
    }

    @Test
    void aHandlerThatFailsEndsTheOperation() throws InterruptedException {
        try (Answered<PlayResult> answered = play((_, _) -> {
            throw new IllegalStateException("the handler is broken");
        })) {
            TestCall call = answered.call();
            begin(call);
            breakBy(call, '#');
            assertThat(call.join()).isEqualTo("the handler is broken");
        }
    }
}
