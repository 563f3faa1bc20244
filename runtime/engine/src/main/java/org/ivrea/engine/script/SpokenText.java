package org.ivrea.engine.script;

/// Text reduced to what is heard of it: letters and digits in lower case, with single blanks between words. Knows where
/// each character came from.
record SpokenText(String folded, int[] origins) {

    static String fold(String text) {
        return of(text).folded;
    }

    static SpokenText of(String text) {
        var folded = new StringBuilder(text.length());
        int[] origins = new int[text.length()];
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
                gap = !folded.isEmpty();
                continue;
            }
            if (gap) {
                origins[folded.length()] = i - 1;
                folded.append(' ');
                gap = false;
            }
            origins[folded.length()] = i;
            folded.append(Character.toLowerCase(c));
        }
        return new SpokenText(folded.toString(), origins);
    }

    /// Where the words stand first, numbers being whole.
    ///
    /// @param words folded
    /// @param from  in the folded text
    /// @return -1 for nowhere
    int find(String words, int from) {
        for (int at = folded.indexOf(words, from); at >= 0; at = folded.indexOf(words, at + 1)) {
            if (!splitsNumber(at) && !splitsNumber(at + words.length())) {
                return at;
            }
        }
        return -1;
    }

    private boolean splitsNumber(int at) {
        return at > 0 && at < folded.length() && Character.isDigit(folded.charAt(at - 1))
                && Character.isDigit(folded.charAt(at));
    }
}
