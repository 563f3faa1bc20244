package org.ivrea.engine.spec;

import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.node.Field.TextKind;
import org.ivrea.engine.pattern.BoundedPattern;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.project.LanguageTag;
import org.jspecify.annotations.Nullable;

/// What texts of each kind must look like.
final class TextRules {
    private static final int LONGEST_NAME = 64;

    private TextRules() {}

    /// What is wrong with the text, as the end of a sentence that begins with the field's name; `null` for nothing.
    static @Nullable String objection(TextKind kind, String text) {
        return switch (kind) {
            case PLAIN, MULTILINE -> null;
            case KEYS -> keys(text);
            case PATTERN -> pattern(text);
            case LANGUAGE ->
                LanguageTag.isWellFormed(text) ? null : "must be a language tag such as \"en\" or \"pt-BR\"";
            case EXIT -> isName(text, true)
                    ? null
                    : "must be an exit's name: a letter, then letters, digits and hyphens, 64 at most";
            case TIME_ZONE -> timeZone(text);
            case DATE -> date(text);
            case TIME_OF_DAY -> timeOfDay(text);
        };
    }

    private static @Nullable String keys(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Keys.isKey(text.charAt(i))) {
                return "may hold telephone keys only (0 to 9, *, #, A to D), not '" + text.charAt(i) + "'";
            }
        }
        return null;
    }

    private static @Nullable String pattern(String text) {
        try {
            BoundedPattern.compile(text);
            return null;
        } catch (PatternSyntaxException e) {
            return "is no regular expression (RE2): " + e.getDescription();
        }
    }

    /// @param hyphens whether the name may hold them, beside letters and digits; else underscores are allowed
    static boolean isName(String text, boolean hyphens) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        char other = hyphens ? '-' : '_';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = isLetterOrDigit(c) && (i > 0 || c > '9') || c == other && (i > 0 || !hyphens);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static @Nullable String timeZone(String text) {
        try {
            ZoneId.of(text);
            return null;
        } catch (DateTimeException _) {
            return "must be a time zone such as \"Europe/Berlin\" or \"UTC\"";
        }
    }

    private static @Nullable String date(String text) {
        try {
            LocalDate.parse(text);
            return null;
        } catch (DateTimeException _) {
            return "must be a date such as \"2026-12-24\"";
        }
    }

    private static @Nullable String timeOfDay(String text) {
        try {
            if (!text.equals("24:00")) {
                LocalTime.parse(text);
            }
            return null;
        } catch (DateTimeException _) {
            return "must be a time of day such as \"08:30\", or \"24:00\" for the end of the day";
        }
    }

    static boolean isFlowName(String text) {
        return NodeId.isValid(text);
    }
}
