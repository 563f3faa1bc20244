package org.ivrea.engine.prompt;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Values;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpokenValuesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static String words(String language, SayAs as, Object value, @Nullable String currency) {
        return SpokenValues.words(as, value, currency, ULocale.forLanguageTag(language), BERLIN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "DIGITS | 4711 | four seven one one | vier sieben eins eins",
            "DIGITS | 007 | zero zero seven | null null sieben",
            "DIGITS | +49 (30) 12-3 | plus four nine three zero one two three "
                    + "| plus vier neun drei null eins zwei drei",
            "DIGITS | *1# | star one pound | Stern eins Raute",
            "NUMBER | 0 | zero | null",
            "NUMBER | 1 | one | eins",
            "NUMBER | 21 | twenty-one | einundzwanzig",
            "NUMBER | 123 | one hundred twenty-three | einhundertdreiundzwanzig",
            "NUMBER | 1001 | one thousand one | eintausendeins",
            "NUMBER | 1000000 | one million | eine Million",
            "NUMBER | -12.5 | minus twelve point five | minus zwölf Komma fünf",
            "NUMBER | 1.05 | one point zero five | eins Komma null fünf",
            "NUMBER | 0.3 | zero point three | null Komma drei",
            "ORDINAL | 1 | first | erste",
            "ORDINAL | 3 | third | dritte",
            "ORDINAL | 22 | twenty-second | zweiundzwanzigste",
            "DATE | 2026-03-02 | Monday, the second of March twenty twenty-six "
                    + "| Montag, der zweite März zweitausendsechsundzwanzig",
            "DATE | 1999-12-31 | Friday, the thirty-first of December nineteen ninety-nine "
                    + "| Freitag, der einunddreißigste Dezember neunzehnhundertneunundneunzig",
            "DATE | 2005-05-01 | Sunday, the first of May two thousand five "
                    + "| Sonntag, der erste Mai zweitausendfünf",
            "DATE | 2026-03-02T23:30:00Z | Tuesday, the third of March twenty twenty-six "
                    + "| Dienstag, der dritte März zweitausendsechsundzwanzig",
            "TIME | 15:30 | three thirty PM | fünfzehn Uhr dreißig",
            "TIME | 09:05:59 | nine oh five AM | neun Uhr fünf",
            "TIME | 01:00 | one AM | ein Uhr",
            "TIME | 00:00 | midnight | null Uhr",
            "TIME | 12:00 | noon | zwölf Uhr",
            "TIME | 00:15 | twelve fifteen AM | null Uhr fünfzehn",
            "TIME | 12:01 | twelve oh one PM | zwölf Uhr eins",
            "TIME | 2026-07-02T13:00:00Z | three PM | fünfzehn Uhr",
            "DURATION | 0 | zero seconds | null Sekunden",
            "DURATION | 1 | one second | eine Sekunde",
            "DURATION | 90 | one minute and thirty seconds | eine Minute und dreißig Sekunden",
            "DURATION | 3661 | one hour, one minute and one second | eine Stunde, eine Minute und eine Sekunde",
            "DURATION | 7200 | two hours | zwei Stunden",
            "SPELL | Ab3 | A B three | A B drei",
            "SPELL | j.doe@x-y.de | J dot D O E at X dash Y dot D E | J Punkt D O E at X Strich Y Punkt D E",
            "SPELL | Straße | S T R A ß E | S T R A ß E"})
    void saysItInEnglishAndGerman(SayAs as, String value, String english, String german) {
        assertThat(words("en", as, value, null)).isEqualTo(english);
        assertThat(words("de", as, value, null)).isEqualTo(german);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "12.5 | EUR | twelve euros and fifty cents | zwölf Euro und fünfzig Cent",
            "1 | EUR | one euro | ein Euro",
            "1.01 | EUR | one euro and one cent | ein Euro und ein Cent",
            "0.5 | EUR | fifty cents | fünfzig Cent",
            "0 | EUR | zero euros | null Euro",
            "-3 | EUR | minus three euros | minus drei Euro",
            "-0.01 | EUR | minus one cent | minus ein Cent",
            "0.005 | EUR | zero euros | null Euro",
            "19.999 | EUR | twenty euros | zwanzig Euro",
            "1234.56 | USD | one thousand two hundred thirty-four dollars and fifty-six cents "
                    + "| eintausendzweihundertvierunddreißig Dollar und sechsundfünfzig Cent",
            "2.75 | GBP | two pounds and seventy-five pence | zwei Pfund und fünfundsiebzig Pence",
            "1.01 | gbp | one pound and one penny | ein Pfund und ein Penny",
            "3.05 | CHF | three Swiss francs and five centimes | drei Franken und fünf Rappen",
            "1500 | JPY | one thousand five hundred yen | eintausendfünfhundert Yen",
            "1500.4 | JPY | one thousand five hundred yen | eintausendfünfhundert Yen",
            "1 | SEK | one Swedish krona | eine Schwedische Krone",
            "2.5 | SEK | two Swedish kronor and fifty | zwei Schwedische Kronen und fünfzig",
            "1.234 | KWD | one Kuwaiti dinar and two hundred thirty-four "
                    + "| ein Kuwait-Dinar und zweihundertvierunddreißig"})
    void saysMoney(String amount, String currency, String english, String german) {
        assertThat(words("en", SayAs.MONEY, amount, currency)).isEqualTo(english);
        assertThat(words("de", SayAs.MONEY, amount, currency)).isEqualTo(german);
        assertThat(words("en", SayAs.MONEY, Double.valueOf(amount), currency)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en-GB | NUMBER | 123 | one hundred and twenty-three",
            "en-GB | DIGITS | 1# | one hash",
            "de-AT | DATE | 2000-01-01 | Samstag, der erste Jänner zweitausend",
            "fr | NUMBER | -71.5 | moins soixante-et-onze virgule cinq",
            "fr | MONEY | 12.5 | douze euros cinquante",
            "fr | DATE | 2000-01-01 | samedi premier janvier deux mille",
            "fr | TIME | 09:05 | neuf zéro cinq",
            "fr | DURATION | 3661 | une heure, une minute et une seconde",
            "es | MONEY | -1 | menos un euro",
            "es | DATE | 2026-03-02 | lunes, dos de marzo de dos mil veintiséis",
            "es | ORDINAL | 2 | segundo",
            "it | DATE | 2026-05-01 | venerdì primo maggio duemilaventisei",
            "pl | DURATION | 7323 | dwie godziny, dwie minuty i trzy sekundy",
            "sv | DURATION | 3600 | en timme",
            "nb | DATE | 2026-03-02 | mandag andre mars to tusen og tjueseks",
            "ja | NUMBER | 123 | 百二十三",
            "ja | MONEY | 15 | 十五ユーロ"})
    void saysItInOtherLanguages(String language, SayAs as, String value, String words) {
        assertThat(words(language, as, value, "EUR")).isEqualTo(words);
    }

    @ParameterizedTest
    @EnumSource(SayAs.class)
    void saysSomethingInEveryLanguage(SayAs as) {
        Object value = switch (as) {
            case DATE -> "2026-03-02";
            case TIME -> "15:30";
            default -> 12L;
        };
        for (String language : List.of("ar", "cs", "da", "el", "fi", "he", "hi", "hu", "ko", "nl", "pt-BR", "ru", "th",
                "tr", "uk", "vi", "zh", "zh-Hant")) {
            assertThat(words(language, as, value, "EUR")).as(language).isNotBlank()
                    .doesNotContainPattern("[0-9\u00AD]{2}");
        }
    }

    @Test
    void leavesItToTheVoiceWhereNoWordsAreKnown() {
        assertThat(words("xx", SayAs.MONEY, 12.5, "EUR")).isEqualTo("12.50");
        assertThat(words("und", SayAs.DATE, "2026-03-02", null)).isEqualTo("2026-03-02");
        assertThat(words("eu", SayAs.NUMBER, 12L, null)).isEqualTo("12");
        assertThat(words("eu", SayAs.DURATION, 3600L, null)).isEqualTo("1 ordu");
        assertThat(words("eu", SayAs.DATE, "2026-03-02", null)).contains("2026");
    }

    @Test
    void saysValuesOfAnyKindThatFit() {
        assertThat(words("en", SayAs.NUMBER, 12.0, null)).isEqualTo("twelve");
        assertThat(words("en", SayAs.NUMBER, 0.1 + 0.2, null)).isEqualTo("zero point three");
        assertThat(words("en", SayAs.DIGITS, 12.0, null)).isEqualTo("one two");
        assertThat(words("en", SayAs.ORDINAL, "2", null)).isEqualTo("second");
        assertThat(words("en", SayAs.TIME, Instant.parse("2026-03-02T14:30:40Z"), null)).isEqualTo("three thirty PM");
        assertThat(words("en", SayAs.DATE, Instant.parse("2026-03-02T23:30:00Z"), null))
                .startsWith("Tuesday, the third");
    }

    @Test
    void refusesWhatCannotBeSaidSo() {
        refuses(SayAs.MONEY, "abc", "EUR", "The prompt cannot say this text as money; it needs a number such as 12.5");
        refuses(SayAs.MONEY, 1L, null, "To say money, the prompt needs a currency such as EUR");
        refuses(SayAs.MONEY, 1L, "XYZ1", "There is no currency \"XYZ1\"; use an ISO 4217 code such as EUR");
        refuses(SayAs.NUMBER, true, null,
                "The prompt cannot say true or false as number; it needs a number such as 12.5");
        refuses(SayAs.NUMBER, Double.NaN, null,
                "The prompt cannot say this number as number; it needs a number such as 12.5");
        refuses(SayAs.NUMBER, 1e15, null, "The value is too large to be said as number");
        refuses(SayAs.NUMBER, Long.MIN_VALUE, null, "The value is too large to be said as number");
        refuses(SayAs.ORDINAL, 1.5, null, "The prompt cannot say this number as ordinal; it needs a whole number");
        refuses(SayAs.ORDINAL, -1L, null, "The prompt cannot say this number as ordinal; it needs a whole number");
        refuses(SayAs.DIGITS, "12a", null,
                "The prompt cannot say this text as digits; it needs digits such as 4711 or +49 30 1234");
        refuses(SayAs.DIGITS, -5L, null,
                "The prompt cannot say this number as digits; it needs digits such as 4711 or +49 30 1234");
        refuses(SayAs.DIGITS, "1".repeat(300), null,
                "The prompt cannot say this text as digits; it needs digits such as 4711 or +49 30 1234");
        refuses(SayAs.DATE, "2026-02-30", null,
                "The prompt cannot say this text as date; it needs a time, or text such as 2026-03-02");
        refuses(SayAs.DATE, 5L, null,
                "The prompt cannot say this number as date; it needs a time, or text such as 2026-03-02");
        refuses(SayAs.TIME, "25:00", null,
                "The prompt cannot say this text as time; it needs a time, or text such as 15:30");
        refuses(SayAs.DURATION, 1.5, null,
                "The prompt cannot say this number as duration; it needs a whole number of seconds");
        refuses(SayAs.SPELL, "", null,
                "The prompt cannot say this text as spell; it needs text of 1 to 200 characters");
        refuses(SayAs.SPELL, List.of("a"), null,
                "The prompt cannot say a list as spell; it needs text of 1 to 200 characters");
        refuses(SayAs.NUMBER, Values.NULL, null,
                "The prompt cannot say null as number; it needs a number such as 12.5");
    }

    private static void refuses(SayAs as, Object value, @Nullable String currency, String message) {
        assertThatThrownBy(() -> words("en", as, value, currency)).isInstanceOf(EvaluationFailure.class)
                .hasMessage(message);
    }

    @Test
    void manyCallsSpeakAtOnce() throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int call = 0; call < 2_000; call++) {
            Object seconds = (long) call % 50;
            calls.add(() -> words("en", SayAs.DURATION, seconds, null) + words("fr", SayAs.TIME, "09:05", null)
                    + words("de", SayAs.MONEY, seconds, "EUR"));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var said = threads.invokeAll(calls);
            for (int call = 0; call < calls.size(); call++) {
                assertThat(said.get(call).get()).isEqualTo(calls.get(call).call());
            }
        }
    }
}
