package org.ivrea.engine.prompt;

import java.util.Map;
import java.util.StringJoiner;

/// Characters, said one by one.
final class SpokenCharacters {
    private static final Map<String, Map<Integer, String>> NAMES = Map.of(
            "en", Map.ofEntries(Map.entry((int) '+', "plus"), Map.entry((int) '*', "star"),
                    Map.entry((int) '#', "pound"), Map.entry((int) '.', "dot"), Map.entry((int) '-', "dash"),
                    Map.entry((int) '_', "underscore"), Map.entry((int) '@', "at"), Map.entry((int) '/', "slash"),
                    Map.entry((int) ' ', "space")),
            "de", Map.ofEntries(Map.entry((int) '+', "plus"), Map.entry((int) '*', "Stern"),
                    Map.entry((int) '#', "Raute"), Map.entry((int) '.', "Punkt"), Map.entry((int) '-', "Strich"),
                    Map.entry((int) '_', "Unterstrich"), Map.entry((int) '@', "at"),
                    Map.entry((int) '/', "Schrägstrich"), Map.entry((int) ' ', "Leerzeichen")));

    private SpokenCharacters() {}

    /// What only groups digits is not said.
    static String digits(String text, SpokenLanguage language) {
        return words(text.replaceAll("[ ()/-]", ""), language);
    }

    static String spelling(String text, SpokenLanguage language) {
        return words(text, language);
    }

    private static String words(String text, SpokenLanguage language) {
        var words = new StringJoiner(" ");
        text.codePoints().forEach(c -> words.add(name(c, language)));
        return words.toString();
    }

    private static String name(int c, SpokenLanguage language) {
        if (c >= '0' && c <= '9') {
            return language.counting(c - '0');
        }
        if (c == '#' && language.isBritish()) {
            return "hash";
        }
        String name = NAMES.getOrDefault(language.code(), Map.of()).get(c);
        if (name != null) {
            return name;
        }
        // A sharp s would become two letters.
        return c == 'ß' ? "ß" : Character.toString(c).toUpperCase(language.locale().toLocale());
    }
}
