package org.ivrea.engine.prompt;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Numbers in words of one language. All threads share the few there are, for formats are costly to make and cheap to
/// use.
final class SpokenLanguage {
    private static final int MOST_LANGUAGES = 64;
    private static final int LONGEST_NUMERAL = 15;
    private static final Map<ULocale, SpokenLanguage> LANGUAGES = new ConcurrentHashMap<>();
    private static final Pattern SPACES = Pattern.compile("[\\u00A0\\u202F]");
    private static final Pattern NUMERALS = Pattern.compile("\\p{Nd}+");
    private static final Set<String> KNOWN = Stream.of(ULocale.getAvailableLocales())
            .map(ULocale::getLanguage)
            .collect(Collectors.toUnmodifiableSet());
    /// Who says "one hundred twenty" and not "one hundred and twenty" in English.
    private static final Set<String> AMERICAN = Set.of("", "US", "CA", "PH", "PR");
    /// The names of rules, best first; languages have some of them.
    private static final List<String> CARDINAL = List.of("%spellout-cardinal", "%spellout-numbering",
            "%spellout-cardinal-masculine");
    private static final List<String> ORDINAL = List.of("%spellout-ordinal", "%spellout-ordinal-masculine",
            "%spellout-ordinal-neuter", "%digits-ordinal");

    private final ULocale locale;
    private final boolean british;
    private final boolean spelt;
    private final RuleBasedNumberFormat format;
    private final Set<String> rules;
    private final Map<MeasureUnit, LocalizedNumberFormatter> units = new ConcurrentHashMap<>();

    private SpokenLanguage(ULocale locale) {
        this.locale = locale;
        this.british = locale.getLanguage().equals("en") && !AMERICAN.contains(locale.getCountry());
        var own = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        // Where ICU has no words for numbers in the language it takes the machine's language: numerals are better.
        this.spelt = own.getLocale(ULocale.ACTUAL_LOCALE).getLanguage().equals(locale.getLanguage());
        this.format = spelt ? own : new RuleBasedNumberFormat(ULocale.ROOT, RuleBasedNumberFormat.SPELLOUT);
        this.rules = Set.of(format.getRuleSetNames());
    }

    static SpokenLanguage of(ULocale locale) {
        if (LANGUAGES.size() >= MOST_LANGUAGES) {
            LANGUAGES.clear();
        }
        return LANGUAGES.computeIfAbsent(locale, SpokenLanguage::new);
    }

    /// False for languages that nobody has collected data of.
    boolean isKnown() {
        return KNOWN.contains(locale.getLanguage());
    }

    /// False when it has no words for numbers here, only numerals.
    boolean isSpelt() {
        return spelt;
    }

    ULocale locale() {
        return locale;
    }

    /// Such as `en`, without a country.
    String code() {
        return locale.getLanguage();
    }

    boolean isBritish() {
        return british;
    }

    /// As one counts: "one", German "eins".
    String counting(long number) {
        return words(number, List.of("%spellout-numbering", "%spellout-cardinal"));
    }

    String decimal(BigDecimal number) {
        if (number.scale() <= 0) {
            return counting(number.longValueExact());
        }
        synchronized (format) {
            return clean(format.format(number.doubleValue(), rule(CARDINAL)));
        }
    }

    /// The word in front of negative numbers, with the space behind it where the language has one.
    String minus() {
        String one = counting(1);
        String minusOne = counting(-1);
        return minusOne.endsWith(one) ? minusOne.substring(0, minusOne.length() - one.length()) : "− ";
    }

    /// Before a noun of the gender.
    ///
    /// @param gender `masculine`, `feminine`, `neuter`…; empty for none
    String cardinal(long number, String gender) {
        // Swedish calls its common gender "reale".
        String gendered = "%spellout-cardinal-"
                + (gender.equals("common") && rules.contains("%spellout-cardinal-reale") ? "reale" : gender);
        return words(number, rules.contains(gendered) ? List.of(gendered) : CARDINAL);
    }

    String ordinal(long number) {
        return words(number, ORDINAL);
    }

    String year(long year) {
        return words(year, List.of("%spellout-numbering-year", "%spellout-numbering", "%spellout-cardinal"));
    }

    /// A whole number of the unit, which may be a currency: "three hours".
    ///
    /// @param gender of the unit; `null` to ask ICU
    @SuppressWarnings("deprecation") // ICU marks what is not final, such as the gender of a unit, as deprecated
    String amount(long number, MeasureUnit unit, @Nullable String gender) {
        var phrase = units.computeIfAbsent(unit, this::formatter).format(number);
        return numeralsAsWords(phrase.toString(), gender == null ? phrase.getGender() : gender);
    }

    private LocalizedNumberFormatter formatter(MeasureUnit unit) {
        return NumberFormatter.withLocale(locale)
                .unit(unit)
                .unitWidth(UnitWidth.FULL_NAME)
                .precision(Precision.integer())
                .grouping(GroupingStrategy.OFF);
    }

    /// Replaces numerals in a text by words, where the language's are known.
    String numeralsAsWords(String text, String gender) {
        String spaced = SPACES.matcher(text).replaceAll(" ");
        if (!spelt) {
            return spaced;
        }
        return NUMERALS.matcher(spaced).replaceAll(numeral -> numeral.group().length() > LONGEST_NUMERAL
                ? "$0"
                : cardinal(Long.parseLong(numeral.group()), gender));
    }

    private String words(long number, List<String> preferred) {
        synchronized (format) {
            return clean(format.format(number, rule(preferred)));
        }
    }

    private String rule(List<String> preferred) {
        for (String name : preferred) {
            if (british && rules.contains(name + "-verbose")) {
                return name + "-verbose";
            }
            if (rules.contains(name)) {
                return name;
            }
        }
        return format.getDefaultRuleSetName();
    }

    /// Some languages mark where a word may be broken.
    private static String clean(String words) {
        return words.replace("\u00AD", "").replace("\u200B", "");
    }
}
