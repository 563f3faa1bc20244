package org.ivrea.freeswitch.call;

import java.util.List;
import java.util.Map;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.CollectEnd;
import org.ivrea.engine.call.Operation.CollectResult;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
import org.ivrea.engine.call.Operation.DialTarget;
import org.ivrea.engine.call.Operation.Done;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.QueueResult;
import org.ivrea.engine.call.Operation.RecordEnd;
import org.ivrea.engine.call.Operation.RecordResult;
import org.ivrea.engine.call.Operation.SpeechOutcome;
import org.ivrea.engine.call.Operation.SpeechResult;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.call.CallBench.Answered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Each operation on the test host: what reaches the host, what comes back, what the trace says.
final class OperationsTest {
    private static final Audio HELLO = new Audio.Tone(440, 1_000);

    private final CallBench bench = new CallBench();

    @AfterEach
    void close() {
        bench.close();
    }

    private <R> Answered<R> perform(String script, Operation<R> operation) {
        return bench.call(script, call -> call.perform(operation));
    }

    @Test
    void playsAListAndKeepsKeysThatDoNotInterrupt() {
        try (Answered<CollectResult> answered = bench.call("300 key 4\n1500 key 5", call -> {
            PlayResult played = call.perform(new Operation.Play(List.of(HELLO, HELLO), new Keys("5"), true));
            assertThat(played).isEqualTo(new PlayResult('5', 1_500));
            return call.perform(collect(Keys.NONE, 1, List.of()));
        })) {
            assertThat(answered.result()).isEqualTo(new CollectResult("4", null, CollectEnd.MAX_DIGITS));
            assertThat(answered.trace).contains(new TraceEvent.KeyPressed("•"), new TraceEvent.KeyPressed("5"),
                    new TraceEvent.PromptEnded("[tone 440 Hz]", "5"));
        }
    }

    @Test
    void controlKeysAreNoInput() {
        var controls = new Operation.PlayControls(
                Map.of('5', Operation.PlayControl.LOUDER, '7', Operation.PlayControl.SOFTER), 500);
        try (Answered<CollectResult> answered = bench.call("200 key 5\n700 key 5\n900 key 7\n1000 key 4", call -> {
            PlayResult played = call.perform(new Operation.Play(List.of(HELLO), Keys.NONE, true, controls));
            assertThat(played.interruptedBy()).isNull();
            return call.perform(collect(Keys.NONE, 1, List.of()));
        })) {
            assertThat(answered.result().digits()).isEqualTo("4");
            assertThat(answered.trace).contains(new TraceEvent.KeyPressed("5"), new TraceEvent.KeyPressed("7"));
        }
    }

    private static Operation.Collect collect(Keys terminators, int max, List<String> entries) {
        return new Operation.Collect(List.of(HELLO), Keys.ALL, 1, max, terminators, 3_000, 1_000, entries, false);
    }

    @Test
    void givesTheTerminatorApartFromTheDigits() {
        try (Answered<CollectResult> answered = perform("100 key 1\n300 key 2\n500 key #", collect(new Keys("#"), 4,
                List.of()))) {
            assertThat(answered.result()).isEqualTo(new CollectResult("12", '#', CollectEnd.TERMINATOR));
        }
    }

    @Test
    void waitsForTheNextDigitNoLongerThanThat() {
        try (Answered<CollectResult> answered = perform("100 key 1\n1200 key 2", collect(Keys.NONE, 4, List.of()))) {
            assertThat(answered.result()).isEqualTo(new CollectResult("1", null, CollectEnd.TIMEOUT));
        }
    }

    @Test
    void endsAtAnEntryThatNoOtherBeginsWith() {
        try (Answered<CollectResult> answered = perform("100 key 1\n200 key 2", collect(Keys.NONE, 4,
                List.of("12", "2")))) {
            assertThat(answered.result()).isEqualTo(new CollectResult("12", null, CollectEnd.ENTRY));
        }
    }

    @Test
    void masksTheKeysOfSecretInputs() {
        var secret = new Operation.Collect(List.of(HELLO), Keys.ALL, 1, 1, Keys.NONE, 1_000, 1_000, List.of(), true);
        try (Answered<CollectResult> answered = perform("100 key 7", secret)) {
            assertThat(answered.result().digits()).isEqualTo("7");
            assertThat(CallBench.all(answered.trace)).noneMatch(event -> event.contains("7"));
        }
    }

    @Test
    void recordsAndPlaysIt() {
        try (Answered<PlayResult> answered = bench.call("answer record 4000", call -> {
            RecordResult made = call.perform(new Operation.Record("message", false, 60_000, 2_000, new Keys("#")));
            assertThat(made).isEqualTo(new RecordResult("message.wav", 4_000, RecordEnd.SILENCE));
            return call.perform(new Operation.PlayBack("message.wav", Keys.NONE));
        })) {
            assertThat(answered.result()).isEqualTo(new PlayResult(null, 4_000));
            assertThat(answered.journal()).contains("file /recordings/message.wav");
            assertThat(answered.trace).contains(new TraceEvent.RecordingEnded("message.wav", 4_000, "silence"));
        }
    }

    @Test
    void aRecordingEndedByTheHangUpIsKept() {
        try (Answered<RecordResult> answered = bench.call("3000 hangup NORMAL_CLEARING caller", call -> {
            RecordResult made = call.perform(new Operation.Record("message", false, 60_000, 0, Keys.NONE));
            assertThatThrownBy(() -> call.perform(new Operation.Sleep(1, Keys.NONE))).isInstanceOf(CallEnded.class);
            return made;
        })) {
            assertThat(answered.result()).isEqualTo(new RecordResult("message.wav", 3_000, RecordEnd.HANGUP));
        }
    }

    @Test
    void noRecordingLeadsOutOfItsFolder() {
        try (Answered<RecordResult> answered = perform("",
                new Operation.Record("../../etc/passwd", false, 1_000, 0, Keys.NONE))) {
            assertThatThrownBy(answered.result::join).hasCauseInstanceOf(CallFailure.class)
                    .hasMessageContaining("leads out");
        }
    }

    @Test
    void dialsAndComesBack() {
        var dial = new Operation.Dial(List.of(new DialTarget.Named("desk"), new DialTarget.Number("5", "out", false)),
                DialOrder.SIMULTANEOUS, 20_000, 0, "999", List.of(), List.of(), null);
        try (Answered<DialResult> answered = perform("answer dial answered 2000 9000", dial)) {
            assertThat(answered.result()).isEqualTo(new DialResult(DialOutcome.ANSWERED, CallEnd.NORMAL, 9_000));
            assertThat(answered.journal()).contains("dial destination:desk for 999", "dial out/5 for 999");
        }
    }

    @Test
    void dialsOneAfterTheOther() {
        var dial = new Operation.Dial(List.of(new DialTarget.Named("a"), new DialTarget.Named("b")),
                DialOrder.SEQUENTIAL, 20_000, 0, null, List.of(), List.of(), null);
        try (Answered<DialResult> answered = perform("answer dial busy 100 0\nanswer dial no-answer 1 0", dial)) {
            assertThat(answered.result()).isEqualTo(new DialResult(DialOutcome.NO_ANSWER, "NO_ANSWER", 0));
            assertThat(answered.journal()).containsSubsequence("dial destination:a for ", "dial destination:b for ");
        }
    }

    @Test
    void aTransferEndsTheCallForTheFlow() {
        try (Answered<Done> answered = perform("", new Operation.Transfer(new DialTarget.Number("42", null, false),
                "public", false))) {
            assertThatThrownBy(answered.result::join).hasCause(new CallEnded(
                    new CallEnd("BLIND_TRANSFER", CallEnd.Side.TRANSFERRED)));
            assertThat(answered.call().join()).isEmpty();
            assertThat(answered.journal()).contains("transfer 42 public");
            assertThat(answered.trace).contains(new TraceEvent.OperationEnded("transfer", "transferred"));
        }
    }

    @Test
    void aTransferThatFailsSaysWhy() {
        try (Answered<Done> answered = perform("answer transfer 0", new Operation.Transfer(
                new DialTarget.Named("desk"), null, true))) {
            assertThatThrownBy(answered.result::join).hasMessageContaining("cannot be transferred to \"desk\"");
            assertThat(answered.trace).contains(new TraceEvent.OperationEnded("transfer", "transfer-failed"));
        }
    }

    @Test
    void waitsInAQueueAndHearsAnnouncements() {
        var announcements = new Operation.Announcements(place -> List.of(new Audio.Tone(600, 500)), 2_000, 3_000);
        var queue = new Operation.Enqueue("sales", 0, 60_000, List.of(HELLO), announcements, new Keys("9"));
        try (Answered<QueueResult> answered = perform("answer queue answered 8000 1000 -", queue)) {
            assertThat(answered.result()).isEqualTo(new QueueResult(QueueOutcome.ANSWERED, null, 8_000));
            assertThat(answered.trace).filteredOn(new TraceEvent.PromptStarted("[tone 600 Hz]", 500)::equals)
                    .hasSize(2);
        }
    }

    @Test
    void anAnnouncementThatFailsEndsTheQueue() {
        var announcements = new Operation.Announcements(place -> {
            throw new CallFailure("broken", "nothing to say");
        }, 2_000, 0);
        var queue = new Operation.Enqueue("sales", 0, 60_000, List.of(), announcements, Keys.NONE);
        try (Answered<QueueResult> answered = perform("", queue)) {
            assertThatThrownBy(answered.result::join).hasMessageContaining("nothing to say");
            assertThat(answered.call().join()).isEqualTo("nothing to say");
        }
    }

    @Test
    void listensToSpeechAndToKeys() {
        var listen = new Operation.Listen(List.of(HELLO), Keys.ALL, null, null, List.of("yes"), "en", 5_000, 500,
                9_000, true, false);
        try (Answered<SpeechResult> answered = perform("answer listen speech 0.75 yes please", listen)) {
            assertThat(answered.result()).isEqualTo(new SpeechResult(SpeechOutcome.SPEECH, "yes please", 0.75));
        }
        try (Answered<SpeechResult> answered = perform("1200 key 1\n1400 key 2", listen)) {
            assertThat(answered.result()).isEqualTo(new SpeechResult(SpeechOutcome.KEYS, "12", 1));
        }
    }

    @Test
    void leavesAMessageAndJoinsAConference() {
        try (Answered<Operation.ConferenceOutcome> answered = bench.call("answer voicemail 3000", call -> {
            assertThat(call.perform(new Operation.LeaveVoicemail("shop", "7", List.of(HELLO), true)))
                    .isEqualTo(new Operation.VoicemailResult(true, 3_000));
            return call.perform(new Operation.JoinConference("room", null, "pin", List.of("mute")));
        })) {
            assertThat(answered.result()).isEqualTo(Operation.ConferenceOutcome.LEFT);
            assertThat(answered.journal()).contains("voicemail mailbox:shop 7", "conference room:room");
        }
    }

    @Test
    void aMissingModuleIsNamed() {
        try (Answered<Operation.ConferenceOutcome> answered = perform(
                "answer conference fail module-missing mod_conference is not loaded",
                new Operation.JoinConference("room", null, null, List.of()))) {
            assertThatThrownBy(answered.result::join).hasMessageContaining("mod_conference is not loaded");
            assertThat(answered.trace).contains(new TraceEvent.OperationEnded("conference", "module-missing"));
        }
    }

    @Test
    void setsVariablesThatAreAllowedAndNoOthers() {
        try (Answered<Boolean> answered = bench.call("", call -> {
            call.perform(new Operation.SetChannelVariable("tier", "gold", false));
            assertThatThrownBy(() -> call.perform(new Operation.SetChannelVariable("execute_on_answer", "system rm",
                    false))).isInstanceOf(CallFailure.class);
            return call.perform(new Operation.Execute("echo", "a b"));
        })) {
            assertThat(answered.result()).isTrue();
            assertThat(answered.journal()).contains("variable tier gold", "execute application:echo a b")
                    .noneMatch(line -> line.contains("system rm"));
        }
    }

    @Test
    void sendsKeysAndRecordsTheCall() {
        try (Answered<Done> answered = bench.call("", call -> {
            call.perform(new Operation.ControlRecording(Operation.RecordingAction.START, "whole", true));
            call.perform(new Operation.ControlRecording(Operation.RecordingAction.STOP, "", false));
            return call.perform(new Operation.SendDtmf("12#", 100, 50));
        })) {
            assertThat(answered.result()).isEqualTo(Done.DONE);
            assertThat(answered.journal()).contains("call-recording start /recordings/whole.wav 1",
                    "call-recording stop  0", "send-dtmf 12#");
        }
    }

    @Test
    void answersTogetherWithWhatComesNext() {
        try (Answered<Long> answered = bench.call("", call -> {
            call.perform(new Operation.Answer());
            call.perform(new Operation.Answer());
            call.perform(new Operation.Play(List.of(HELLO), Keys.NONE, true));
            return call.elapsedMs();
        })) {
            assertThat(answered.result()).isEqualTo(1_000);
            assertThat(answered.journal()).containsOnlyOnce("answer");
            assertThat(answered.trace).filteredOn(TraceEvent.Answered.class::isInstance).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNotBoundLeavesNoHalfOperationBehind() {
        try (Answered<Done> answered = bench.call("", call -> {
            assertThatThrownBy(() -> call.perform(new Operation.ControlRecording(Operation.RecordingAction.START,
                    "../x", false))).isInstanceOf(CallFailure.class);
            return call.perform(new Operation.SendDtmf("1", 10, 10));
        })) {
            assertThat(answered.result()).isEqualTo(Done.DONE);
            assertThat(answered.journal()).containsExactly("send-dtmf 1");
        }
    }

    @Test
    void endlessQuietOperationsWaitForTheHost() {
        try (Answered<Done> answered = bench.call("", call -> {
            for (int i = 0; i < 500; i++) {
                call.perform(new Operation.SetChannelVariable("n", Integer.toString(i), false));
            }
            return Done.DONE;
        })) {
            assertThat(answered.result()).isEqualTo(Done.DONE);
            assertThat(answered.journal()).hasSize(500).endsWith("variable n 499");
        }
    }

    @Test
    void requestsGoOnWhileSomethingPlays() {
        bench.http = _ -> new Operation.HttpOutcome.Reply(200, "text/plain", "ok");
        var request = new Operation.HttpExchange("n", "bank", "GET", "/", "/", Map.of(), null, null, 5_000, 0, 1_000,
                List.of(HELLO));
        try (Answered<Operation.HttpOutcome> answered = perform("", request)) {
            assertThat(answered.result()).isEqualTo(new Operation.HttpOutcome.Reply(200, "text/plain", "ok"));
            assertThat(answered.trace).endsWith(new TraceEvent.OperationEnded("http", "200"));
        }
    }
}
