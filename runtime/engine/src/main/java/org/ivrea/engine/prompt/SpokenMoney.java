package org.ivrea.engine.prompt;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.util.Map;

/// Amounts of money: "twelve euros and fifty cents".
final class SpokenMoney {
    /// One of the minor unit, and several of it, by language and currency. ICU knows the names of currencies only.
    private static final Map<String, MinorUnit> MINOR_UNITS = Map.ofEntries(
            Map.entry("en EUR", new MinorUnit("cent", "cents", "")),
            Map.entry("en USD", new MinorUnit("cent", "cents", "")),
            Map.entry("en CAD", new MinorUnit("cent", "cents", "")),
            Map.entry("en AUD", new MinorUnit("cent", "cents", "")),
            Map.entry("en NZD", new MinorUnit("cent", "cents", "")),
            Map.entry("en GBP", new MinorUnit("penny", "pence", "")),
            Map.entry("en CHF", new MinorUnit("centime", "centimes", "")),
            Map.entry("en INR", new MinorUnit("paisa", "paise", "")),
            Map.entry("en ZAR", new MinorUnit("cent", "cents", "")),
            Map.entry("de EUR", new MinorUnit("Cent", "Cent", "masculine")),
            Map.entry("de USD", new MinorUnit("Cent", "Cent", "masculine")),
            Map.entry("de CAD", new MinorUnit("Cent", "Cent", "masculine")),
            Map.entry("de AUD", new MinorUnit("Cent", "Cent", "masculine")),
            Map.entry("de GBP", new MinorUnit("Penny", "Pence", "masculine")),
            Map.entry("de CHF", new MinorUnit("Rappen", "Rappen", "masculine")));
    private static final Map<String, String> AND = Map.of("en", " and ", "de", " und ");
    private static final Map<String, String> MINUS = Map.of("en", "minus ", "de", "minus ");

    private record MinorUnit(String one, String several, String gender) {}

    private SpokenMoney() {}

    static String words(SpokenValue.Money money, Spellout spellout) {
        BigDecimal amount = money.amount().abs();
        long major = amount.longValue();
        long minor = amount.subtract(BigDecimal.valueOf(major)).unscaledValue().longValue();
        String code = money.currency().getCurrencyCode();
        String majorWords = major(major, code, spellout);
        MinorUnit unit = MINOR_UNITS.get(spellout.language() + " " + code);
        String words;
        if (minor == 0) {
            words = majorWords;
        } else if (unit == null) {
            // "douze euros cinquante": how many languages say it without naming the minor unit.
            words = majorWords + " " + spellout.counting(minor);
        } else {
            String minorWords = spellout.cardinal(minor, unit.gender) + " " + (minor == 1 ? unit.one : unit.several);
            words = major == 0
                    ? minorWords
                    : majorWords + AND.getOrDefault(spellout.language(), " ") + minorWords;
        }
        boolean negative = money.amount().signum() < 0;
        return negative ? MINUS.getOrDefault(spellout.language(), "− ") + words : words;
    }

    private static String major(long amount, String code, Spellout spellout) {
        String phrase = NumberFormatter.withLocale(spellout.locale())
                .unit(Currency.getInstance(code))
                .unitWidth(UnitWidth.FULL_NAME)
                .precision(Precision.integer())
                .grouping(GroupingStrategy.OFF)
                .format(amount)
                .toString();
        return spellout.numeralsAsWords(phrase, gender(phrase, spellout.language()));
    }

    /// ICU does not know the gender of currencies. German ones are feminine when they end in "e" (Krone, Rupie), which
    /// shows in the singular only.
    private static String gender(String phrase, String language) {
        return language.equals("de") && phrase.endsWith("e") ? "feminine" : "masculine";
    }
}
