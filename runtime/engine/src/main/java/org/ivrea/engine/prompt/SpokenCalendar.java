package org.ivrea.engine.prompt;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// Dates and times of day.
final class SpokenCalendar {
    private SpokenCalendar() {}

    static String date(LocalDate date, Spellout spellout) {
        return switch (spellout.language()) {
            case "en" -> weekday(date, spellout) + ", the " + spellout.ordinal(date.getDayOfMonth()) + " of "
                    + month(date, spellout) + " " + spellout.year(date.getYear());
            case "de" -> weekday(date, spellout) + ", der " + spellout.ordinal(date.getDayOfMonth()) + " "
                    + month(date, spellout) + " " + spellout.year(date.getYear());
            default -> spellout.numeralsAsWords(formatted(date, LocalTime.NOON, "yMMMMEEEEd", spellout), "");
        };
    }

    private static String weekday(LocalDate date, Spellout spellout) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(spellout.language()));
    }

    private static String month(LocalDate date, Spellout spellout) {
        return date.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag(spellout.language()));
    }

    static String time(LocalTime time, Spellout spellout) {
        return switch (spellout.language()) {
            case "en" -> english(time, spellout);
            case "de" -> german(time, spellout);
            default -> spellout.numeralsAsWords(
                    formatted(LocalDate.EPOCH, time, "jmm", spellout).replaceAll("(?<=\\p{Nd})[:.](?=\\p{Nd})", " "),
                    "");
        };
    }

    private static String english(LocalTime time, Spellout spellout) {
        int minute = time.getMinute();
        if (minute == 0 && time.getHour() % 12 == 0) {
            return time.getHour() == 0 ? "midnight" : "noon";
        }
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        String minutes = minute == 0 ? "" : (minute < 10 ? " oh " : " ") + spellout.counting(minute);
        return spellout.counting(hour) + minutes + (time.getHour() < 12 ? " AM" : " PM");
    }

    private static String german(LocalTime time, Spellout spellout) {
        String minutes = time.getMinute() == 0 ? "" : " " + spellout.counting(time.getMinute());
        return spellout.cardinal(time.getHour(), "masculine") + " Uhr" + minutes;
    }

    private static String formatted(LocalDate date, LocalTime time, String skeleton, Spellout spellout) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, spellout.locale());
        Calendar calendar = new GregorianCalendar(TimeZone.GMT_ZONE, spellout.locale());
        calendar.clear();
        calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth(), time.getHour(), time.getMinute());
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(calendar.getTime());
    }
}
