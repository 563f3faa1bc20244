package org.ivrea.engine.prompt;

import com.ibm.icu.util.ULocale;
import java.time.ZoneId;
import org.ivrea.engine.expression.EvaluationFailure;
import org.jspecify.annotations.Nullable;

/// Values in the words of a language.
public final class SpokenValues {
    private SpokenValues() {}

    /// The value as a person would say it. English and German are complete; every other language of ICU gets its
    /// numbers, dates and units, joined plainly. In a language unknown to ICU the value is left as it is.
    ///
    /// @param value    for digits, spelling and numbers a number or text; for dates and times a moment or text in
    ///                 ISO 8601; for a duration whole seconds
    /// @param currency ISO 4217 code, for money only
    /// @param zone     in which a moment is said
    /// @throws EvaluationFailure when the value cannot be said so
    public static String words(SayAs as, Object value, @Nullable String currency, ULocale locale, ZoneId zone) {
        return words(SpokenValue.of(as, value, currency, zone), locale);
    }

    static String words(SpokenValue value, ULocale locale) {
        SpokenLanguage language = SpokenLanguage.of(locale);
        if (!language.isKnown()) {
            return value.plain();
        }
        return switch (value) {
            case SpokenValue.Digits(String digits) -> SpokenCharacters.digits(digits, language);
            case SpokenValue.Spelling(String text) -> SpokenCharacters.spelling(text, language);
            case SpokenValue.Number(var number) -> language.decimal(number);
            case SpokenValue.Ordinal(long number) -> language.ordinal(number);
            case SpokenValue.Money money -> SpokenMoney.words(money, language);
            case SpokenValue.Date(var date) -> SpokenCalendar.date(date, language);
            case SpokenValue.Time(var time) -> SpokenCalendar.time(time, language);
            case SpokenValue.Duration(long seconds) -> SpokenDuration.words(seconds, language);
        };
    }
}
