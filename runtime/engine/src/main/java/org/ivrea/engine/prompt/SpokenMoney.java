package org.ivrea.engine.prompt;

import com.ibm.icu.util.Currency;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Amounts of money: "twelve euros and fifty cents".
final class SpokenMoney {
    private static final Pattern FIRST_WORD_IN_A = Pattern.compile("\\p{L}*a\\b");

    private SpokenMoney() {}

    static String words(SpokenValue.Money money, SpokenLanguage language) {
        BigDecimal amount = money.amount().abs();
        long major = amount.longValue();
        long minor = amount.subtract(BigDecimal.valueOf(major)).unscaledValue().longValue();
        String code = money.currency().getCurrencyCode();
        CurrencyWords words = CurrencyWords.of(language.code(), code);
        String phrase = words == null
                ? named(major, minor, code, language)
                : everyday(major, minor, words, language);
        return money.amount().signum() < 0 ? language.minus() + phrase : phrase;
    }

    private static String everyday(long major, long minor, CurrencyWords words, SpokenLanguage language) {
        String majorPhrase = language.cardinal(major, words.gender()) + " "
                + (major == 1 ? words.one() : words.several());
        if (minor == 0) {
            return majorPhrase;
        }
        String minorPhrase = language.cardinal(minor, "masculine") + " "
                + (minor == 1 ? words.minorOne() : words.minorSeveral());
        return major == 0 ? minorPhrase : majorPhrase + and(language) + minorPhrase;
    }

    /// "douze euros cinquante": how many languages say it without naming the minor unit.
    private static String named(long major, long minor, String code, SpokenLanguage language) {
        String currency = language.amount(major, Currency.getInstance(code), gender(code, language));
        return minor == 0 ? currency : currency + and(language) + language.counting(minor);
    }

    private static String and(SpokenLanguage language) {
        return switch (language.code()) {
            case "en" -> " and ";
            case "de" -> " und ";
            default -> " ";
        };
    }

    /// ICU does not know the gender of currencies: their endings tell it mostly.
    private static String gender(String code, SpokenLanguage language) {
        String name = language.amount(1, Currency.getInstance(code), "masculine");
        String noun = name.substring(name.indexOf(' ') + 1);
        boolean feminine = switch (language.code()) {
            case "de" -> noun.endsWith("e");
            case "fr" -> noun.startsWith("livre") || noun.startsWith("couronne") || noun.startsWith("roupie");
            case "es", "it", "pt", "ca", "ro", "pl", "cs", "sk", "hr", "sl" ->
                FIRST_WORD_IN_A.matcher(noun).lookingAt();
            default -> false;
        };
        return feminine ? "feminine" : "masculine";
    }
}
