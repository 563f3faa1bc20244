package org.ivrea.engine.nodes;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// What digits mean, and so which ones are right and what a variable receives.
public enum DigitKind {
    /// 0 to 9, unless a pattern says otherwise. Value: the keys as text.
    DIGITS(1, 128),
    /// Eight digits, in the order of a [DateOrder]. Value: text such as `2026-03-02`.
    DATE(8, 8),
    /// Three or four digits: hours from 0 to 23, minutes. Value: text such as `08:30`.
    TIME(3, 4),
    /// An amount, with `*` for the decimal point and two decimals at most. Value: a number such as `12.5`.
    MONEY(1, 16),
    /// A telephone number of 3 to 15 digits. Value: the digits as text.
    PHONE(3, 15),
    /// A payment card's number: 12 to 19 digits with a right check digit (Luhn). Value: the digits as text.
    CARD(12, 19);

    private static final String DECIMAL_POINT = "*";

    private final int shortest;
    private final int longest;

    DigitKind(int shortest, int longest) {
        this.shortest = shortest;
        this.longest = longest;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    /// In a box.
    String words() {
        return switch (this) {
            case DIGITS -> "digits";
            case DATE -> "date";
            case TIME -> "time";
            case MONEY -> "amount";
            case PHONE -> "telephone number";
            case CARD -> "card number";
        };
    }

    /// What the keys mean.
    ///
    /// @param order of a date
    /// @return text or a number; `null` when they are not of this kind
    @Nullable
    Object value(String keys, DateOrder order) {
        if (this == MONEY) {
            return amount(keys);
        }
        if (!isDigits(keys) || keys.length() < shortest || keys.length() > longest) {
            return null;
        }
        return switch (this) {
            case DATE -> order.date(keys);
            case TIME -> time(keys);
            case CARD -> hasLuhnDigit(keys) ? keys : null;
            case DIGITS, PHONE, MONEY -> keys;
        };
    }

    private static boolean isDigits(String keys) {
        return !keys.isEmpty() && keys.chars().allMatch(key -> key >= '0' && key <= '9');
    }

    private static @Nullable String time(String keys) {
        int hoursEnd = keys.length() - 2;
        int hours = Integer.parseInt(keys.substring(0, hoursEnd));
        int minutes = Integer.parseInt(keys.substring(hoursEnd));
        return hours > 23 || minutes > 59 ? null : LocalTime.of(hours, minutes).toString();
    }

    private static @Nullable Double amount(String keys) {
        int point = keys.indexOf(DECIMAL_POINT);
        String whole = point < 0 ? keys : keys.substring(0, point);
        String decimals = point < 0 ? "" : keys.substring(point + 1);
        if (!isDigits(whole) || whole.length() > 12 || decimals.length() > 2
                || !decimals.isEmpty() && !isDigits(decimals)) {
            return null;
        }
        return Double.valueOf(whole + "." + (decimals.isEmpty() ? "0" : decimals));
    }

    /// The check digit of ISO/IEC 7812: every second digit from the right is doubled.
    private static boolean hasLuhnDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
