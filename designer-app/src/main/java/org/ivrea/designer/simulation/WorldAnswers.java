package org.ivrea.designer.simulation;

import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Answerer;
import org.ivrea.engine.simulation.HttpPort;
import org.jspecify.annotations.Nullable;

/// Answers what a call asks of the world: by the log when the call is run again, else by stubs, the person or a real
/// service. Used by the call's thread, apart from [#answered].
final class WorldAnswers implements Answerer, HttpPort {

    /// A question and where its answer goes.
    private record Open(Question question, CompletableFuture<Reply> reply) {}

    /// @param answer `null` for what is usual
    record Reply(@Nullable Answer answer) {}

    private final LiveRun run;
    private final RunControl control;
    private final Supplier<WorldSettings> settings;
    private final LiveRequests requests;
    private final StubBook stubs = new StubBook();
    private volatile @Nullable Open open;
    private volatile @Nullable LiveExchange exchange;

    WorldAnswers(LiveRun run, RunControl control, Supplier<WorldSettings> settings, LiveRequests requests) {
        this.run = run;
        this.control = control;
        this.settings = settings;
        this.requests = requests;
    }

    @Override
    public @Nullable Answer answer(Operation<?> operation, String subject) {
        WorldKind kind = WorldKind.of(operation);
        if (kind == null) {
            return null;
        }
        requestEnded();
        run.asks();
        Answer stubbed = stubs.find(settings.get().stubs(), operation, kind, subject);
        String shown = shown(operation, subject);
        Answer answer = run.reply(kind, shown, () -> stubbed != null ? stubbed : decide(operation, kind, shown));
        return answer == null && operation instanceof HttpExchange request && !isRequesting()
                ? unanswered(request)
                : answer;
    }

    private static Answer unanswered(HttpExchange request) {
        return new Answer.Http.Failure("no stub for " + request.method() + " " + request.service() + request.shownPath()
                + "; add one, or have requests made for real", 0);
    }

    @Override
    public Answer.@Nullable Clock clock(String node, ZonedDateTime now) {
        WorldSettings known = settings.get();
        Answer stubbed = stubs.find(known.stubs(), null, WorldKind.CLOCK, node);
        boolean asks = stubbed == null && known.policy(WorldKind.CLOCK) == AnswerPolicy.ASK;
        Answer answer = run.reply(WorldKind.CLOCK, node,
                () -> asks ? ask(Question.ofClock(node, now)) : stubbed);
        return answer instanceof Answer.Clock clock ? clock : null;
    }

    /// The subject without secrets: a pattern that stands for them.
    private static String shown(Operation<?> operation, String subject) {
        return switch (operation) {
            case HttpExchange http -> http.service() + " " + http.method() + " "
                    + http.shownPath().replaceAll(Template.MASK.charAt(0) + "+", "*");
            case Operation.Dial dial when dial.targets().stream().anyMatch(WorldAnswers::isSecret) -> "*";
            case Operation.Transfer transfer when isSecret(transfer.to()) -> "*";
            default -> subject;
        };
    }

    private static boolean isSecret(Operation.DialTarget target) {
        return target instanceof Operation.DialTarget.Number number && number.secret();
    }

    private @Nullable Answer decide(Operation<?> operation, WorldKind kind, String subject) {
        return switch (settings.get().policy(kind)) {
            case USUAL -> null;
            case ASK -> ask(Question.of(kind, run.node(), operation, subject, run.exits()));
            case LIVE -> operation instanceof HttpExchange request ? request(request, subject) : null;
        };
    }

    private @Nullable Answer ask(Question question) {
        var asked = new Open(question, new CompletableFuture<>());
        open = asked;
        try {
            Reply reply = control.awaitPerson(asked.reply);
            return reply == null ? null : reply.answer();
        } finally {
            open = null;
        }
    }

    /// The question that the person is to answer; `null` for none.
    @Nullable
    Question question() {
        Open asked = open;
        return asked == null ? null : asked.question;
    }

    /// The person's answer. Any thread.
    void answered(@Nullable Answer answer) {
        Open asked = open;
        if (asked != null) {
            asked.reply.complete(new Reply(answer));
        }
    }

    /// From now on the engine waits for a real reply: time passes as on the wall, music plays, keys count.
    private @Nullable Answer request(HttpExchange request, String subject) {
        var giveUp = new Answer.Http.Failure("the request was given up", request.timeoutMs());
        exchange = new LiveExchange(request, run.elapsedMs(), run.pending(subject, giveUp));
        control.real(true);
        return null;
    }

    boolean isRequesting() {
        return exchange != null;
    }

    /// Makes the request, on a thread of its own.
    @Override
    public HttpOutcome exchange(HttpExchange request) {
        LiveExchange made = exchange;
        return made == null
                ? new HttpOutcome.Failed("the request was given up")
                : made.await(requests.send(settings.get().http(), request), control::now);
    }

    /// The moment at which the thread of a request tells of its reply is that of the reply.
    long now(long otherwise) {
        LiveExchange made = exchange;
        return made == null ? otherwise : made.now(otherwise);
    }

    /// The engine has what came of the request, or gave it up.
    void requestEnded() {
        LiveExchange made = exchange;
        if (made != null) {
            exchange = null;
            control.real(false);
            Answer answer = made.answer();
            if (answer != null) {
                run.replied(made.pending(), answer);
            }
        }
    }
}
