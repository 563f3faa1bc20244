package org.ivrea.designer.servers.export;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Versions of projects, as authors count them.
final class Versions {
    private static final Pattern VALID = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+_-]{0,63}");
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,9})(\\D*)$");

    /// Numbers by their value, all else by its letters.
    static final Comparator<String> ORDER = (one, other) -> {
        String[] left = one.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        String[] right = other.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean numbers = left[i].matches("\\d{1,18}") && right[i].matches("\\d{1,18}");
            int order = numbers
                    ? Long.compare(Long.parseLong(left[i]), Long.parseLong(right[i]))
                    : left[i].compareTo(right[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    };

    private Versions() {}

    static boolean isValid(String version) {
        return VALID.matcher(version).matches();
    }

    /// The version after: `1.2.9` becomes `1.2.10`.
    static String next(String version) {
        Matcher last = LAST_NUMBER.matcher(version);
        return last.find()
                ? version.substring(0, last.start()) + (Long.parseLong(last.group(1)) + 1) + last.group(2)
                : version + ".1";
    }
}
