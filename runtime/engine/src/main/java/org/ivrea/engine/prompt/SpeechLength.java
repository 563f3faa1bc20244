package org.ivrea.engine.prompt;

/// How long a synthetic voice speaks, estimated: for simulation, where no voice does.
public final class SpeechLength {
    /// The shortest speech there is.
    public static final long LEAST_MS = 300;

    private static final double CHARACTERS_PER_SECOND = 14.5;
    private static final long COMMA_MS = 150;
    private static final long SENTENCE_MS = 350;

    private SpeechLength() {}

    /// The same text always has the same length: 14.5 characters a second (runs of spaces count as one), 150 ms for a
    /// comma, semicolon, colon or dash between words, 350 ms between sentences.
    ///
    /// @return milliseconds, at least [#LEAST_MS]; 0 for text without any letter or digit
    public static long ms(String text) {
        String spoken = text.strip();
        int characters = 0;
        long pauses = 0;
        boolean sound = false;
        for (int at = 0; at < spoken.length();) {
            int c = spoken.codePointAt(at);
            at += Character.charCount(c);
            boolean beforeSpace = at < spoken.length() && Character.isWhitespace(spoken.codePointAt(at));
            sound |= Character.isLetterOrDigit(c);
            characters += Character.isWhitespace(c) && beforeSpace ? 0 : 1;
            pauses += pause(c, beforeSpace);
        }
        if (!sound) {
            return 0;
        }
        return Math.max(LEAST_MS, Math.round(characters * 1000 / CHARACTERS_PER_SECOND) + pauses);
    }

    /// A mark pauses the voice before a space only, not in "1.5" and not at the end; East Asian marks need no space.
    private static long pause(int mark, boolean beforeSpace) {
        return switch (mark) {
            case '.', '!', '?', '…' -> beforeSpace ? SENTENCE_MS : 0;
            case ',', ';', ':', '-', '–', '—' -> beforeSpace ? COMMA_MS : 0;
            case '。', '！', '？' -> SENTENCE_MS;
            case '、', '，' -> COMMA_MS;
            default -> 0;
        };
    }
}
