package org.ivrea.engine.simulation;

import java.util.List;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation.Dial;
import org.ivrea.engine.call.Operation.DialOrder;
import org.ivrea.engine.call.Operation.DialOutcome;
import org.ivrea.engine.call.Operation.DialResult;
import org.ivrea.engine.call.Operation.DialTarget;

/// Connects the caller with others.
final class Dialling {
    private final Line line;
    private final Playback playback;
    private final AudioLengths lengths;
    private final Rings rings;
    private final Chance chance;

    Dialling(Line line, Playback playback, AudioLengths lengths, Answers answers, Chance chance) {
        this.line = line;
        this.playback = playback;
        this.lengths = lengths;
        this.rings = new Rings(answers);
        this.chance = chance;
    }

    DialResult dial(Dial dial) {
        List<DialTarget> targets = dial.targets();
        if (dial.order() == DialOrder.RANDOM) {
            targets = chance.shuffled(targets);
        }
        Answer.Dial last = Rings.NOBODY;
        if (dial.order() == DialOrder.SIMULTANEOUS) {
            last = rings.first(dial, targets);
            playback.over(dial.music(), line.now() + last.afterMs(), line::passOn);
        } else {
            for (int i = 0; i < targets.size() && last.outcome() != DialOutcome.ANSWERED; i++) {
                last = rings.of(dial, targets.get(i));
                playback.over(dial.music(), line.now() + last.afterMs(), line::passOn);
            }
        }
        return last.outcome() == DialOutcome.ANSWERED
                ? talk(dial, last.talkMs())
                : new DialResult(last.outcome(),
                        cause(last.outcome()), 0);
    }

    private DialResult talk(Dial dial, long talkMs) {
        long whisperMs = dial.whisper().stream().mapToLong(lengths::ms).sum();
        line.waitUntil(line.now() + whisperMs, line::passOn);
        long lasts = dial.maxTalkMs() > 0 ? Math.min(talkMs, dial.maxTalkMs()) : talkMs;
        line.waitUntil(line.now() + lasts, line::passOn);
        return new DialResult(DialOutcome.ANSWERED, CallEnd.NORMAL, lasts);
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
