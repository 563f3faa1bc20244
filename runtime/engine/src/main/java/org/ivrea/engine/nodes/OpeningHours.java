package org.ivrea.engine.nodes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ivrea.engine.node.Field;
import org.jspecify.annotations.Nullable;

/// The calendar of an office. Times are local times of the office; a time that the change to summer time skips lies
/// as much later.
record OpeningHours(List<Period> weekly, List<Holiday> holidays, List<Special> specials) {
    /// Weekly hours come round after a week; holidays and exceptions may fill some weeks, hardly more than a year.
    private static final int DAYS_AHEAD = 400;
    private static final String END_OF_DAY = "24:00";

    /// Hours of some days of the week.
    public record Period(
            @Field(label = "Days", min = 1, max = 7) List<Day> days,
            @Field(label = "From", text = Field.TextKind.TIME_OF_DAY) String from,
            @Field(label = "To", help = "Before From: on the next day.", text = Field.TextKind.TIME_OF_DAY) String to) {

        String words() {
            String names = days.size() > 2 && isRun()
                    ? days.getFirst().shortName() + "–" + days.getLast().shortName()
                    : days.stream().map(Day::shortName).collect(Collectors.joining(", "));
            return names + " " + from + "–" + to;
        }

        private boolean isRun() {
            return days.getLast().ordinal() - days.getFirst().ordinal() == days.size() - 1;
        }
    }

    public record Holiday(
            @Field(label = "Date", text = Field.TextKind.DATE) String date,
            @Field(label = "Name", optional = true, max = 100) String name,
            @Field(label = "Every year", def = "false") boolean yearly) {

        boolean isOn(LocalDate day) {
            LocalDate first = LocalDate.parse(date);
            return yearly ? MonthDay.from(first).equals(MonthDay.from(day)) : first.equals(day);
        }
    }

    /// Days with hours of their own.
    public record Special(
            @Field(label = "First day", text = Field.TextKind.DATE) String first,
            @Field(label = "Last day", help = "Left out: one day only.", text = Field.TextKind.DATE, optional = true) String last,
            @Field(label = "From", help = "Left out, with To: closed all day.", text = Field.TextKind.TIME_OF_DAY, optional = true) String from,
            @Field(label = "To", text = Field.TextKind.TIME_OF_DAY, optional = true) String to,
            @Field(label = "Name", optional = true, max = 100) String name) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(LocalDate.parse(first))
                    && !day.isAfter(last.isEmpty() ? LocalDate.parse(first) : LocalDate.parse(last));
        }

        boolean closed() {
            return from.isEmpty();
        }
    }

    /// A day of the week.
    public enum Day {
        MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY;

        DayOfWeek dayOfWeek() {
            return DayOfWeek.of(ordinal() + 1);
        }

        String shortName() {
            return name().charAt(0) + name().substring(1, 3).toLowerCase(Locale.ROOT);
        }
    }

    enum Kind {
        OPEN, CLOSED, HOLIDAY
    }

    /// @param reason for the trace
    record State(Kind kind, String reason) {}

    /// A stretch of opening on the clock.
    private record Span(ZonedDateTime from, ZonedDateTime to) {
        boolean contains(ZonedDateTime time) {
            return !time.isBefore(from) && time.isBefore(to);
        }
    }

    State at(ZonedDateTime time) {
        LocalDate today = time.toLocalDate();
        // Hours of the evening before may reach into today.
        boolean open = spans(today.minusDays(1), time).stream().anyMatch(span -> span.contains(time))
                || spans(today, time).stream().anyMatch(span -> span.contains(time));
        Special special = special(today);
        if (special != null) {
            return new State(open ? Kind.OPEN : Kind.CLOSED,
                    special.name().isEmpty() ? "an exception" : special.name());
        }
        Holiday holiday = holiday(today);
        if (open || holiday == null) {
            return new State(open ? Kind.OPEN : Kind.CLOSED, open ? "within the hours" : "outside the hours");
        }
        return new State(Kind.HOLIDAY, holiday.name().isEmpty() ? "a holiday" : holiday.name());
    }

    /// @return `null` when it does not open again within about a year
    @Nullable
    ZonedDateTime nextOpening(ZonedDateTime time) {
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            ZonedDateTime first = null;
            for (Span span : spans(time.toLocalDate().plusDays(ahead), time)) {
                if (span.from().isAfter(time) && (first == null || span.from().isBefore(first))) {
                    first = span.from();
                }
            }
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /// The openings that begin on the day.
    private List<Span> spans(LocalDate day, ZonedDateTime zoned) {
        Special special = special(day);
        if (special != null) {
            return special.closed() ? List.of() : List.of(span(day, special.from(), special.to(), zoned));
        }
        if (holiday(day) != null) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (Period period : weekly) {
            if (period.days().stream().anyMatch(on -> on.dayOfWeek() == day.getDayOfWeek())) {
                spans.add(span(day, period.from(), period.to(), zoned));
            }
        }
        return spans;
    }

    private static Span span(LocalDate day, String from, String to, ZonedDateTime zoned) {
        ZonedDateTime begin = day.atTime(LocalTime.parse(from)).atZone(zoned.getZone());
        if (to.equals(END_OF_DAY)) {
            return new Span(begin, day.plusDays(1).atStartOfDay(zoned.getZone()));
        }
        LocalDate lastDay = LocalTime.parse(to).isAfter(LocalTime.parse(from)) ? day : day.plusDays(1);
        return new Span(begin, lastDay.atTime(LocalTime.parse(to)).atZone(zoned.getZone()));
    }

    private @Nullable Special special(LocalDate day) {
        return specials.stream().filter(special -> special.isOn(day)).findFirst().orElse(null);
    }

    private @Nullable Holiday holiday(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.isOn(day)).findFirst().orElse(null);
    }
}
