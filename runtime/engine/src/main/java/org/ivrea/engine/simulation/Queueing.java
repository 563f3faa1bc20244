package org.ivrea.engine.simulation;

import java.util.Objects;
import org.ivrea.engine.call.Operation.Enqueue;
import org.ivrea.engine.call.Operation.QueueOutcome;
import org.ivrea.engine.call.Operation.QueueResult;
import org.jspecify.annotations.Nullable;

/// Has the caller wait for an agent.
final class Queueing {
    private static final long USUAL_WAIT_MS = 5_000;
    private static final long USUAL_PATIENCE_MS = 60_000;
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
        Answer.Queue answer = Objects.requireNonNullElse(
                answers.find(Answer.Queue.class, enqueue, enqueue.queue()), USUAL);
        long start = line.now();
        long outcomeAt = start + (answer.afterMs() >= 0 ? answer.afterMs() : usualMs(answer.outcome(), enqueue));
        long givenUpAt = enqueue.maxWaitMs() > 0 ? start + enqueue.maxWaitMs() : Long.MAX_VALUE;
        char exitKey = waitUntil(Math.min(outcomeAt, givenUpAt), enqueue);
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

    /// Plays music, and the announcement every now and then.
    ///
    /// @return the exit key that was pressed
    private char waitUntil(long until, Enqueue enqueue) {
        char[] exit = {Line.NONE};
        KeyListener keys = key -> {
            if (!enqueue.exitKeys().has(key)) {
                return line.typeAhead(key);
            }
            line.pressed(key, false);
            exit[0] = key;
            return true;
        };
        boolean announces = enqueue.announcementEveryMs() > 0 && !enqueue.announcement().isEmpty();
        long announceAt = announces ? line.now() + enqueue.announcementEveryMs() : Long.MAX_VALUE;
        boolean left = playback.run(enqueue.music(), Math.min(until, announceAt), keys);
        while (!left && line.now() < until) {
            left = line.waitUntil(Math.min(until, announceAt), keys);
            if (!left && line.now() < until) {
                left = playback.run(enqueue.announcement(), until, keys);
                announceAt += enqueue.announcementEveryMs();
            }
        }
        return exit[0];
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
