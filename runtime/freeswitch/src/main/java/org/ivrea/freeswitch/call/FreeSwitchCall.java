package org.ivrea.freeswitch.call;

import java.time.ZonedDateTime;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.OperationReports;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.bridge.RecordType;
import org.jspecify.annotations.Nullable;

/// A call on the switch. Its trace is the one that a simulated call would write.
public final class FreeSwitchCall implements Call {
    private final CallInfo info;
    private final CallLine line;
    private final CallServices services;
    private final Host host;
    private final Playing playing;
    private final Recordings recordings;
    private final Dialling dialling;
    private final Conversations conversations;
    private final Requests requests;
    private boolean answered;

    public FreeSwitchCall(CallInfo info, CallLine line, AudioItems items, CallServices services) {
        this.info = info;
        this.line = line;
        this.services = services;
        host = new Host(line, items);
        playing = new Playing(host);
        recordings = new Recordings(host, services.recordings());
        dialling = new Dialling(host, services.bindings(), services.luck());
        conversations = new Conversations(host, services.bindings());
        requests = new Requests(host, services.http());
    }

    /// Who is told of keys at once while operations run.
    ///
    /// @param handler `null` for nobody, which costs least
    public void keysTo(@Nullable KeyHandler handler) {
        KeyHandler _ = host.controls().keys(handler);
    }

    @Override
    public CallInfo info() {
        return info;
    }

    @Override
    public void traceTo(TraceSink sink) {
        host.traceTo(sink);
    }

    @Override
    public @Nullable CallEnd end() {
        return line.end();
    }

    @Override
    public ZonedDateTime now() {
        return services.clock().now(line.elapsedMs());
    }

    @Override
    public long elapsedMs() {
        return line.elapsedMs();
    }

    @Override
    @SuppressWarnings("unchecked") // each operation gives its own kind of result
    public <R> R perform(Operation<R> operation) {
        if (operation.needsCaller()) {
            line.requireCaller();
        }
        return (R) OperationReports.reported(operation, host::emit, () -> result(operation));
    }

    private Object result(Operation<?> operation) {
        return switch (operation) {
            case Operation.Answer _ -> answer(false);
            case Operation.PreAnswer _ -> answer(true);
            case Operation.Play play -> playing.play(play);
            case Operation.Collect collect -> playing.collect(collect);
            case Operation.Record record -> recordings.record(record);
            case Operation.PlayBack playBack -> recordings.playBack(playBack);
            case Operation.Sleep sleep -> playing.sleep(sleep);
            case Operation.Dial dial -> dialling.dial(dial);
            case Operation.Transfer transfer -> dialling.transfer(transfer);
            case Operation.Enqueue enqueue -> conversations.enqueue(enqueue);
            case Operation.LeaveVoicemail voicemail -> conversations.voicemail(voicemail);
            case Operation.JoinConference conference -> conversations.conference(conference);
            case Operation.ControlRecording control -> recordings.control(control);
            case Operation.SendDtmf dtmf -> playing.sendDtmf(dtmf);
            case Operation.Listen listen -> playing.listen(listen);
            case Operation.Execute execute -> dialling.execute(execute);
            case Operation.SetChannelVariable set -> setVariable(set);
            case Operation.HttpExchange http -> requests.exchange(http);
            case Operation.Draw draw -> services.luck().draw(draw);
            case Operation.Log log -> log(log);
            case Operation.Hangup hangup -> hangup(hangup.cause());
        };
    }

    /// The host answers together with what comes next.
    private Operation.Done answer(boolean earlyMedia) {
        if (!answered) {
            line.begin(earlyMedia ? RecordType.PRE_ANSWER : RecordType.ANSWER, RecordType.QUIET);
            line.holdLinked();
            host.emit(new TraceEvent.Answered(earlyMedia));
            answered = !earlyMedia;
        }
        return Operation.Done.DONE;
    }

    private Operation.Done setVariable(Operation.SetChannelVariable set) {
        if (!services.bindings().allowsVariable(set.name())) {
            throw new CallFailure("variable-refused", "The server does not let flows set the channel variable \""
                    + set.name() + "\"; ask the operator to list it");
        }
        line.begin(RecordType.SET_VARIABLE, RecordType.QUIET).text(set.name()).text(set.value());
        line.hold();
        return Operation.Done.DONE;
    }

    private Operation.Done log(Operation.Log log) {
        line.log(switch (log.level()) {
            case "debug" -> LogLevel.DEBUG;
            case "warning" -> LogLevel.WARNING;
            case "error" -> LogLevel.ERROR;
            default -> LogLevel.INFO;
        }, log.text());
        return Operation.Done.DONE;
    }

    private Operation.Done hangup(String cause) {
        line.endByFlow(cause);
        return Operation.Done.DONE;
    }

    @Override
    public String toString() {
        return "FreeSwitchCall[" + info.id() + "]";
    }
}
