package org.ivrea.engine.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.Dial;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
import org.ivrea.engine.call.Operation.DialTarget;
import org.jspecify.annotations.Nullable;

/// Connects the caller with others.
final class Dialling {
    private static final Answer.Dial USUAL = new Answer.Dial(DialOutcome.ANSWERED, 3_000, 20_000);

    private final Line line;
    private final Playback playback;
    private final AudioLengths lengths;
    private final Answers answers;
    private final Chance chance;

    Dialling(Line line, Playback playback, AudioLengths lengths, Answers answers, Chance chance) {
        this.line = line;
        this.playback = playback;
        this.lengths = lengths;
        this.answers = answers;
        this.chance = chance;
    }

    DialResult dial(Dial dial) {
        List<DialTarget> targets = dial.targets();
        if (dial.order() == DialOrder.RANDOM) {
            targets = new ArrayList<>(targets);
            Collections.shuffle(targets, chance.random());
        }
        Ring last = new Ring(DialOutcome.UNREACHABLE, 0, 0);
        if (dial.order() == DialOrder.SIMULTANEOUS) {
            last = first(dial, targets);
            ring(line.now() + last.afterMs, dial.music());
        } else {
            for (int i = 0; i < targets.size() && last.outcome != DialOutcome.ANSWERED; i++) {
                last = rings(dial, targets.get(i));
                ring(line.now() + last.afterMs, i == 0 ? dial.music() : List.of());
            }
        }
        return last.outcome == DialOutcome.ANSWERED
                ? talk(dial, last.talkMs)
                : new DialResult(last.outcome,
                        cause(last.outcome), 0);
    }

    /// What comes of ringing one target.
    private record Ring(DialOutcome outcome, long afterMs, long talkMs) {}

    private Ring rings(Dial dial, DialTarget target) {
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
            return new Ring(DialOutcome.NO_ANSWER, dial.ringMs(), 0);
        }
        return new Ring(answer.outcome(), after, answer.talkMs());
    }

    /// The first one to answer, or else the last one to fail.
    private Ring first(Dial dial, List<DialTarget> targets) {
        @Nullable Ring best = null;
        for (DialTarget target : targets) {
            Ring ring = rings(dial, target);
            boolean answered = ring.outcome == DialOutcome.ANSWERED;
            if (best == null) {
                best = ring;
            } else if (best.outcome == DialOutcome.ANSWERED) {
                best = answered && ring.afterMs < best.afterMs ? ring : best;
            } else {
                best = answered || ring.afterMs > best.afterMs ? ring : best;
            }
        }
        return best == null ? new Ring(DialOutcome.UNREACHABLE, 0, 0) : best;
    }

    private void ring(long until, List<Audio> music) {
        playback.run(music, until, line::passOn);
        line.waitUntil(until, line::passOn);
    }

    private DialResult talk(Dial dial, long talkMs) {
        long whisperMs = dial.whisper().stream().mapToLong(lengths::ms).sum();
        line.waitUntil(line.now() + whisperMs, line::passOn);
        long lasts = dial.maxTalkMs() > 0 ? Math.min(talkMs, dial.maxTalkMs()) : talkMs;
        line.waitUntil(line.now() + lasts, line::passOn);
        return new DialResult(DialOutcome.ANSWERED, CallEnd.NORMAL, lasts);
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

    private static String cause(DialOutcome outcome) {
        return switch (outcome) {
            case ANSWERED -> CallEnd.NORMAL;
            case BUSY -> "USER_BUSY";
            case NO_ANSWER -> "NO_ANSWER";
            case REJECTED -> "CALL_REJECTED";
            case UNREACHABLE -> "NO_ROUTE_DESTINATION";
            case CANCELLED -> "ORIGINATOR_CANCEL";
        };
    }
}
