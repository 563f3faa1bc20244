package org.ivrea.designer.simulation;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Answerer;
import org.jspecify.annotations.Nullable;

/// Answers what a call asks of the world: by the log when the call is run again, else by stubs, the person or a real
/// service. Used by the call's thread, apart from [#answered].
final class WorldAnswers implements Answerer {

    /// A question and where its answer goes.
    private record Open(Question question, CompletableFuture<Reply> reply) {}

    /// @param answer `null` for what is usual
    record Reply(@Nullable Answer answer) {}

    private final LiveRun run;
    private final RunControl control;
    private final Supplier<WorldSettings> settings;
    private final LiveRequests requests;
    private final WallTime wall;
    private final StubBook stubs = new StubBook();
    private volatile @Nullable Open open;

    WorldAnswers(LiveRun run, RunControl control, Supplier<WorldSettings> settings, LiveRequests requests,
            WallTime wall) {
        this.run = run;
        this.control = control;
        this.settings = settings;
        this.requests = requests;
        this.wall = wall;
    }

    @Override
    public @Nullable Answer answer(Operation<?> operation, String subject) {
        WorldKind kind = WorldKind.of(operation);
        if (kind == null) {
            return null;
        }
        run.asks();
        Answer stubbed = stubs.find(settings.get().stubs(), operation, kind, subject);
        String shown = shown(operation, subject);
        return run.reply(kind, shown, () -> stubbed != null ? stubbed : decide(operation, kind, shown));
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
            case ASK -> ask(Question.of(kind, run.node(), operation, subject));
            case LIVE -> operation instanceof HttpExchange request ? real(request) : null;
        };
    }

    private @Nullable Answer ask(Question question) {
        var asked = new Open(question, new CompletableFuture<>());
        open = asked;
        try {
            Reply reply = control.awaitOutside(asked.reply, true);
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

    /// Time of the call passes as on the wall, whatever the speed: services know nothing of ours.
    private Answer real(HttpExchange request) {
        long began = wall.nanos();
        CompletableFuture<HttpOutcome> future = requests.send(settings.get().http(), request);
        HttpOutcome outcome = control.awaitOutside(future, false);
        long ms = TimeUnit.NANOSECONDS.toMillis(wall.nanos() - began);
        if (outcome == null) {
            future.cancel(true);
        }
        control.jumpTo(run.now() + ms);
        return switch (outcome) {
            case HttpOutcome.Reply(int status, String type, String body) ->
                new Answer.Http.Reply(status, Objects.requireNonNullElse(type, ""), body, ms);
            case HttpOutcome.TimedOut _ -> new Answer.Http.Timeout();
            case HttpOutcome.Failed(String reason) -> new Answer.Http.Failure(reason, ms);
            case null -> new Answer.Http.Failure("the request was given up", ms);
        };
    }
}
