package org.ivrea.deploy.store;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which of two versions is the older one. Numbers count as numbers, `1.0-rc1` comes before `1.0`, and what stands
/// behind a `+` does not count, as in Semantic Versioning. Versions that do not begin with a number, such as the hash
/// of a commit, have no order.
final class VersionOrder {
    private static final Pattern NUMBERED = Pattern.compile("v?[0-9].*");
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");

    private VersionOrder() {}

    /// Whether one is older than the other; false when nobody can say.
    static boolean isOlder(String version, String than) {
        return hasOrder(version) && hasOrder(than) && compare(version, than) < 0;
    }

    /// The newer of the two; the second one when nobody can say.
    static String newer(String known, String other) {
        return isOlder(other, known) ? known : other;
    }

    private static boolean hasOrder(String version) {
        boolean isHash = HASH.matcher(version).matches() && version.chars().anyMatch(Character::isLetter);
        return NUMBERED.matcher(version).matches() && !isHash;
    }

    private static int compare(String one, String other) {
        String[] a = halves(one);
        String[] b = halves(other);
        int release = compareParts(parts(a[0]), parts(b[0]));
        if (release != 0 || a[1].equals(b[1])) {
            return release;
        }
        if (a[1].isEmpty() || b[1].isEmpty()) {
            return a[1].isEmpty() ? 1 : -1;
        }
        return compareParts(parts(a[1]), parts(b[1]));
    }

    /// What is released, and of what release it is a forerunner.
    private static String[] halves(String version) {
        String counted = version.contains("+") ? version.substring(0, version.indexOf('+')) : version;
        String plain = counted.startsWith("v") ? counted.substring(1) : counted;
        int dash = plain.indexOf('-');
        return dash < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, dash), plain.substring(dash + 1)};
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (Matcher part = PART.matcher(text); part.find();) {
            parts.add(part.group());
        }
        return parts;
    }

    private static int compareParts(List<String> a, List<String> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int order = comparePart(i < a.size() ? a.get(i) : "0", i < b.size() ? b.get(i) : "0");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int comparePart(String a, String b) {
        boolean aIsNumber = Character.isDigit(a.charAt(0));
        boolean bIsNumber = Character.isDigit(b.charAt(0));
        if (aIsNumber && bIsNumber) {
            return new BigInteger(a).compareTo(new BigInteger(b));
        }
        return aIsNumber == bIsNumber ? a.compareTo(b) : aIsNumber ? -1 : 1;
    }
}
