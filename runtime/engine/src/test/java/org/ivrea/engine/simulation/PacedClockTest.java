package org.ivrea.engine.simulation;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PacedClockTest {

    /// Time that passes by being waited for, with things that happen at times, as if other threads did them.
    private static final class FakeTime implements WallTime {
        private record Planned(long atNanos, Runnable action) {}

        private long nanos;
        private long waited;
        private final Queue<Planned> planned = new ArrayDeque<>();

        void at(long ms, Runnable action) {
            planned.add(new Planned(ms * 1_000_000, action));
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void await(Condition changed, long waitNanos) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Planned next = planned.peek();
            long until = nanos + waitNanos;
            if (next != null && next.atNanos <= until) {
                planned.remove();
                pass(Math.max(0, next.atNanos - nanos));
                next.action.run();
            } else {
                pass(waitNanos);
            }
        }

        private void pass(long more) {
            nanos += more;
            waited += more;
        }
    }

    private final FakeTime time = new FakeTime();

    @Test
    void aCallTakesRealTime() {
        TestCall test = TestCall.on(new PacedClock(1, time), "");
        test.perform(TestCall.play("hello", ""));
        assertThat(time.waited).isEqualTo(500_000_000);
        assertThat(test.call.elapsedMs()).isEqualTo(500);
    }

    @Test
    void theSpeedShortensIt() {
        TestCall test = TestCall.on(new PacedClock(4, time), "");
        test.perform(TestCall.play("hello", ""));
        assertThat(time.waited).isEqualTo(125_000_000);
    }

    @Test
    void theSameCallGivesTheSameTraceAsInVirtualTime() {
        String keys = "1@100 2@700 3@900";
        TestCall virtual = TestCall.keys(keys);
        TestCall paced = TestCall.on(new PacedClock(3, time), keys);
        for (TestCall test : new TestCall[] {virtual, paced}) {
            test.perform(TestCall.play("hello", "1"));
            test.perform(new Operation.Sleep(650, Keys.NONE));
            test.perform(TestCall.play("goodbye", "3"));
        }
        assertThat(paced.trace).isEqualTo(virtual.trace);
    }

    @Test
    void aKeyFromAnotherThreadInterruptsWhenItComes() {
        TestCall test = TestCall.on(new PacedClock(1, time), "");
        time.at(230, () -> test.call.press('1'));
        assertThat(test.perform(TestCall.play("hello", "1")).playedMs()).isEqualTo(230);
    }

    @Test
    void aHangUpFromAnotherThreadEndsTheCallWhenItComes() {
        TestCall test = TestCall.on(new PacedClock(1, time), "");
        time.at(230, test.call::hangUp);
        assertThatThrownBy(() -> test.perform(TestCall.play("hello", ""))).isInstanceOf(CallEnded.class);
        assertThat(test.call.elapsedMs()).isEqualTo(230);
    }

    @Test
    void workBetweenOperationsIsMadeUpFor() {
        TestCall test = TestCall.on(new PacedClock(1, time), "");
        test.perform(TestCall.play("hello", ""));
        time.nanos += 40_000_000;
        test.perform(TestCall.play("hello", ""));
        assertThat(time.nanos).isEqualTo(1_000_000_000);
        assertThat(test.call.elapsedMs()).isEqualTo(1_000);
    }

    @Test
    void aPauseTakesNoTimeOfTheCall() {
        var clock = new PacedClock(1, time);
        TestCall test = TestCall.on(clock, "");
        test.perform(TestCall.play("hello", ""));
        clock.pause();
        time.nanos += 60_000_000_000L;
        assertThat(clock.isPaused()).isTrue();
        assertThat(clock.now()).isEqualTo(500);
        clock.resume();
        test.perform(TestCall.play("hello", ""));
        assertThat(time.nanos).isEqualTo(61_000_000_000L);
    }

    @Test
    void aPausedCallGoesOnWhenItIsResumed() throws InterruptedException {
        var clock = new PacedClock(1_000);
        TestCall test = TestCall.on(clock, "");
        clock.pause();
        long stoodAt = clock.now();
        var done = new AtomicBoolean();
        Thread flow = Thread.ofVirtual().start(() -> {
            test.perform(TestCall.play("hello", ""));
            done.set(true);
        });
        test.call.press('1');
        assertThat(clock.now()).isEqualTo(stoodAt);
        clock.resume();
        flow.join();
        assertThat(done).isTrue();
    }

    @Test
    void theSpeedCanChangeDuringACall() {
        var clock = new PacedClock(1, time);
        TestCall test = TestCall.on(clock, "");
        time.at(100, () -> clock.speed(2));
        test.perform(TestCall.play("hello", ""));
        assertThat(time.waited).isEqualTo(300_000_000);
        assertThatThrownBy(() -> clock.speed(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInterruptedThreadEndsItsCall() {
        TestCall test = TestCall.on(new PacedClock(1, time), "");
        time.at(100, Thread.currentThread()::interrupt);
        assertThatThrownBy(() -> test.perform(TestCall.play("hello", ""))).isInstanceOf(CallEnded.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(test.call.end()).isEqualTo(new CallEnd("MANAGER_REQUEST", CallEnd.Side.SYSTEM));
    }
}
