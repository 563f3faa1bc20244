package org.ivrea.designer.simulation;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.simulation.Answer;
import org.jspecify.annotations.Nullable;

/// A request that is made for real, and when in the call its reply came.
final class LiveExchange {
    private final HttpExchange request;
    private final long beganMs;
    private final CallLog.Input.Reply pending;
    private volatile @Nullable Thread worker;
    private volatile long repliedMs;
    private volatile @Nullable HttpOutcome outcome;

    /// @param beganMs of the call
    /// @param pending stands in the log until the reply is there
    LiveExchange(HttpExchange request, long beganMs, CallLog.Input.Reply pending) {
        this.request = request;
        this.beganMs = beganMs;
        this.pending = pending;
    }

    CallLog.Input.Reply pending() {
        return pending;
    }

    /// Waits for the reply, on the thread that then tells the call of it.
    HttpOutcome await(CompletableFuture<HttpOutcome> reply, LongSupplier clock) {
        worker = Thread.currentThread();
        HttpOutcome came;
        try {
            came = reply.get();
        } catch (InterruptedException _) {
            reply.cancel(true);
            return new HttpOutcome.Failed("the request was given up");
        } catch (ExecutionException e) {
            came = new HttpOutcome.Failed("the request failed: " + e.getCause());
        }
        repliedMs = clock.getAsLong();
        outcome = came;
        return came;
    }

    /// The reply must reach the call at the very moment that is noted of it, or the call would not go the same way again.
    long now(long otherwise) {
        return Thread.currentThread() == worker && outcome != null ? repliedMs : otherwise;
    }

    /// What has the call go the same way again; `null` while there is no reply.
    @Nullable
    Answer answer() {
        long delay = Math.clamp(repliedMs - beganMs, 0, request.timeoutMs() - 1);
        return switch (outcome) {
            case HttpOutcome.Reply(int status, String type, String body) ->
                new Answer.Http.Reply(status, Objects.requireNonNullElse(type, ""), body, delay);
            case HttpOutcome.TimedOut _ -> new Answer.Http.Timeout();
            case HttpOutcome.Failed(String reason) -> new Answer.Http.Failure(reason, delay);
            case null -> null;
        };
    }
}
