package org.ivrea.engine.prompt;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Numbers in words of one language. Threads share the few there are: a format is costly to make and cheap to use.
final class Spellout {
    private static final int MOST_LANGUAGES = 64;
    private static final Map<ULocale, Spellout> LANGUAGES = new ConcurrentHashMap<>();
    private static final Pattern NUMERALS = Pattern.compile("\\p{Nd}+");
    /// The names of rules, best first; languages have some of them.
    private static final List<String> CARDINAL = List.of("%spellout-cardinal", "%spellout-numbering",
            "%spellout-cardinal-masculine");
    private static final List<String> ORDINAL = List.of("%spellout-ordinal", "%spellout-ordinal-masculine",
            "%spellout-ordinal-neuter", "%digits-ordinal");

    private final ULocale locale;
    private final RuleBasedNumberFormat format;
    private final Set<String> rules;

    private Spellout(ULocale locale) {
        this.locale = locale;
        this.format = new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
        this.rules = Set.of(format.getRuleSetNames());
    }

    static Spellout of(ULocale locale) {
        if (LANGUAGES.size() >= MOST_LANGUAGES) {
            LANGUAGES.clear();
        }
        return LANGUAGES.computeIfAbsent(locale, Spellout::new);
    }

    ULocale locale() {
        return locale;
    }

    String language() {
        return locale.getLanguage();
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

    /// Before a noun of the gender.
    ///
    /// @param gender `masculine`, `feminine`, `neuter`…; empty for none
    String cardinal(long number, String gender) {
        String gendered = "%spellout-cardinal-" + gender;
        return words(number, rules.contains(gendered) ? List.of(gendered) : CARDINAL);
    }

    String ordinal(long number) {
        return words(number, ORDINAL);
    }

    String year(long year) {
        return words(year, List.of("%spellout-numbering-year", "%spellout-numbering", "%spellout-cardinal"));
    }

    /// Replaces numerals in a text by words.
    String numeralsAsWords(String text, String gender) {
        return NUMERALS.matcher(text).replaceAll(
                numeral -> numeral.group().length() > 15 ? "$0" : cardinal(Long.parseLong(numeral.group()), gender));
    }

    private String words(long number, List<String> preferred) {
        synchronized (format) {
            return clean(format.format(number, rule(preferred)));
        }
    }

    private String rule(List<String> preferred) {
        for (String name : preferred) {
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
