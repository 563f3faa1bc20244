package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.Operation.Dial;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialTarget;
import org.jspecify.annotations.Nullable;

/// What comes of ringing somebody.
final class Rings {
    /// What comes of ringing nobody.
    static final Answer.Dial NOBODY = new Answer.Dial(DialOutcome.UNREACHABLE, 0, 0);

    private static final Answer.Dial USUAL = new Answer.Dial(DialOutcome.ANSWERED, 3_000, 20_000);

    private final Answers answers;

    Rings(Answers answers) {
        this.answers = answers;
    }

    /// @return with the time after which it is known
    Answer.Dial of(Dial dial, DialTarget target) {
        String subject = Details.subject(target);
        Answer.Dial answer = answers.stubbed(Answer.Dial.class, subject);
        if (answer == null && target instanceof DialTarget.Number(_, String gateway, _) && gateway != null) {
            answer = answers.stubbed(Answer.Dial.class, gateway);
        }
        if (answer == null) {
            answer = answers.asked(Answer.Dial.class, dial, subject);
        }
        if (answer == null) {
            answer = USUAL;
        }
        long after = answer.afterMs() >= 0 ? answer.afterMs() : usualMs(answer.outcome(), dial.ringMs());
        if (answer.outcome() == DialOutcome.NO_ANSWER || after > dial.ringMs()) {
            return new Answer.Dial(DialOutcome.NO_ANSWER, dial.ringMs(), 0);
        }
        return new Answer.Dial(answer.outcome(), after, answer.talkMs());
    }

    /// The first one to answer, or else the last one to fail.
    Answer.Dial first(Dial dial, List<DialTarget> targets) {
        Answer.@Nullable Dial best = null;
        for (DialTarget target : targets) {
            Answer.Dial ring = of(dial, target);
            boolean answered = ring.outcome() == DialOutcome.ANSWERED;
            if (best == null) {
                best = ring;
            } else if (best.outcome() == DialOutcome.ANSWERED) {
                best = answered && ring.afterMs() < best.afterMs() ? ring : best;
            } else {
                best = answered || ring.afterMs() > best.afterMs() ? ring : best;
            }
        }
        return best == null ? NOBODY : best;
    }

    private static long usualMs(DialOutcome outcome, int ringMs) {
        return switch (outcome) {
            case ANSWERED -> 3_000;
            case BUSY -> 1_000;
            case REJECTED -> 2_000;
            case UNREACHABLE -> 500;
            case NO_ANSWER, CANCELLED -> ringMs;
        };
    }
}
