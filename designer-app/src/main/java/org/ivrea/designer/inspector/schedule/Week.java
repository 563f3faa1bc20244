package org.ivrea.designer.inspector.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// The opening hours of a week: of each day the minutes in which it is open, in spans that do not touch.
///
/// @param days seven of them, Monday first
record Week(List<List<Span>> days) {
    static final int DAY = 24 * 60;
    private static final List<String> NAMES = List.of("monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday", "sunday");

    /// From a minute of the day to another, which is no part of it.
    record Span(int from, int to) {}

    Week {
        days = days.stream().map(List::copyOf).toList();
    }

    static final Week CLOSED = new Week(NAMES.stream().map(_ -> List.<Span>of()).toList());

    /// The week that the list of periods means. Periods that are not right yet are left out.
    static Week of(List<Json> periods) {
        Week week = CLOSED;
        for (Json item : periods) {
            if (item instanceof Json.Obj period && period.get("days") instanceof Json.Arr(var days)) {
                int from = minutes(period.get("from"));
                int to = minutes(period.get("to"));
                for (Json day : days) {
                    int index = NAMES.indexOf(String.valueOf(day.asText()));
                    if (index >= 0 && from >= 0 && to >= 0) {
                        week = from < to
                                ? week.with(index, from, to, true)
                                : week.with(index, from, DAY, true)
                                        .with((index + 1) % NAMES.size(), 0, to, true);
                    }
                }
            }
        }
        return week;
    }

    private static int minutes(@Nullable Json time) {
        String text = time == null ? null : time.asText();
        if (text == null || !text.matches("([01]\\d|2[0-3]):[0-5]\\d(:00)?|24:00")) {
            return -1;
        }
        return Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3, 5));
    }

    boolean isOpen(int day, int minute) {
        return days.get(day).stream().anyMatch(span -> span.from() <= minute && minute < span.to());
    }

    /// The week with a stretch of a day opened or closed.
    Week with(int day, int from, int to, boolean open) {
        boolean[] minutes = new boolean[DAY];
        days.get(day).forEach(span -> Arrays.fill(minutes, span.from(), span.to(), true));
        if (from < to) {
            Arrays.fill(minutes, Math.max(0, from), Math.min(DAY, to), open);
        }
        List<Span> spans = new ArrayList<>();
        for (int minute = 0; minute < DAY; minute++) {
            int begin = minute;
            while (minute < DAY && minutes[minute]) {
                minute++;
            }
            if (minute > begin) {
                spans.add(new Span(begin, minute));
            }
        }
        List<List<Span>> changed = new ArrayList<>(days);
        changed.set(day, spans);
        return new Week(changed);
    }

    /// The shortest list of periods that means this week: days with the same hours stand together.
    Json periods() {
        SequencedMap<Span, List<Json>> bySpan = new LinkedHashMap<>();
        for (int day = 0; day < days.size(); day++) {
            for (Span span : days.get(day)) {
                bySpan.computeIfAbsent(span, _ -> new ArrayList<>()).add(Json.of(NAMES.get(day)));
            }
        }
        List<Json> periods = new ArrayList<>();
        for (Map.Entry<Span, List<Json>> entry : bySpan.entrySet()) {
            periods.add(Json.obj("days", Json.arr(entry.getValue()), "from", time(entry.getKey().from()), "to",
                    time(entry.getKey().to())));
        }
        return Json.arr(periods);
    }

    static String words(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static Json time(int minute) {
        return Json.of(words(minute));
    }
}
