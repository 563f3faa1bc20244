package org.ivrea.designer.simulation;

import java.time.ZonedDateTime;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// A call that knows what it waits for. Used by the call's thread.
final class ObservedCall implements Call {
    private final Call call;
    private @Nullable Operation<?> running;
    private @Nullable Playing playing;
    private int keys;
    private boolean asked;
    private long ringsUntil;

    ObservedCall(Call call) {
        this.call = call;
    }

    /// Takes note of what happens.
    void saw(long atMs, TraceEvent event) {
        switch (event) {
            case TraceEvent.PromptStarted(String text, long ms) -> playing = new Playing(text, atMs, ms);
            case TraceEvent.PromptEnded _ -> playing = null;
            case TraceEvent.KeyPressed _ -> keys++;
            default -> {
            }
        }
    }

    /// The world is asked what comes of what is running.
    void asks() {
        asked = true;
    }

    @Nullable
    Playing playing() {
        return playing;
    }

    /// Whether a reply to a request is waited for.
    boolean isExchanging() {
        return running instanceof Operation.HttpExchange;
    }

    /// What it means to wait until then.
    Waiting waiting(long untilMs) {
        long now = call.elapsedMs();
        int of = running instanceof Operation.Collect collect ? collect.max() : 0;
        return new Waiting(kind(now, untilMs), now, untilMs, keys, of);
    }

    private Waiting.Kind kind(long now, long untilMs) {
        if (playing != null) {
            return Waiting.Kind.PROMPT;
        }
        return switch (running) {
            case Operation.Collect collect -> {
                boolean onlyInter = untilMs - now == collect.interDigitTimeoutMs()
                        && untilMs - now != collect.firstDigitTimeoutMs();
                yield keys > 0 || onlyInter ? Waiting.Kind.INTER_DIGIT : Waiting.Kind.FIRST_DIGIT;
            }
            case Operation.Dial _ -> rings(untilMs) ? Waiting.Kind.RING : Waiting.Kind.TALK;
            case Operation.Enqueue _ -> Waiting.Kind.QUEUE;
            case Operation.JoinConference _ -> Waiting.Kind.TALK;
            case Operation.Record _ -> Waiting.Kind.RECORDING;
            case Operation.LeaveVoicemail _ -> Waiting.Kind.RECORDING;
            case Operation.Listen _ -> Waiting.Kind.SPEECH;
            case Operation.HttpExchange _ -> Waiting.Kind.REPLY;
            case Operation.Sleep _ -> Waiting.Kind.PAUSE;
            case null, default -> Waiting.Kind.OTHER;
        };
    }

    /// What is waited for first after the world was asked is the ringing, the rest is talk.
    private boolean rings(long untilMs) {
        if (asked) {
            asked = false;
            ringsUntil = untilMs;
        }
        return untilMs <= ringsUntil;
    }

    @Override
    public <R> R perform(Operation<R> operation) {
        Operation<?> before = running;
        running = operation;
        keys = 0;
        asked = false;
        ringsUntil = 0;
        try {
            return call.perform(operation);
        } finally {
            running = before;
        }
    }

    @Override
    public CallInfo info() {
        return call.info();
    }

    @Override
    public void traceTo(TraceSink sink) {
        call.traceTo(sink);
    }

    @Override
    public @Nullable CallEnd end() {
        return call.end();
    }

    @Override
    public ZonedDateTime now() {
        return call.now();
    }

    @Override
    public long elapsedMs() {
        return call.elapsedMs();
    }
}
