package org.ivrea.freeswitch.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.RecordWriter;
import org.ivrea.freeswitch.call.CallBench.Answered;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestCall.Happening;
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
        bench.wrapped = bridge -> new Counted(bridge, controls);
        return bench.call("call", "", TestCall.Time.DRIVEN, call -> {
            call.keysTo(handler);
            return call.perform(PLAY);
        });
    }

    /// Says when a control has reached the host.
    private record Counted(Bridge bridge, Semaphore controls) implements Bridge {
        @Override
        public Reply submit(long call, RecordWriter operations) {
            return bridge.submit(call, operations);
        }

        @Override
        public Reply control(long call, RecordWriter control) {
            Reply reply = bridge.control(call, control);
            controls.release();
            return reply;
        }

        @Override
        public void reply(long command, boolean ok, String text) {
            bridge.reply(command, ok, text);
        }

        @Override
        public void ready(boolean ready) {
            bridge.ready(ready);
        }

        @Override
        public void log(long call, LogLevel level, String text) {
            bridge.log(call, level, text);
        }

        @Override
        public long[] stats() {
            return bridge.stats();
        }
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
