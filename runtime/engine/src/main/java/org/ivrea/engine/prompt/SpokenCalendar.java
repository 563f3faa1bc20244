package org.ivrea.engine.prompt;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times of day.
final class SpokenCalendar {
    private static final Set<String> FIRST_IS_ORDINAL = Set.of("fr", "it", "pt");
    /// A day as Nordic and Slavic languages write it: "2. mars".
    private static final Pattern ORDINAL = Pattern.compile("\\b([0-9]{1,2})\\.(?= )");
    private static final Pattern CLOCK = Pattern.compile("(\\p{Nd}+)\\P{Nd}{1,3}\\p{Nd}+");

    private SpokenCalendar() {}

    static String date(LocalDate date, SpokenLanguage language) {
        return switch (language.code()) {
            case "en" -> weekday(date, language) + ", the " + language.ordinal(date.getDayOfMonth()) + " of "
                    + month(date, language) + " " + language.year(date.getYear());
            case "de" -> weekday(date, language) + ", der " + language.ordinal(date.getDayOfMonth()) + " "
                    + month(date, language) + " " + language.year(date.getYear());
            default -> otherDate(date, language);
        };
    }

    private static String weekday(LocalDate date, SpokenLanguage language) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale().toLocale());
    }

    private static String month(LocalDate date, SpokenLanguage language) {
        return date.getMonth().getDisplayName(TextStyle.FULL, language.locale().toLocale());
    }

    private static String otherDate(LocalDate date, SpokenLanguage language) {
        String formatted = formatted(date, LocalTime.NOON, "yMMMMEEEEd", language);
        if (date.getDayOfMonth() == 1 && FIRST_IS_ORDINAL.contains(language.code())) {
            formatted = formatted.replaceFirst("\\b1(?!\\p{Nd})(er|º)?", language.ordinal(1));
        }
        if (language.isSpelt()) {
            formatted = ORDINAL.matcher(formatted).replaceFirst(
                    day -> Matcher.quoteReplacement(language.ordinal(Long.parseLong(day.group(1)))));
        }
        return language.numeralsAsWords(formatted, "");
    }

    static String time(LocalTime time, SpokenLanguage language) {
        return switch (language.code()) {
            case "en" -> english(time, language);
            case "de" -> german(time, language);
            default -> otherTime(time, language);
        };
    }

    /// As a clock shows it: "nine zero five".
    private static String otherTime(LocalTime time, SpokenLanguage language) {
        String minutes = (time.getMinute() < 10 ? language.counting(0) + " " : "")
                + language.counting(time.getMinute());
        String formatted = formatted(LocalDate.EPOCH, time, "jmm", language);
        String hours = CLOCK.matcher(formatted).replaceFirst("$1 " + Matcher.quoteReplacement(minutes));
        return language.numeralsAsWords(hours, "");
    }

    private static String english(LocalTime time, SpokenLanguage language) {
        int minute = time.getMinute();
        if (minute == 0 && time.getHour() % 12 == 0) {
            return time.getHour() == 0 ? "midnight" : "noon";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = minute == 0 ? "" : (minute < 10 ? " oh " : " ") + language.counting(minute);
        return language.counting(hour) + minutes + (time.getHour() < 12 ? " AM" : " PM");
    }

    private static String german(LocalTime time, SpokenLanguage language) {
        String minutes = time.getMinute() == 0 ? "" : " " + language.counting(time.getMinute());
        return language.cardinal(time.getHour(), "masculine") + " Uhr" + minutes;
    }

    private static String formatted(LocalDate date, LocalTime time, String skeleton, SpokenLanguage language) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, language.locale());
        Calendar calendar = new GregorianCalendar(TimeZone.GMT_ZONE, language.locale());
        calendar.clear();
        calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth(), time.getHour(), time.getMinute());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(calendar.getTime());
    }
}
