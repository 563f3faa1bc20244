package org.ivrea.freeswitch.call;

import java.time.ZonedDateTime;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.Details;
import org.ivrea.engine.simulation.Names;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.bridge.RecordType;
import org.jspecify.annotations.Nullable;

/// A call on the switch. Its trace is the one that a simulated call would write.
public final class FreeSwitchCall implements Call {
    private static final String DONE = "done";

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
        return (R) result(operation);
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
            case Operation.Dial dial -> reported("dial", Details.of(dial), () -> dialling.dial(dial),
                    result -> Names.of(result.outcome()));
            case Operation.Transfer transfer -> reported("transfer", Details.of(transfer.to()),
                    () -> dialling.transfer(transfer), _ -> DONE);
            case Operation.Enqueue enqueue -> reported("queue", enqueue.queue(), () -> conversations.enqueue(enqueue),
                    result -> Names.of(result.outcome()));
            case Operation.LeaveVoicemail voicemail -> reported("voicemail", voicemail.mailbox(),
                    () -> conversations.voicemail(voicemail), result -> result.left() ? "left" : "nothing");
            case Operation.JoinConference conference -> reported("conference", conference.room(),
                    () -> conversations.conference(conference), Names::of);
            case Operation.ControlRecording control -> reported("call-recording",
                    (Names.of(control.action()) + " " + control.file()).strip(), () -> recordings.control(control),
                    _ -> DONE);
            case Operation.SendDtmf dtmf -> reported("send-dtmf", Details.of(dtmf), () -> playing.sendDtmf(dtmf),
                    _ -> DONE);
            case Operation.Listen listen -> reported("speech", Details.of(listen), () -> playing.listen(listen),
                    result -> Names.of(result.outcome()));
            case Operation.Execute execute -> reported("execute", execute.name(), () -> dialling.execute(execute),
                    result -> result ? DONE : "failed");
            case Operation.SetChannelVariable set -> reported("channel-variable", Details.of(set),
                    () -> setVariable(set), _ -> DONE);
            case Operation.HttpExchange http -> reported("http", Details.of(http), () -> requests.exchange(http),
                    Details::outcome);
            case Operation.Draw draw -> services.luck().draw(draw);
            case Operation.Log log -> log(log);
            case Operation.Hangup hangup -> hangup(hangup.cause());
        };
    }

    private <R> R reported(String name, String detail, Supplier<R> work, Function<R, String> outcome) {
        host.emit(new TraceEvent.OperationStarted(name, detail));
        try {
            R result = work.get();
            host.emit(new TraceEvent.OperationEnded(name, outcome.apply(result)));
            return result;
        } catch (CallEnded e) {
            host.emit(new TraceEvent.OperationEnded(name, e.end().side() == CallEnd.Side.TRANSFERRED
                    ? "transferred"
                    : "hangup"));
            throw e;
        } catch (CallFailure e) {
            host.emit(new TraceEvent.OperationEnded(name, e.code()));
            throw e;
        } catch (RuntimeException e) {
            // What an operation asks the flow for meanwhile, such as an announcement, may fail.
            host.emit(new TraceEvent.OperationEnded(name, "failed"));
            throw e;
        }
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
