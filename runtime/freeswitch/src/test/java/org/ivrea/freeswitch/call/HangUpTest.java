package org.ivrea.freeswitch.call;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.call.CallBench.Answered;
import org.ivrea.freeswitch.testhost.TestCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The end of a call reaches its flow exactly once, wherever it falls.
final class HangUpTest {
    private static final Audio LONG = new Audio.Tone(440, 60_000);
    private static final CallEnd BY_CALLER = new CallEnd("NORMAL_CLEARING", CallEnd.Side.CALLER);
    private static final Operation.HttpExchange REQUEST = new Operation.HttpExchange("n", "bank", "GET", "/", "/",
            Map.of(), null, null, 60_000, 0, 1_000, List.of());

    private final CallBench bench = new CallBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Map<String, Operation<?>> operations() {
        return Map.of("play", new Operation.Play(List.of(LONG), Keys.NONE, true),
                "collect", new Operation.Collect(List.of(LONG), Keys.ALL, 1, 4, Keys.NONE, 60_000, 60_000, List.of(),
                        false),
                "sleep", new Operation.Sleep(60_000, Keys.NONE),
                "dial", new Operation.Dial(List.of(new DialTarget.Named("a")), DialOrder.SEQUENTIAL, 30_000, 0, null,
                        List.of(), List.of(), null),
                "queue", new Operation.Enqueue("q", 0, 0, List.of(LONG), Operation.Announcements.NONE, Keys.NONE),
                "voicemail", new Operation.LeaveVoicemail("m", null, List.of(LONG), false),
                "conference", new Operation.JoinConference("r", null, null, List.of()),
                "listen", new Operation.Listen(List.of(LONG), Keys.NONE, null, null, List.of(), "en", 60_000, 500,
                        60_000, true, false),
                "send-dtmf", new Operation.SendDtmf("0123456789", 1_000, 1_000));
    }

    @TestFactory
    Stream<DynamicTest> endsTheRunningOperation() {
        return operations().entrySet().stream().flatMap(entry -> Stream.of(0, 1, 20, 999, 5_000)
                .map(moment -> DynamicTest.dynamicTest(entry.getKey() + " at " + moment + " ms",
                        () -> endsAt(moment, entry.getValue()))));
    }

    private void endsAt(int moment, Operation<?> operation) {
        try (Answered<CallEnd> answered = bench.call(moment + " hangup NORMAL_CLEARING caller",
                call -> endSeenTwice(call, operation))) {
            assertThat(answered.result()).isEqualTo(BY_CALLER);
            assertThat(answered.trace).filteredOn(TraceEvent.PromptStarted.class::isInstance)
                    .hasSameSizeAs(answered.trace.stream().filter(TraceEvent.PromptEnded.class::isInstance).toList());
        }
    }

    /// The operation ends by it, and so does the next.
    private static CallEnd endSeenTwice(Call call, Operation<?> operation) {
        assertThatThrownBy(() -> call.perform(operation)).isInstanceOf(CallEnded.class);
        assertThatThrownBy(() -> call.perform(new Operation.Sleep(1, Keys.NONE))).isInstanceOf(CallEnded.class);
        return Objects.requireNonNull(call.end());
    }

    @ParameterizedTest
    @CsvSource({"USER_BUSY, caller, CALLER", "MANAGER_REQUEST, system, SYSTEM", "NORMAL_CLEARING, nobody, SYSTEM"})
    void saysWhoAndWhy(String cause, String side, CallEnd.Side expected) {
        try (Answered<CallEnd> answered = bench.call("100 hangup " + cause + " " + side,
                call -> endSeenTwice(call, new Operation.Sleep(1_000, Keys.NONE)))) {
            assertThat(answered.result()).isEqualTo(new CallEnd(cause, expected));
        }
    }

    @Test
    void whileTheFlowThinksTheNextOperationIsNotBegun() throws InterruptedException {
        var thinking = new CountDownLatch(1);
        try (Answered<CallEnd> answered = bench.call("call", "", TestCall.Time.REAL, call -> {
            thinking.countDown();
            while (call.end() == null) {
                Thread.onSpinWait();
            }
            return endSeenTwice(call, new Operation.Execute("never", ""));
        })) {
            thinking.await();
            answered.call().hangUp("NORMAL_CLEARING", "caller");
            assertThat(answered.result()).isEqualTo(BY_CALLER);
            assertThat(answered.journal()).isEmpty();
        }
    }

    @Test
    void beforeTheAnswer() throws InterruptedException {
        var thinking = new CountDownLatch(1);
        try (Answered<CallEnd> answered = bench.call("call", "", TestCall.Time.REAL, call -> {
            call.perform(new Operation.Answer());
            thinking.countDown();
            while (call.end() == null) {
                Thread.onSpinWait();
            }
            return Objects.requireNonNull(call.end());
        })) {
            thinking.await();
            answered.call().hangUp("ORIGINATOR_CANCEL", "caller");
            assertThat(answered.result()).isEqualTo(new CallEnd("ORIGINATOR_CANCEL", CallEnd.Side.CALLER));
            assertThat(answered.journal()).doesNotContain("answer");
        }
    }

    @Test
    void givesARequestUp() throws InterruptedException {
        var asked = new CountDownLatch(1);
        bench.http = _ -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                return new Operation.HttpOutcome.Failed("given up");
            }
            throw new IllegalStateException("nobody counts down");
        };
        try (Answered<CallEnd> answered = bench.call("call", "", TestCall.Time.REAL,
                call -> endSeenTwice(call, REQUEST))) {
            asked.await();
            answered.call().hangUp("NORMAL_CLEARING", "caller");
            assertThat(answered.result()).isEqualTo(BY_CALLER);
        }
    }

    @Test
    void variablesAndRequestsOfHandlersAreStillDone() {
        bench.http = _ -> new Operation.HttpOutcome.Reply(204, "", "");
        try (Answered<Operation.HttpOutcome> answered = bench.call("10 hangup NORMAL_CLEARING caller", call -> {
            assertThatThrownBy(() -> call.perform(new Operation.Sleep(100, Keys.NONE))).isInstanceOf(CallEnded.class);
            call.perform(new Operation.SetChannelVariable("reason", "left", false));
            return call.perform(REQUEST);
        })) {
            assertThat(answered.result()).isEqualTo(new Operation.HttpOutcome.Reply(204, "", ""));
            assertThat(answered.journal()).contains("variable reason left");
        }
    }

    @Test
    void byTheFlowIsNotItsCallers() {
        try (Answered<CallEnd> answered = bench.call("", call -> {
            call.perform(new Operation.Hangup("USER_BUSY"));
            assertThatThrownBy(() -> call.perform(new Operation.Sleep(1, Keys.NONE))).isInstanceOf(CallEnded.class);
            return Objects.requireNonNull(call.end());
        })) {
            assertThat(answered.result()).isEqualTo(new CallEnd("USER_BUSY", CallEnd.Side.FLOW));
            assertThat(answered.journal()).containsExactly("hangup USER_BUSY");
        }
    }
}
