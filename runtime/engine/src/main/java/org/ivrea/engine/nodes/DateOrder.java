package org.ivrea.engine.nodes;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The order in which a caller enters the eight digits of a date.
public enum DateOrder {
    YEAR_MONTH_DAY, DAY_MONTH_YEAR, MONTH_DAY_YEAR;

    /// @param digits eight of them
    /// @return such as `2026-03-02`; `null` when there is no such day
    @Nullable
    String date(String digits) {
        return switch (this) {
            case YEAR_MONTH_DAY -> date(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6));
            case DAY_MONTH_YEAR -> date(digits.substring(4), digits.substring(2, 4), digits.substring(0, 2));
            case MONTH_DAY_YEAR -> date(digits.substring(4), digits.substring(0, 2), digits.substring(2, 4));
        };
    }

    private static @Nullable String date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)).toString();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
