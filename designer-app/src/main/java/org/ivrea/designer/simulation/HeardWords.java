package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// What a caller heard of one prompt, for a script to wait for.
///
/// @param text   secrets masked
/// @param endsMs when it ended or was cut short
record HeardWords(long startMs, long lengthMs, String text, long endsMs) {
    /// More words make a script hard to read and no surer.
    private static final int LONGEST = 70;
    private static final int SHORTEST = 2;
    private static final char MASK = '•';

    /// All prompts of a call that say words, in order.
    static List<HeardWords> of(List<Timed> events) {
        List<HeardWords> heard = new ArrayList<>();
        boolean open = false;
        for (Timed timed : events) {
            if (timed.event() instanceof TraceEvent.PromptStarted(String text, long ms)) {
                heard.add(new HeardWords(timed.atMs(), ms, text.replaceAll("\\s+", " "), Long.MAX_VALUE));
                open = true;
            } else if (open && (timed.event() instanceof TraceEvent.PromptEnded)) {
                HeardWords last = heard.removeLast();
                heard.add(new HeardWords(last.startMs, last.lengthMs, last.text, timed.atMs()));
                open = false;
            }
        }
        heard.removeIf(words -> words.text.startsWith("["));
        return heard;
    }

    /// Words that were surely spoken up to the moment, as few as can be recognized.
    ///
    /// @return `null` when there are none
    @Nullable
    String upTo(long ms) {
        String spoken = spoken(Math.min(ms, endsMs));
        String best = null;
        for (String piece : spoken.split(MASK + "+")) {
            String candidate = shortened(piece.strip());
            if (candidate.chars().filter(Character::isLetterOrDigit).count() >= SHORTEST) {
                best = candidate;
            }
        }
        return best;
    }

    private String spoken(long ms) {
        if (ms >= startMs + lengthMs) {
            return text;
        }
        int characters = (int) (text.length() * Math.max(0, ms - startMs) / Math.max(1, lengthMs));
        int word = text.lastIndexOf(' ', characters);
        return word <= 0 ? "" : text.substring(0, word);
    }

    /// The last sentence, or the end of it.
    private static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        String end = words.substring(words.length() - LONGEST);
        int sentence = Math.max(end.lastIndexOf(". ", end.length() - 8), end.lastIndexOf("? ", end.length() - 8));
        int from = sentence >= 0 ? sentence + 2 : end.indexOf(' ') + 1;
        return end.substring(from);
    }
}
