package org.ivrea.freeswitch.call;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.freeswitch.testhost.TestCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Calls share a thread as long as none of them keeps it.
final class BusyCallTest {
    private final CallBench bench = new CallBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aCallThatComputesForLongDoesNotKeepTheOthersFromGoingOn() {
        var begun = new CountDownLatch(1);
        var others = new AtomicBoolean();
        try (var busy = bench.call("busy", "", TestCall.Time.SCRIPTED, call -> {
            begun.countDown();
            while (!others.get()) {
                Thread.onSpinWait();
            }
            return tone(call);
        }); var other = bench.call("other", "", TestCall.Time.SCRIPTED, call -> {
            awaitQuietly(begun);
            tone(call);
            return tone(call);
        })) {
            assertThat(other.result()).isEqualTo(100);
            others.set(true);
            assertThat(busy.result()).isEqualTo(100);
        }
    }

    @Test
    void aThreadThatIsWokenFromElsewhereGoesOn() {
        try (var answered = bench.call("waits", "", TestCall.Time.SCRIPTED, call -> {
            var done = new CountDownLatch(1);
            Thread _ = Thread.ofPlatform().start(done::countDown);
            awaitQuietly(done);
            return tone(call);
        })) {
            assertThat(answered.result()).isEqualTo(100);
        }
    }

    private static long tone(FreeSwitchCall call) {
        return call.perform(new Operation.Play(List.of(new Audio.Tone(440, 100)), Keys.NONE, true)).playedMs();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
