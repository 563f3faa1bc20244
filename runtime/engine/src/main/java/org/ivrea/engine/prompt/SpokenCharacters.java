package org.ivrea.engine.prompt;

import java.util.Locale;
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
    static String digits(String text, Spellout spellout) {
        return words(text.replaceAll("[ ()/-]", ""), spellout);
    }

    static String spelling(String text, Spellout spellout) {
        return words(text, spellout);
    }

    private static String words(String text, Spellout spellout) {
        var words = new StringJoiner(" ");
        text.codePoints().forEach(c -> words.add(name(c, spellout)));
        return words.toString();
    }

    private static String name(int c, Spellout spellout) {
        if (c >= '0' && c <= '9') {
            return spellout.counting(c - '0');
        }
        String language = spellout.language();
        if (c == '#' && language.equals("en") && spellout.locale().getCountry().equals("GB")) {
            return "hash";
        }
        String name = NAMES.getOrDefault(language, Map.of()).get(c);
        if (name != null) {
            return name;
        }
        // A sharp s would become two letters.
        return c == 'ß' ? "ß" : Character.toString(c).toUpperCase(Locale.forLanguageTag(language));
    }
}
