package org.ivrea.engine.simulation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Operation.Hangup;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExchangesTest {

    private static HttpExchange request(String method, String path, int retries, Audio... meanwhile) {
        return new HttpExchange("lookup", "bank", method, path, path, Map.of(), null, null, 2_000, retries, 100,
                List.of(meanwhile));
    }

    private static Answer.Http reply(int status, String body, long delayMs) {
        return new Answer.Http.Reply(status, "application/json", body, delayMs);
    }

    @Test
    void aStubRepliesAfterItsDelay() {
        TestCall test = TestCall.in(World.builder().stub("bank GET /accounts/*", reply(200, "{}", 300)), "");
        assertThat(test.perform(request("GET", "/accounts/7?token=x", 0)))
                .isEqualTo(new HttpOutcome.Reply(200, "application/json", "{}"));
        assertThat(test.call.elapsedMs()).isEqualTo(300);
        assertThat(test.trace).containsExactly("0 http GET bank/accounts/7", "300 http -> 200");
        assertThat(test.call.requests()).hasSize(1);
    }

    @Test
    void stubsOfTheSameRequestFollowEachOtherAndTheLastStays() {
        TestCall test = TestCall.in(World.builder().stub("bank GET /a", reply(200, "1", 0))
                .stub("bank GET /a", reply(200, "2", 0)).stub("bank * *", reply(404, "", 0)), "");
        assertThat(test.perform(request("GET", "/a", 0)).toString()).contains("body=1");
        assertThat(test.perform(request("GET", "/b", 0)).toString()).contains("404");
        assertThat(test.perform(request("GET", "/a", 0)).toString()).contains("body=2");
        assertThat(test.perform(request("GET", "/a", 0)).toString()).contains("body=2");
    }

    @Test
    void aSlowReplyIsATimeout() {
        TestCall test = TestCall.in(World.builder().stub("*", reply(200, "{}", 2_000)), "");
        assertThat(test.perform(request("GET", "/a", 3))).isInstanceOf(HttpOutcome.TimedOut.class);
        assertThat(test.call.elapsedMs()).isEqualTo(2_000);
    }

    @Test
    void aTimeoutTakesTheRequestsTime() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Http.Timeout()), "");
        assertThat(test.perform(request("POST", "/a", 3))).isInstanceOf(HttpOutcome.TimedOut.class);
        assertThat(test.call.elapsedMs()).isEqualTo(2_000);
    }

    @Test
    void onlySafeRequestsAreTriedAgain() {
        World.Builder world = World.builder().stub("*", reply(503, "", 100)).stub("*", reply(200, "{}", 100));
        assertThat(TestCall.in(world, "").perform(request("GET", "/a", 1)).toString()).contains("status=200");
        assertThat(TestCall.in(world, "").perform(request("POST", "/a", 1)).toString()).contains("status=503");
    }

    @Test
    void aFailureIsTriedAgainAndThenGivenBack() {
        TestCall test = TestCall.in(World.builder().stub("*", new Answer.Http.Failure("connection refused", 50)), "");
        assertThat(test.perform(request("GET", "/a", 2))).isEqualTo(new HttpOutcome.Failed("connection refused"));
        assertThat(test.call.elapsedMs()).isEqualTo(150);
    }

    @Test
    void aReplyPastTheCapFails() {
        TestCall test = TestCall.in(World.builder().stub("*", reply(200, "€".repeat(40), 0)), "");
        assertThat(test.perform(request("GET", "/a", 0))).isInstanceOf(HttpOutcome.Failed.class)
                .asString().contains("100 bytes");
    }

    @Test
    void whoForgotAStubIsToldWhichOne() {
        assertThat(TestCall.keys("").perform(request("GET", "/a", 0)).toString())
                .contains("no stub for GET bank/a; add one, or allow real requests");
    }

    @Test
    void theCallerHearsSomethingMeanwhile() {
        TestCall test = TestCall.in(World.builder().stub("*", reply(200, "{}", 1_000)), "");
        test.perform(request("GET", "/a", 0, TestCall.speech("wait"), TestCall.speech("still")));
        assertThat(test.trace).contains("300 starts wait 400", "700 ends wait null", "700 starts still 500",
                "1000 ends still null");
    }

    @Test
    void aQuickReplyCutsNoWordOff() {
        TestCall test = TestCall.in(World.builder().stub("*", reply(200, "{}", 300)), "");
        test.perform(request("GET", "/a", 0, TestCall.speech("wait")));
        assertThat(test.trace).noneMatch(line -> line.contains("starts"));
    }

    @Test
    void theHangUpGivesARequestUp() {
        TestCall test = TestCall.hangingUpAt(100, World.builder().stub("*", reply(200, "{}", 700)));
        assertThatThrownBy(() -> test.perform(request("GET", "/a", 0))).isInstanceOf(CallEnded.class);
        assertThat(test.call.elapsedMs()).isEqualTo(100);
        assertThat(test.trace).endsWith("100 http -> hangup");
    }

    @Test
    void requestsWorkAfterTheHangUp() {
        TestCall test = TestCall.in(World.builder().stub("*", reply(200, "{}", 700)), "1@200");
        test.perform(new Hangup("NORMAL_CLEARING"));
        assertThat(test.perform(request("GET", "/a", 0, TestCall.speech("wait"))).toString()).contains("200");
        assertThat(test.call.elapsedMs()).isEqualTo(700);
        assertThat(test.trace).noneMatch(line -> line.contains("starts") || line.contains("key"));
    }

    @Test
    void realRequestsAreMadeWhereAllowedAndNotStubbed() {
        var call = new SimulatedCall(Simulation.of(World.builder().stub("bank GET /a", reply(200, "stub", 0)).build(),
                TestCall.LENGTHS).withHttp(_ -> new HttpOutcome.Reply(200, "text/plain", "real")));
        assertThat(call.perform(request("GET", "/a", 0)).toString()).contains("stub");
        assertThat(call.perform(request("GET", "/b", 0)).toString()).contains("real");
    }

    @Test
    void whoeverIsAskedAnswersWhereThereIsNoStub() {
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS).withAnswerer(
                (_, subject) -> subject.equals("bank GET /a") ? reply(201, "asked", 0) : null));
        assertThat(call.perform(request("GET", "/a", 0)).toString()).contains("asked");
        assertThat(call.perform(request("GET", "/b", 0)).toString()).contains("no stub");
    }

    @Test
    void onAPacedClockARealRequestEndsTheWait() {
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS).withClock(new PacedClock(1))
                .withHttp(_ -> new HttpOutcome.Reply(200, "text/plain", "real")));
        assertThat(call.perform(request("GET", "/b", 0)).toString()).contains("real");
        call.perform(new Hangup("NORMAL_CLEARING"));
        assertThat(call.perform(request("GET", "/b", 0)).toString()).contains("real");
    }

    @Test
    void onAPacedClockTheHangUpInterruptsARealRequest() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var call = new AtomicReference<SimulatedCall>();
        HttpPort slow = _ -> {
            begun.countDown();
            call.get().hangUp();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            return new HttpOutcome.Failed("interrupted");
        };
        call.set(new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS).withClock(new PacedClock(1))
                .withHttp(slow)));
        assertThatThrownBy(() -> call.get().perform(request("GET", "/b", 0))).isInstanceOf(CallEnded.class);
        begun.await();
        interrupted.await();
    }
}
