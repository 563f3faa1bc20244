package org.ivrea.engine.nodes;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Finds phrases in what was said. Case, accents' encoding and punctuation do not matter.
final class SpokenPhrases {
    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA, UnicodeScript.THAI, UnicodeScript.LAO, UnicodeScript.KHMER, UnicodeScript.MYANMAR);

    private SpokenPhrases() {}

    /// Words in lower case with one space between them.
    static String words(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var words = new StringBuilder(normal.length());
        normal.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                words.appendCodePoint(c);
            } else if (c != '\'' && c != '’' && !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }

    /// Whether the phrase is among what was said, as whole words.
    ///
    /// @param said   as [#words] gives it
    /// @param phrase as [#words] gives it
    static boolean contains(String said, String phrase) {
        for (int at = said.indexOf(phrase); at >= 0 && !phrase.isEmpty(); at = said.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            if (isBoundary(said, at) && isBoundary(said, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBoundary(String text, int at) {
        if (at == 0 || at == text.length() || text.charAt(at - 1) == ' ' || text.charAt(at) == ' ') {
            return true;
        }
        return WITHOUT_SPACES.contains(UnicodeScript.of(text.codePointBefore(at)))
                || WITHOUT_SPACES.contains(UnicodeScript.of(text.codePointAt(at)));
    }
}
