package org.ivrea.engine.prompt;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The everyday words for a currency and its minor unit. ICU knows full names only ("US dollars"), and no minor units.
///
/// @param gender of the major unit, where the language has several
record CurrencyWords(String one, String several, String minorOne, String minorSeveral, String gender) {
    private static final Map<String, CurrencyWords> WORDS = Map.ofEntries(
            english("EUR", "euro", "euros", "cent", "cents"),
            english("USD", "dollar", "dollars", "cent", "cents"),
            english("CAD", "dollar", "dollars", "cent", "cents"),
            english("AUD", "dollar", "dollars", "cent", "cents"),
            english("NZD", "dollar", "dollars", "cent", "cents"),
            english("SGD", "dollar", "dollars", "cent", "cents"),
            english("GBP", "pound", "pounds", "penny", "pence"),
            english("CHF", "Swiss franc", "Swiss francs", "centime", "centimes"),
            english("INR", "rupee", "rupees", "paisa", "paise"),
            english("ZAR", "rand", "rand", "cent", "cents"),
            english("JPY", "yen", "yen", "", ""),
            german("EUR", "Euro", "Cent", "Cent", "masculine"),
            german("USD", "Dollar", "Cent", "Cent", "masculine"),
            german("CAD", "Dollar", "Cent", "Cent", "masculine"),
            german("AUD", "Dollar", "Cent", "Cent", "masculine"),
            german("GBP", "Pfund", "Penny", "Pence", "neuter"),
            german("CHF", "Franken", "Rappen", "Rappen", "masculine"),
            german("JPY", "Yen", "", "", "masculine"));

    private static Map.Entry<String, CurrencyWords> english(String code, String one, String several, String minorOne,
            String minorSeveral) {
        return Map.entry("en " + code, new CurrencyWords(one, several, minorOne, minorSeveral, ""));
    }

    private static Map.Entry<String, CurrencyWords> german(String code, String name, String minorOne,
            String minorSeveral, String gender) {
        return Map.entry("de " + code, new CurrencyWords(name, name, minorOne, minorSeveral, gender));
    }

    /// @return `null` where only ICU's names are known
    static @Nullable CurrencyWords of(String language, String currency) {
        return WORDS.get(language + " " + currency);
    }
}
