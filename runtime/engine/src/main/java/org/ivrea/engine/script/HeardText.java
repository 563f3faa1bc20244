package org.ivrea.engine.script;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.simulation.Utterance;
import org.jspecify.annotations.Nullable;

/// All that the caller heard so far, as one text, and when each word of it was spoken.
final class HeardText {

    /// A place in the text.
    ///
    /// @param end  behind the last character
    /// @param atMs when that was, or will be, spoken
    record Found(int end, long atMs) {}

    private record Segment(int start, int end, Utterance utterance) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable SpokenText spoken;
    private int spokenFrom;

    void begins(Utterance utterance) {
        if (!text.isEmpty()) {
            text.append(' ');
        }
        int start = text.length();
        appendCollapsed(utterance.text());
        segments.add(new Segment(start, text.length(), utterance));
        spoken = null;
    }

    /// Forgets what was not spoken any more of the last utterance.
    void breaksOff(Utterance utterance, long atMs) {
        Segment last = segments.getLast();
        if (last.utterance != utterance) {
            return;
        }
        int keep = last.start + spokenCharacters(last, atMs);
        segments.set(segments.size() - 1, new Segment(last.start, keep,
                new Utterance(utterance.startMs(), atMs - utterance.startMs(), text.substring(last.start, keep),
                        utterance.audio())));
        text.setLength(keep);
        spoken = null;
    }

    /// Where the text matches first.
    ///
    /// @param from behind what was found before
    @Nullable
    Found find(TextMatch match, int from) {
        return switch (match) {
            case TextMatch.Words(String words) -> findWords(SpokenText.fold(words), from);
            case TextMatch.Pattern(String regex) -> findPattern(regex, from);
        };
    }

    /// Whether the words, or the pattern, are somewhere in a text.
    static boolean isIn(TextMatch match, String text) {
        return switch (match) {
            case TextMatch.Words(String words) -> SpokenText.of(text).find(SpokenText.fold(words), 0) >= 0;
            case TextMatch.Pattern(String regex) ->
                Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text).find();
        };
    }

    private @Nullable Found findWords(String words, int from) {
        // Of a long call, only what has not been found before: the text grows with every prompt.
        if (spoken == null || spokenFrom != from) {
            spoken = SpokenText.of(text.substring(Math.min(from, text.length())));
            spokenFrom = from;
        }
        int at = spoken.find(words, 0);
        return at < 0 ? null : found(from + spoken.origins()[at + words.length() - 1] + 1);
    }

    private @Nullable Found findPattern(String regex, int from) {
        Matcher matcher = Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(text);
        return from <= text.length() && matcher.find(from) ? found(matcher.end()) : null;
    }

    private Found found(int end) {
        Segment segment = segments.getFirst();
        for (Segment candidate : segments) {
            if (candidate.start < end || candidate.start == 0) {
                segment = candidate;
            }
        }
        int length = Math.max(1, segment.end - segment.start);
        int inside = Math.clamp(end - segment.start, 0, length);
        Utterance utterance = segment.utterance;
        return new Found(end, utterance.startMs() + Math.ceilDiv(utterance.lengthMs() * inside, length));
    }

    /// What was spoken up to the moment, from a place on.
    String upTo(long nowMs, int from) {
        if (segments.isEmpty()) {
            return "";
        }
        Segment last = segments.getLast();
        int end = last.start + spokenCharacters(last, nowMs);
        return from >= end ? "" : text.substring(from, end).strip();
    }

    private static int spokenCharacters(Segment segment, long nowMs) {
        Utterance utterance = segment.utterance;
        int length = segment.end - segment.start;
        if (nowMs >= utterance.endMs()) {
            return length;
        }
        return (int) (length * Math.max(0, nowMs - utterance.startMs()) / utterance.lengthMs());
    }

    private void appendCollapsed(String more) {
        boolean gap = false;
        for (int i = 0; i < more.length(); i++) {
            char c = more.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = true;
                continue;
            }
            if (gap) {
                text.append(' ');
            }
            text.append(c);
            gap = false;
        }
    }
}
