package org.ivrea.designer.workspace.search;

import java.util.EnumSet;
import java.util.Set;

/// What is looked for.
///
/// @param text      spaces at its ends do not count; nothing is found for an empty one
/// @param wholeWord false when parts of words are found as well
/// @param kinds     where to look
public record SearchQuery(String text, boolean caseSensitive, boolean wholeWord, Set<SearchKind> kinds) {
    public SearchQuery {
        text = text.strip();
        kinds = Set.copyOf(kinds);
    }

    /// Looks everywhere, whatever the case.
    public static SearchQuery of(String text) {
        return new SearchQuery(text, false, false, EnumSet.allOf(SearchKind.class));
    }

    /// Where the text first is in another, from a place on; -1 when it is not.
    int indexIn(String other, int from) {
        for (int at = from; at + text.length() <= other.length(); at++) {
            if (other.regionMatches(!caseSensitive, at, text, 0, text.length()) && (!wholeWord || isWord(other, at))) {
                return at;
            }
        }
        return -1;
    }

    private boolean isWord(String other, int at) {
        int end = at + text.length();
        return (at == 0 || !isPart(other.charAt(at - 1)) || !isPart(other.charAt(at)))
                && (end == other.length() || !isPart(other.charAt(end)) || !isPart(other.charAt(end - 1)));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
