package org.ivrea.freeswitch.conformance;

import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.engine.simulation.OtherEnd;

/// Answers requests as the script has it, after the time that it says, on the wall's clock.
final class RealTimeHttp implements HttpPort {
    private static final int SERVER_ERROR = 500;

    private final OtherEnd otherEnd;

    RealTimeHttp(OtherEnd otherEnd) {
        this.otherEnd = otherEnd;
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
        Answer.Http answer;
        synchronized (otherEnd) {
            answer = otherEnd.http(request);
        }
        if (answer == null) {
            return new HttpOutcome.Failed("no stub");
        }
        long delay = switch (answer) {
            case Answer.Http.Reply reply -> reply.delayMs();
            case Answer.Http.Failure failure -> failure.delayMs();
            case Answer.Http.Timeout _ -> request.timeoutMs();
        };
        try {
            Thread.sleep(Math.min(delay, request.timeoutMs()));
        } catch (InterruptedException _) {
            return new HttpOutcome.Failed("given up");
        }
        return delay >= request.timeoutMs()
                ? new HttpOutcome.TimedOut("no reply within " + request.timeoutMs() + " ms")
                : switch (answer) {
                    case Answer.Http.Reply reply ->
                        new HttpOutcome.Reply(reply.status(), reply.contentType(), reply.body());
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
}
