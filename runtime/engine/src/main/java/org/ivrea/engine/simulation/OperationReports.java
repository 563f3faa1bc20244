package org.ivrea.engine.simulation;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// What traces say of operations that have no event of their own: that they begin, and what came of them. The same for
/// every kind of call.
public final class OperationReports {
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    /// What is told when an operation begins.
    private record Beginning(String name, String detail) {}

    private OperationReports() {}

    /// Does the work of an operation and tells of it, if it is one of those.
    ///
    /// @param trace is told
    public static <R> R reported(Operation<?> operation, Consumer<TraceEvent> trace, Supplier<R> work) {
        Beginning beginning = beginning(operation);
        if (beginning == null) {
            return work.get();
        }
        trace.accept(new TraceEvent.OperationStarted(beginning.name, beginning.detail));
        String outcome = FAILED;
        try {
            R result = work.get();
            outcome = outcome(result);
            return result;
        } catch (CallEnded e) {
            outcome = e.end().side() == CallEnd.Side.TRANSFERRED ? "transferred" : "hangup";
            throw e;
        } catch (CallFailure e) {
            outcome = e.code();
            throw e;
        } finally {
            // What an operation asks the flow for meanwhile, such as an announcement, may fail, too.
            trace.accept(new TraceEvent.OperationEnded(beginning.name, outcome));
        }
    }

    private static @Nullable Beginning beginning(Operation<?> operation) {
        return switch (operation) {
            case Operation.Dial dial -> new Beginning("dial", Details.of(dial));
            case Operation.Transfer transfer -> new Beginning("transfer", Details.of(transfer.to()));
            case Operation.Enqueue enqueue -> new Beginning("queue", enqueue.queue());
            case Operation.LeaveVoicemail voicemail -> new Beginning("voicemail", voicemail.mailbox());
            case Operation.JoinConference conference -> new Beginning("conference", conference.room());
            case Operation.ControlRecording control ->
                new Beginning("call-recording", (Names.of(control.action()) + " " + control.file()).strip());
            case Operation.SendDtmf dtmf -> new Beginning("send-dtmf", Details.of(dtmf));
            case Operation.Listen listen -> new Beginning("speech", Details.of(listen));
            case Operation.Execute execute -> new Beginning("execute", execute.name());
            case Operation.SetChannelVariable set -> new Beginning("channel-variable", Details.of(set));
            case Operation.HttpExchange http -> new Beginning("http", Details.of(http));
            default -> null;
        };
    }

    private static String outcome(Object result) {
        return switch (result) {
            case Operation.DialResult dialled -> Names.of(dialled.outcome());
            case Operation.QueueResult waited -> Names.of(waited.outcome());
            case Operation.VoicemailResult message -> message.left() ? "left" : "nothing";
            case Operation.SpeechResult speech -> Names.of(speech.outcome());
            case Operation.HttpOutcome http -> Details.outcome(http);
            case Operation.ConferenceOutcome conference -> Names.of(conference);
            case Boolean worked -> worked ? DONE : FAILED;
            default -> DONE;
        };
    }
}
