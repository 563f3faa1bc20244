package org.ivrea.freeswitch.call;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.ThreadFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Calls share a thread as long as none of them keeps it. It goes before the threads of calls, with which it competes.
final class BusyCallTest {
    private static final int LEVELS = 10;
    private static final int HIGHEST = -20;

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

    @Test
    void theSharedThreadGoesBeforeThoseOfCallsAndNoMoreWhenACallKeepsIt() throws IOException {
        int normal = ThreadFigures.niceness();
        assumeTrue(ThreadFigures.mayRaise(), "The system does not allow a higher priority");
        var first = new AtomicInteger();
        var second = new AtomicInteger();
        var kept = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var others = new AtomicBoolean();
        try (var busy = bench.call("busy", "", TestCall.Time.SCRIPTED, call -> {
            first.set(ThreadFigures.niceness());
            begun.countDown();
            while (!others.get()) {
                Thread.onSpinWait();
            }
            kept.set(ThreadFigures.niceness());
            return tone(call);
        }); var other = bench.call("other", "", TestCall.Time.SCRIPTED, call -> {
            awaitQuietly(begun);
            long played = tone(call);
            second.set(ThreadFigures.niceness());
            return played;
        })) {
            assertThat(other.result()).isEqualTo(100);
            others.set(true);
            assertThat(busy.result()).isEqualTo(100);
        }
        int raised = Math.max(HIGHEST, normal - LEVELS);
        assertThat(first).as("the first").hasValue(raised);
        assertThat(second).as("the one that goes on with the other call").hasValue(raised);
        assertThat(kept).as("the first, kept by the call").hasValue(0);
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
