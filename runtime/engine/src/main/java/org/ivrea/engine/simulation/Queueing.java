package org.ivrea.engine.simulation;

import java.util.Objects;
import org.ivrea.engine.call.Operation.Announcements;
import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.QueuePlace;
import org.ivrea.engine.call.Operation.QueueResult;
import org.jspecify.annotations.Nullable;

/// Has the caller wait for an agent.
final class Queueing {
    private static final long USUAL_WAIT_MS = 5_000;
    private static final long USUAL_PATIENCE_MS = 60_000;
    /// How long each caller before this one takes.
    private static final long USUAL_TURN_MS = 30_000;
    private static final long NEVER = Long.MAX_VALUE;
    private static final Answer.Queue USUAL = new Answer.Queue(QueueOutcome.ANSWERED, null, USUAL_WAIT_MS, 20_000);

    private final Line line;
    private final Playback playback;
    private final Answers answers;

    Queueing(Line line, Playback playback, Answers answers) {
        this.line = line;
        this.playback = playback;
        this.answers = answers;
    }

    QueueResult enqueue(Enqueue enqueue) {
        Answer.Queue answer = answer(enqueue, answers);
        long start = line.now();
        Runnable stayAway = pressExitKey(answer, enqueue, line.agenda);
        long outcomeAt = start + answer.afterMs();
        long givenUpAt = enqueue.maxWaitMs() > 0 ? start + enqueue.maxWaitMs() : Long.MAX_VALUE;
        char exitKey = waitUntil(Math.min(outcomeAt, givenUpAt), outcomeAt, enqueue);
        stayAway.run();
        long waited = line.now() - start;
        if (exitKey != Line.NONE) {
            return new QueueResult(QueueOutcome.EXIT_KEY, exitKey, waited);
        }
        if (givenUpAt < outcomeAt) {
            return new QueueResult(QueueOutcome.TIMEOUT, null, waited);
        }
        if (answer.outcome() == QueueOutcome.ANSWERED) {
            line.waitUntil(line.now() + answer.talkMs(), line::passOn);
        }
        return new QueueResult(answer.outcome(), key(answer), waited);
    }

    /// What comes of waiting, with the time after which it is known.
    static Answer.Queue answer(Enqueue enqueue, Answers answers) {
        Answer.Queue answer = Objects.requireNonNullElse(
                answers.find(Answer.Queue.class, enqueue, enqueue.queue()), USUAL);
        return answer.afterMs() >= 0
                ? answer
                : new Answer.Queue(answer.outcome(), answer.key(), usualMs(answer.outcome(), enqueue),
                        answer.talkMs());
    }

    /// An answer that the caller leaves by a key has the caller press it.
    ///
    /// @return has the caller not press it, when something else came first
    static Runnable pressExitKey(Answer.Queue answer, Enqueue enqueue, Agenda agenda) {
        Character key = answer.key();
        return answer.outcome() == QueueOutcome.EXIT_KEY && key != null && enqueue.exitKeys().has(key)
                ? agenda.then(agenda.now() + answer.afterMs(), () -> agenda.key(agenda.now(), key))
                : () -> {};
    }

    /// Plays music, and announcements every now and then.
    ///
    /// @param agentAt when an agent is free
    /// @return the exit key that was pressed
    private char waitUntil(long until, long agentAt, Enqueue enqueue) {
        char[] exit = {Line.NONE};
        KeyListener keys = key -> {
            if (!enqueue.exitKeys().has(key)) {
                return line.typeAhead(key);
            }
            line.pressed(key, false);
            exit[0] = key;
            return true;
        };
        Announcements announcements = enqueue.announcements();
        long announceAt = announcements.firstAfterMs() < 0 ? NEVER : line.now() + announcements.firstAfterMs();
        boolean left = false;
        while (!left && line.now() < until) {
            left = playback.over(enqueue.music(), Math.min(until, announceAt), keys);
            if (!left && line.now() < until) {
                left = playback.run(announcements.announcement().at(place(agentAt - line.now())), until, keys);
                announceAt = announcements.everyMs() == 0 ? NEVER : announceAt + announcements.everyMs();
            }
        }
        return exit[0];
    }

    private static QueuePlace place(long waitMs) {
        return new QueuePlace((int) Math.min(1 + waitMs / USUAL_TURN_MS, Integer.MAX_VALUE), waitMs);
    }

    private static @Nullable Character key(Answer.Queue answer) {
        return answer.outcome() == QueueOutcome.EXIT_KEY ? answer.key() : null;
    }

    private static long usualMs(QueueOutcome outcome, Enqueue enqueue) {
        return switch (outcome) {
            case ANSWERED, EXIT_KEY -> USUAL_WAIT_MS;
            case TIMEOUT -> enqueue.maxWaitMs() > 0 ? enqueue.maxWaitMs() : USUAL_PATIENCE_MS;
            case FULL, NO_AGENTS, CLOSED -> 0;
        };
    }
}
