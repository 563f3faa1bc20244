package org.ivrea.engine.nodes;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.flow.json.JsonPointer;

/// What is wrong with a calendar whose dates and times are well-formed each.
final class OpeningHoursCheck {
    private static final int MINUTES_OF_DAY = 24 * 60;

    private OpeningHoursCheck() {}

    static void check(BusinessHours hours, NodeCheck check) {
        if (hours.weekly().isEmpty() && hours.overrides().isEmpty() && hours.force() == null) {
            check.warning("hours-none", check.pointer().child("weekly"),
                    "No hours are given, so that the office is never open; add some");
        }
        checkPeriods(hours.weekly(), check);
        checkSpecials(hours.overrides(), check);
        var dates = new HashSet<String>();
        for (int i = 0; i < hours.holidays().size(); i++) {
            if (!hours.holidays().get(i).date().isEmpty() && !dates.add(hours.holidays().get(i).date())) {
                check.warning("hours-overlap", check.pointer().child("holidays").child(i).child("date"),
                        "The holiday " + hours.holidays().get(i).date() + " is there twice; remove one");
            }
        }
    }

    private static void checkPeriods(List<OpeningHours.Period> periods, NodeCheck check) {
        // One slot per minute of the week, so that hours past midnight meet those of the next day.
        var takenBy = new int[7 * MINUTES_OF_DAY];
        for (int i = 0; i < periods.size(); i++) {
            OpeningHours.Period period = periods.get(i);
            JsonPointer at = check.pointer().child("weekly").child(i);
            if (!checkTimes(period.from(), period.to(), at, check)) {
                continue;
            }
            int other = take(period, i + 1, takenBy);
            if (other > 0) {
                check.warning("hours-overlap", at, other == i + 1
                        ? "The same day is given twice; give each once"
                        : "These hours overlap with those in row " + other + "; join them, or part them");
            }
        }
    }

    /// @return the number of the period that has some of the minutes already; 0 for none
    private static int take(OpeningHours.Period period, int number, int[] takenBy) {
        int from = minute(period.from());
        int to = minute(period.to());
        int length = to > from ? to - from : to + MINUTES_OF_DAY - from;
        int other = 0;
        for (OpeningHours.Day day : period.days()) {
            for (int i = 0; i < length; i++) {
                int minute = (day.ordinal() * MINUTES_OF_DAY + from + i) % takenBy.length;
                if (takenBy[minute] != 0 && other == 0) {
                    other = takenBy[minute];
                }
                takenBy[minute] = number;
            }
        }
        return other;
    }

    private static int minute(String time) {
        return time.equals("24:00") ? MINUTES_OF_DAY : LocalTime.parse(time).toSecondOfDay() / 60;
    }

    private static void checkSpecials(List<OpeningHours.Special> specials, NodeCheck check) {
        for (int i = 0; i < specials.size(); i++) {
            OpeningHours.Special special = specials.get(i);
            JsonPointer at = check.pointer().child("overrides").child(i);
            if (special.from().isEmpty() != special.to().isEmpty()) {
                check.error("hours-half", at.child(special.from().isEmpty() ? "from" : "to"),
                        "Only one of \"from\" and \"to\" is given; give both, or none for closed all day");
            } else if (!special.from().isEmpty()) {
                checkTimes(special.from(), special.to(), at, check);
            }
            if (!special.last().isEmpty() && special.last().compareTo(special.first()) < 0) {
                check.error("hours-order", at.child("last"), "The last day lies before the first; swap them");
            }
        }
    }

    private static boolean checkTimes(String from, String to, JsonPointer at, NodeCheck check) {
        if (from.isEmpty() || to.isEmpty()) {
            return false;
        }
        if (from.equals("24:00")) {
            check.error("hours-order", at.child("from"), "Hours cannot begin at 24:00; begin at 00:00 of the next day");
            return false;
        }
        if (from.equals(to)) {
            check.error("hours-order", at.child("to"),
                    "The hours begin and end at " + from + "; for the whole day write 00:00 to 24:00");
            return false;
        }
        return true;
    }
}
