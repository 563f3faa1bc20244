package org.ivrea.engine.simulation;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.Draw;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SimulatedCallTest {

    /// Every operation that takes time, each taking a second at least.
    static Stream<Operation<?>> operationsThatTakeTime() {
        return Stream.of(TestCall.play("a long prompt", ""),
                new Operation.Collect(List.of(), Keys.ALL, 1, 4, Keys.NONE, 3_000, 1_000, List.of(), false),
                new Operation.Sleep(5_000, Keys.NONE),
                new Operation.Dial(List.of(new Operation.DialTarget.Number("1", null, false)),
                        Operation.DialOrder.SEQUENTIAL, 9_000,
                        0, null, List.of(TestCall.speech("ring")), List.of(), null),
                new Operation.Enqueue("q", 0, 0, List.of(),
                        new Operation.Announcements(_ -> List.of(TestCall.speech("wait")), 200, 200), Keys.NONE),
                new Operation.LeaveVoicemail("box", null, List.of(TestCall.speech("hello")), false),
                new Operation.JoinConference("room", null, null, List.of()),
                new Operation.SendDtmf("123456789", 100, 100),
                new Operation.Listen(List.of(), Keys.NONE, null, null, List.of(), "en", 4_000, 500, 4_000, true, false),
                new Operation.HttpExchange("n", "s", "GET", "/", "/", Map.of(), null, null, 9_000, 0, 100, List.of()));
    }

    static Stream<Operation<?>> operationsThatNeedTheCaller() {
        return Stream.concat(operationsThatTakeTime().filter(Operation::needsCaller),
                Stream.of(new Operation.Answer(), new Operation.PreAnswer(),
                        new Operation.Record("file", true, 9_000, 2_000, Keys.NONE),
                        new Operation.PlayBack("x", Keys.NONE),
                        new Operation.Transfer(new Operation.DialTarget.Number("1", null, false), null, false),
                        new Operation.Execute("echo", ""),
                        new Operation.ControlRecording(Operation.RecordingAction.START, "x", false),
                        new Operation.Hangup("NORMAL_CLEARING")));
    }

    private static World.Builder slowWeb() {
        return World.builder().stub("s GET /", new Answer.Http.Reply(200, "", "", 5_000));
    }

    @ParameterizedTest
    @MethodSource("operationsThatTakeTime")
    void theHangUpEndsTheRunningOperationAtItsMoment(Operation<?> operation) {
        TestCall test = TestCall.hangingUpAt(777, slowWeb());
        test.perform(new Operation.Answer());
        assertThatThrownBy(() -> test.perform(operation)).isInstanceOfSatisfying(CallEnded.class,
                e -> assertThat(e.end()).isEqualTo(new CallEnd("NORMAL_CLEARING", CallEnd.Side.CALLER)));
        assertThat(test.call.elapsedMs()).isEqualTo(777);
        assertThat(test.call.end()).isNotNull();
        assertThat(count(test, "starts")).isEqualTo(count(test, "ends"));
    }

    private static long count(TestCall test, String word) {
        return test.trace.stream().filter(line -> line.contains(" " + word + " ")).count();
    }

    @ParameterizedTest
    @MethodSource("operationsThatNeedTheCaller")
    void afterTheEndOperationsThatNeedTheCallerThrowAtOnce(Operation<?> operation) {
        TestCall test = TestCall.keys("");
        test.perform(new Operation.Hangup("USER_BUSY"));
        assertThatThrownBy(() -> test.perform(operation)).isInstanceOf(CallEnded.class);
        assertThat(test.call.elapsedMs()).isZero();
        assertThat(test.call.end()).isEqualTo(new CallEnd("USER_BUSY", CallEnd.Side.FLOW));
        assertThat(test.trace).isEmpty();
    }

    @Test
    void afterTheEndTheOthersWork() {
        TestCall test = TestCall.keys("");
        test.perform(new Operation.Hangup("NORMAL_CLEARING"));
        test.perform(new Operation.Log("info", "late"));
        test.perform(new Operation.SetChannelVariable("pin", "1234", true));
        test.perform(new Operation.SetChannelVariable("tier", "gold", false));
        assertThat(test.perform(new Draw("split", List.of(0, 1), null))).isEqualTo(1);
        assertThat(test.trace).containsExactly("0 channel-variable pin = ••••", "0 channel-variable -> done",
                "0 channel-variable tier = gold", "0 channel-variable -> done");
    }

    @Test
    void aCallIsAnsweredOnce() {
        TestCall test = TestCall.keys("");
        test.perform(new Operation.PreAnswer());
        test.perform(new Operation.Answer());
        test.perform(new Operation.Answer());
        assertThat(test.trace).containsExactly("0 Answered[earlyMedia=true]", "0 Answered[earlyMedia=false]");
    }

    @Test
    void theWorldSaysWhoCallsAndWhen() {
        var start = ZonedDateTime.parse("2026-03-29T01:59:59+01:00[Europe/Berlin]");
        World world = World.builder().start(start).callId("c1").caller("+49301").called("4000").language("de")
                .variable("tier", "gold").build();
        var call = new SimulatedCall(Simulation.of(world, TestCall.LENGTHS));
        assertThat(call.info().variables()).containsEntry("tier", "gold").containsEntry("default_language", "de");
        assertThat(world.language()).isEqualTo("de");
        call.perform(new Operation.Sleep(1_000, Keys.NONE));
        assertThat(call.now()).as("the clock goes forward").isEqualTo("2026-03-29T03:00:00+02:00[Europe/Berlin]");
    }

    @Test
    void drawsAreRepeatable() {
        List<Integer> first = draws(TestCall.in(World.builder().seed(7), ""));
        assertThat(draws(TestCall.in(World.builder().seed(7), ""))).isEqualTo(first);
        assertThat(draws(TestCall.in(World.builder().seed(8), ""))).isNotEqualTo(first);
        assertThat(first).contains(0, 2).doesNotContain(1);
    }

    private static List<Integer> draws(TestCall test) {
        return IntStream.range(0, 100).mapToObj(_ -> test.perform(new Draw("split", List.of(70, 0, 30), null)))
                .toList();
    }

    @Test
    void stickyDrawsGoByTheTextAlone() {
        var draw = new Draw("split", List.of(1, 1), "+49301");
        int first = TestCall.in(World.builder().seed(1), "").perform(draw);
        assertThat(TestCall.in(World.builder().seed(2), "").perform(draw)).isEqualTo(first);
        long ones = IntStream.range(0, 1_000).filter(
                n -> TestCall.keys("").perform(new Draw("split", List.of(1, 1), "+4930" + n)) == 1).count();
        assertThat(ones).as("about half of them").isBetween(400L, 600L);
    }

    @Test
    void aStubDecidesADraw() {
        TestCall test = TestCall.in(World.builder().stub("split", new Answer.Draw(1)).stub("bad", new Answer.Draw(5)),
                "");
        assertThat(test.perform(new Draw("split", List.of(100, 0), null))).isEqualTo(1);
        assertThatThrownBy(() -> test.perform(new Draw("bad", List.of(1, 1), null))).isInstanceOf(CallFailure.class)
                .hasMessageContaining("branch 6, but there are 2");
    }

    @Test
    void anAnswerOfTheWrongKindIsRefused() {
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS)
                .withAnswerer((_, _) -> new Answer.Execute(true)));
        assertThatThrownBy(() -> call.perform(new Draw("split", List.of(1), null)))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"split\"");
    }

    @Test
    void theClockGoesOnFromWhereANodeFoundIt() {
        var asked = new ArrayList<String>();
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS).withAnswerer(new Answerer() {
            @Override
            public @Nullable Answer answer(Operation<?> operation, String subject) {
                return null;
            }

            @Override
            public Answer.@Nullable Clock clock(String node, ZonedDateTime now) {
                asked.add(node + " " + now);
                return node.equals("a") ? new Answer.Clock(LocalDateTime.parse("2026-03-01T23:59")) : null;
            }
        }));
        TraceSink sink = call.observing(TraceSink.NONE);
        assertThat(call.now()).as("the call's own beginning").isEqualTo(World.DEFAULT_START);
        sink.accept(0, new TraceEvent.NodeEntered("main", "a", "hours", 0));
        assertThat(call.now()).isEqualTo(call.now()).isEqualTo("2026-03-01T23:59:00Z");
        call.perform(new Operation.Sleep(60_000, Keys.NONE));
        sink.accept(0, new TraceEvent.NodeEntered("main", "b", "hours", 0));
        assertThat(call.now()).isEqualTo("2026-03-02T00:00:00Z");
        assertThat(asked).containsExactly("a 2026-03-02T10:00Z", "b 2026-03-02T00:00Z");
    }

    @Test
    void applicationsWorkUnlessStubbed() {
        TestCall test = TestCall.in(World.builder().stub("fax", new Answer.Execute(false)), "");
        assertThat(test.perform(new Operation.Execute("echo", "secret"))).isTrue();
        assertThat(test.perform(new Operation.Execute("fax", ""))).isFalse();
        assertThat(test.trace).containsExactly("0 execute echo", "0 execute -> done", "0 execute fax",
                "0 execute -> failed");
    }

    @Test
    void anApplicationRunsAsLongAsItsStubSays() {
        TestCall test = TestCall.in(World.builder().stub("fax", new Answer.Execute(true, 4_000)), "7@1000");
        assertThat(test.perform(new Operation.Execute("fax", ""))).isTrue();
        assertThat(test.call.elapsedMs()).isEqualTo(4_000);
        TestCall left = TestCall.hangingUpAt(1_000, World.builder().stub("fax", new Answer.Execute(true, 4_000)));
        assertThatThrownBy(() -> left.perform(new Operation.Execute("fax", ""))).isInstanceOf(CallEnded.class);
        assertThat(left.call.elapsedMs()).isEqualTo(1_000);
    }

    @Test
    void aCallerWhoHangsUpBeforeTheAnswerTakesTheCallBack() {
        TestCall early = TestCall.hangingUpAt(500, World.builder());
        early.perform(new Operation.PreAnswer());
        assertThatThrownBy(() -> early.perform(TestCall.play("hello hello", ""))).isInstanceOf(CallEnded.class);
        assertThat(early.call.end()).isEqualTo(new CallEnd("ORIGINATOR_CANCEL", CallEnd.Side.CALLER));
        TestCall answered = TestCall.hangingUpAt(500, World.builder());
        answered.perform(new Operation.Answer());
        assertThatThrownBy(() -> answered.perform(TestCall.play("hello hello", ""))).isInstanceOf(CallEnded.class);
        assertThat(answered.call.end()).isEqualTo(new CallEnd("NORMAL_CLEARING", CallEnd.Side.CALLER));
    }

    @Test
    void aHangUpThatIsDueEndsTheCallBeforeTheNextOperation() {
        TestCall test = TestCall.hangingUpAt(0, World.builder());
        assertThatThrownBy(() -> test.perform(new Operation.Answer())).isInstanceOf(CallEnded.class);
    }

    @Test
    void onlyKeysCanBePressed() {
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS));
        assertThatThrownBy(() -> call.press('x')).isInstanceOf(IllegalArgumentException.class);
        call.press('1');
        assertThat(call.perform(TestCall.play("hello", "1")).interruptedBy()).isEqualTo('1');
    }

    @Test
    void anOperatorCanCutACall() {
        var call = new SimulatedCall(Simulation.of(World.plain(), TestCall.LENGTHS));
        call.cut("MANAGER_REQUEST");
        assertThatThrownBy(() -> call.perform(new Operation.Answer())).isInstanceOf(CallEnded.class);
        assertThat(call.end()).isEqualTo(new CallEnd("MANAGER_REQUEST", CallEnd.Side.SYSTEM));
    }
}
