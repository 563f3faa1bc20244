package org.ivrea.freeswitch.conformance;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.freeswitch.call.Ticker;
import org.jspecify.annotations.Nullable;

/// Answers requests as the script has it, in the call's time: the flow's thread waits here until the driver has let that
/// time pass, with all that the caller does meanwhile.
final class PreparedHttp implements HttpPort {
    static final long NONE = -1;

    private static final int SERVER_ERROR = 500;

    private final OtherEnd otherEnd;
    private @Nullable WatchedCall call;
    private long deadline = NONE;
    private boolean reached;
    private boolean broken;
    /// What passes after the end of the call, when the host's time stands still.
    private volatile long extraMs;

    PreparedHttp(OtherEnd otherEnd) {
        this.otherEnd = otherEnd;
    }

    synchronized void call(WatchedCall watched) {
        call = watched;
    }

    Ticker ticker() {
        return () -> TimeUnit.MILLISECONDS.toNanos(extraMs);
    }

    @Override
    public HttpOutcome exchange(HttpExchange request) {
        HttpOutcome outcome = attempt(request);
        for (int retry = 0; retry < request.retries() && isWorthRetrying(request, outcome); retry++) {
            outcome = attempt(request);
        }
        return outcome;
    }

    private HttpOutcome attempt(HttpExchange request) {
        Answer.Http answer = otherEnd.http(request);
        if (answer == null) {
            return new HttpOutcome.Failed("no stub for " + request.method() + " " + request.service() + request.path()
                    + "; add one, or allow real requests");
        }
        long delay = switch (answer) {
            case Answer.Http.Reply reply -> reply.delayMs();
            case Answer.Http.Failure failure -> failure.delayMs();
            case Answer.Http.Timeout _ -> request.timeoutMs();
        };
        if (!pass(Math.min(delay, request.timeoutMs()))) {
            return new HttpOutcome.Failed("given up");
        }
        if (delay >= request.timeoutMs()) {
            return new HttpOutcome.TimedOut("no reply within " + request.timeoutMs() + " ms");
        }
        return switch (answer) {
            case Answer.Http.Reply reply ->
                reply.body().getBytes(StandardCharsets.UTF_8).length > request.maxResponseBytes()
                        ? new HttpOutcome.Failed("the reply is larger than " + request.maxResponseBytes() + " bytes")
                        : new HttpOutcome.Reply(reply.status(), reply.contentType(), reply.body());
            case Answer.Http.Failure failure -> new HttpOutcome.Failed(failure.reason());
            case Answer.Http.Timeout _ -> throw new IllegalStateException("a timeout comes before");
        };
    }

    private static boolean isWorthRetrying(HttpExchange request, HttpOutcome outcome) {
        boolean safe = request.method().equals("GET") || request.method().equals("HEAD");
        return safe && switch (outcome) {
            case HttpOutcome.Reply reply -> reply.status() >= SERVER_ERROR;
            case HttpOutcome.Failed _ -> true;
            case HttpOutcome.TimedOut _ -> false;
        };
    }

    /// @return false when the call ended meanwhile
    private synchronized boolean pass(long ms) {
        if (call != null && call.end() != null) {
            extraMs += ms;
            return true;
        }
        deadline = otherEnd.now() + ms;
        reached = false;
        broken = false;
        notifyAll();
        try {
            while (!reached) {
                wait();
            }
            return true;
        } catch (InterruptedException _) {
            deadline = NONE;
            return false;
        }
    }

    /// The driver waits for the flow to say until when it waits for a reply.
    ///
    /// @return [#NONE] when it does not wait any more and the host knows
    synchronized long awaitDeadline() throws InterruptedException {
        while (deadline == NONE && !broken) {
            wait();
        }
        return broken ? NONE : deadline;
    }

    /// The driver has let the time pass.
    synchronized void reach() {
        deadline = NONE;
        reached = true;
        notifyAll();
    }

    /// A control has reached the host.
    synchronized void broken() {
        broken = true;
        notifyAll();
    }
}
