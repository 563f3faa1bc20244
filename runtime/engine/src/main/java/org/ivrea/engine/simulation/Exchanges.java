package org.ivrea.engine.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.jspecify.annotations.Nullable;

/// Answers requests from stubs, or has them made for real.
final class Exchanges {
    private static final int SERVER_ERROR = 500;

    private final Line line;
    private final Playback playback;
    private final Answers answers;
    private final @Nullable HttpPort http;
    private final boolean paced;
    private final List<HttpExchange> requests = new ArrayList<>();

    Exchanges(Line line, Playback playback, Answers answers, @Nullable HttpPort http, boolean paced) {
        this.line = line;
        this.playback = playback;
        this.answers = answers;
        this.http = http;
        this.paced = paced;
    }

    List<HttpExchange> requests() {
        return List.copyOf(requests);
    }

    HttpOutcome exchange(HttpExchange request) {
        requests.add(request);
        String subject = subject(request);
        HttpOutcome outcome = attempt(request, subject, request.meanwhile().isEmpty());
        for (int retry = 0; retry < request.retries() && isWorthRetrying(request, outcome); retry++) {
            outcome = attempt(request, subject, true);
        }
        return outcome;
    }

    /// What a stub for the request names.
    static String subject(HttpExchange request) {
        return request.service() + " " + request.method() + " " + request.path();
    }

    private HttpOutcome attempt(HttpExchange request, String subject, boolean silent) {
        Answer.Http answer = answers.find(Answer.Http.class, request, subject);
        if (answer != null) {
            return prepared(request, answer, silent);
        }
        if (http == null) {
            return new HttpOutcome.Failed("no stub for " + request.method() + " " + request.service()
                    + request.path() + "; add one, or allow real requests");
        }
        return paced ? besideTheCall(http, request, silent) : http.exchange(request);
    }

    private HttpOutcome prepared(HttpExchange request, Answer.Http answer, boolean silent) {
        long delay = switch (answer) {
            case Answer.Http.Reply reply -> reply.delayMs();
            case Answer.Http.Failure failure -> failure.delayMs();
            case Answer.Http.Timeout _ -> request.timeoutMs();
        };
        waitUntil(line.now() + Math.min(delay, request.timeoutMs()), request, silent, line::typeAhead);
        if (delay >= request.timeoutMs()) {
            return new HttpOutcome.TimedOut("no reply within " + request.timeoutMs() + " ms");
        }
        return switch (answer) {
            case Answer.Http.Reply reply -> checked(request, reply);
            case Answer.Http.Failure failure -> new HttpOutcome.Failed(failure.reason());
            case Answer.Http.Timeout _ -> throw new IllegalStateException("a timeout comes before");
        };
    }

    private static HttpOutcome checked(HttpExchange request, Answer.Http.Reply reply) {
        // A character takes one byte or more: most replies need no counting.
        boolean tooLarge = reply.body().length() > request.maxResponseBytes() / 4
                && reply.body().getBytes(StandardCharsets.UTF_8).length > request.maxResponseBytes();
        return tooLarge
                ? new HttpOutcome.Failed("the reply is larger than " + request.maxResponseBytes() + " bytes")
                : new HttpOutcome.Reply(reply.status(), reply.contentType(), reply.body());
    }

    /// Makes the request on another thread, so that the caller can hang up meanwhile.
    private HttpOutcome besideTheCall(HttpPort port, HttpExchange request, boolean silent) {
        var outcome = new AtomicReference<@Nullable HttpOutcome>();
        Thread worker = Thread.ofVirtual().name("simulated-http").unstarted(() -> {
            HttpOutcome made;
            try {
                made = port.exchange(request);
            } catch (RuntimeException e) {
                made = new HttpOutcome.Failed("the request failed: " + e);
            }
            outcome.set(made);
            line.agenda.postSignal();
        });
        line.signals(true);
        worker.start();
        try {
            waitUntil(Long.MAX_VALUE, request, silent, key -> {
                if (key != Line.SIGNAL) {
                    return line.typeAhead(key);
                }
                return outcome.get() != null;
            });
        } finally {
            line.signals(false);
            worker.interrupt();
        }
        HttpOutcome made = outcome.get();
        return made == null ? new HttpOutcome.Failed("the request was given up") : made;
    }

    private void waitUntil(long deadline, HttpExchange request, boolean silent, KeyListener listener) {
        if (line.end() != null) {
            line.waitWithoutCaller(deadline);
        } else if (silent || !playsMeanwhile(deadline, request, listener)) {
            line.waitUntil(deadline, listener);
        }
    }

    /// @return true when the listener ended it
    private boolean playsMeanwhile(long deadline, HttpExchange request, KeyListener listener) {
        long begins = line.now() + HttpExchange.MEANWHILE_AFTER_MS;
        return line.waitUntil(Math.min(begins, deadline), listener)
                || playback.run(request.meanwhile(), deadline, listener);
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
