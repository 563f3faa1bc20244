package org.ivrea.flow.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;

/// What ids of nodes and names of flow files look like: `[a-z0-9][a-z0-9-]{0,63}`, so that they are easy to read, to
/// type, and to keep as file names on every system.
public final class NodeId {

    /// The longest id, in characters.
    public static final int MAX_LENGTH = 64;

    /// The rule in the words of a message.
    public static final String RULE = "1 to 64 of a-z, 0-9 and '-', not beginning with '-'";

    private NodeId() {}

    public static boolean isValid(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH || id.charAt(0) == '-') {
            return false;
        }
        return id.chars().allMatch(NodeId::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    /// The valid id nearest to a free text, such as `main-menu` for `Main menu!`; `node` when nothing of it is left.
    public static String from(String text) {
        String plain = Normalizer.normalize(text.substring(0, Math.min(text.length(), 4 * MAX_LENGTH)),
                Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var id = new StringBuilder();
        boolean gap = false;
        for (int at = 0; at < plain.length() && id.length() < MAX_LENGTH - 1; at++) {
            char c = plain.charAt(at);
            if (c != '-' && isAllowed(c)) {
                if (gap && !id.isEmpty()) {
                    id.append('-');
                }
                id.append(c);
                gap = false;
            } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
                gap = true;
            }
        }
        return id.isEmpty() ? "node" : id.toString();
    }

    /// [#from] the text, with `-2`, `-3`… behind it when that id is taken.
    ///
    /// The number is the next one when the ids are numbered without gaps. It is found in a few steps however many
    /// there are: first doubling, then halving the distance.
    public static String unused(String text, Predicate<String> taken) {
        String base = from(text);
        if (!taken.test(base)) {
            return base;
        }
        int takenNumber = 1;
        int freeNumber = 2;
        while (taken.test(numbered(base, freeNumber))) {
            takenNumber = freeNumber;
            freeNumber *= 2;
        }
        while (freeNumber - takenNumber > 1) {
            int middle = (takenNumber + freeNumber) / 2;
            if (taken.test(numbered(base, middle))) {
                takenNumber = middle;
            } else {
                freeNumber = middle;
            }
        }
        return numbered(base, freeNumber);
    }

    /// The id with a number behind it, shortened if need be.
    public static String numbered(String base, int number) {
        String suffix = "-" + number;
        return base.substring(0, Math.min(base.length(), MAX_LENGTH - suffix.length())) + suffix;
    }
}
