package org.ivrea.engine.simulation;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that happens in memory. Used by one thread, the flow's; [#press], [#hangUp] and [#cut] are for all threads.
///
/// Keys that mean nothing to the running operation wait for the next one that takes input; during a conversation they
/// go to the other side.
public final class SimulatedCall implements Call {

    /// Cause when a call went elsewhere.
    static final String TRANSFER_CAUSE = "BLIND_TRANSFER";

    private final World world;
    private final Line line;
    private final Playback playback;
    private final DigitCollection digits;
    private final Recordings recordings;
    private final Dialling dialling;
    private final Queueing queueing;
    private final Exchanges exchanges;
    private final Conversations conversations;
    private final Answers answers;
    private final Chance chance;
    private boolean answered;
    private String node = "";
    private boolean looks;
    private Duration clockShift = Duration.ZERO;

    public SimulatedCall(Simulation simulation) {
        world = simulation.world();
        line = new Line(new Agenda(simulation.clock()), simulation.caller());
        answers = new Answers(world, simulation.answerer());
        chance = new Chance(world.seed());
        playback = new Playback(line, simulation.lengths());
        digits = new DigitCollection(line, playback);
        recordings = new Recordings(line, playback);
        dialling = new Dialling(line, playback, simulation.lengths(), answers, chance);
        queueing = new Queueing(line, playback, answers);
        conversations = new Conversations(line, playback, answers);
        exchanges = new Exchanges(line, playback, answers, simulation.http(),
                simulation.clock() != VirtualClock.INSTANCE);
        line.caller.calls(line.agenda);
    }

    /// A sink to give to the engine: passes everything on, and tells the call at which node it is, by which stubs for
    /// speech and recordings are chosen.
    public TraceSink observing(TraceSink sink) {
        return (atMs, event) -> {
            if (event instanceof TraceEvent.NodeEntered entered) {
                node = entered.node();
                looks = true;
            }
            sink.accept(atMs, event);
        };
    }

    /// Has the caller press a key now.
    ///
    /// @throws IllegalArgumentException when it is no [key][Keys]
    public void press(char key) {
        if (!Keys.isKey(key)) {
            throw new IllegalArgumentException("'" + key + "' is no telephone key");
        }
        line.agenda.postKey(key);
    }

    /// Has the caller hang up now.
    public void hangUp() {
        line.agenda.postHangUp(new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
    }

    /// Ends the call now, as a switch or an operator does.
    ///
    /// @param cause by its FreeSWITCH name
    public void cut(String cause) {
        line.agenda.postHangUp(new CallEnd(cause, CallEnd.Side.SYSTEM));
    }

    /// The requests that the flow made so far.
    public List<Operation.HttpExchange> requests() {
        return exchanges.requests();
    }

    @Override
    public CallInfo info() {
        return world.info();
    }

    @Override
    public void traceTo(TraceSink sink) {
        line.traceTo(sink);
    }

    @Override
    public @Nullable CallEnd end() {
        return line.end();
    }

    @Override
    public ZonedDateTime now() {
        ZonedDateTime unset = world.start().plus(Duration.ofMillis(line.now()));
        if (looks) {
            // Once for each node: a node that looks twice must not see two times.
            looks = false;
            Answer.Clock set = answers.clock(node, unset.plus(clockShift));
            if (set != null) {
                clockShift = Duration.between(unset, set.time().atZone(unset.getZone()));
            }
        }
        return unset.plus(clockShift);
    }

    @Override
    public long elapsedMs() {
        return line.now();
    }

    @Override
    @SuppressWarnings("unchecked") // each operation gives its own kind of result
    public <R> R perform(Operation<R> operation) {
        line.settle();
        if (operation.needsCaller()) {
            line.requireCaller();
        }
        return (R) OperationReports.reported(operation, line::emit, () -> result(operation));
    }

    private Object result(Operation<?> operation) {
        return switch (operation) {
            case Operation.Answer _ -> answer(false);
            case Operation.PreAnswer _ -> answer(true);
            case Operation.Play play -> playback.play(play);
            case Operation.Collect collect -> digits.collect(collect);
            case Operation.Record record -> recordings.record(record, spokenMs(record));
            case Operation.PlayBack playBack -> recordings.playBack(playBack);
            case Operation.Sleep sleep -> playback.wait("", sleep.ms(), sleep.interruptedBy());
            case Operation.Dial dial -> dialling.dial(dial);
            case Operation.Transfer transfer -> transfer(transfer);
            case Operation.Enqueue enqueue -> queueing.enqueue(enqueue);
            case Operation.LeaveVoicemail voicemail -> conversations.voicemail(voicemail);
            case Operation.JoinConference conference -> conversations.conference(conference);
            case Operation.ControlRecording _,Operation.SetChannelVariable _ -> Operation.Done.DONE;
            case Operation.SendDtmf dtmf -> sendDtmf(dtmf);
            case Operation.Listen listen -> conversations.listen(listen, node);
            case Operation.Execute execute -> conversations.execute(execute);
            case Operation.HttpExchange http -> exchanges.exchange(http);
            case Operation.Draw draw -> answers.draw(draw, chance);
            case Operation.Log _ -> Operation.Done.DONE;
            case Operation.Hangup hangup -> hangup(hangup.cause());
        };
    }

    private Operation.Done answer(boolean earlyMedia) {
        if (!answered) {
            line.emit(new TraceEvent.Answered(earlyMedia));
            answered = !earlyMedia;
            if (answered) {
                line.answered();
            }
        }
        return Operation.Done.DONE;
    }

    private long spokenMs(Operation.Record record) {
        Answer.Recording answer = answers.find(Answer.Recording.class, record, node);
        return answer == null ? Recordings.USUAL_SPEECH_MS : answer.spokenMs();
    }

    private Operation.Done transfer(Operation.Transfer transfer) {
        Answer.Transfer answer = answers.find(Answer.Transfer.class, transfer, Details.subject(transfer.to()));
        if (answer != null && !answer.worked()) {
            throw new CallFailure(Operation.Transfer.TRANSFER_FAILED, "The call cannot be transferred to \""
                    + Details.of(transfer.to()) + "\": the simulated world refuses it");
        }
        var end = new CallEnd(TRANSFER_CAUSE, CallEnd.Side.TRANSFERRED);
        line.end(end);
        throw new CallEnded(end);
    }

    private Operation.Done sendDtmf(Operation.SendDtmf dtmf) {
        long ms = (long) dtmf.digits().length() * (dtmf.toneMs() + dtmf.gapMs());
        line.waitUntil(line.now() + ms, line::typeAhead);
        return Operation.Done.DONE;
    }

    private Operation.Done hangup(String cause) {
        line.end(new CallEnd(cause, CallEnd.Side.FLOW));
        return Operation.Done.DONE;
    }

    @Override
    public String toString() {
        return "SimulatedCall[" + world.info().id() + " at " + line.now() + " ms, "
                + Objects.requireNonNullElse(line.end(), "up") + "]";
    }
}
