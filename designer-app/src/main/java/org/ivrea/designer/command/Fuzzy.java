package org.ivrea.designer.command;

import java.util.Locale;

/// Says how well a text fits what was typed of it: letters in their order, best at the beginnings of words and in a row.
final class Fuzzy {
    /// Does not fit.
    static final int NONE = -1;

    private static final int WORD = 8;
    private static final int ROW = 8;

    private Fuzzy() {}

    /// @return [#NONE], or a number that is higher the better it fits; 0 when nothing was typed
    static int score(String typed, String text) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String lower = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 0;
        }
        int best = NONE;
        for (int start = lower.indexOf(wanted.charAt(0)); start >= 0; start = lower.indexOf(wanted.charAt(0),
                start + 1)) {
            best = Math.max(best, from(start, wanted, lower));
        }
        return best;
    }

    private static int from(int start, String wanted, String text) {
        int score = 0;
        int at = start;
        int last = start - 2;
        for (int i = 0; i < wanted.length(); i++) {
            at = text.indexOf(wanted.charAt(i), at);
            if (at < 0) {
                return NONE;
            }
            boolean word = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            score += 1 + (word ? WORD : 0) + (at == last + 1 ? ROW : 0);
            last = at++;
        }
        // Of two that fit alike, the shorter one was meant.
        return Math.max(1, score * 4 - text.length() / 4);
    }
}
