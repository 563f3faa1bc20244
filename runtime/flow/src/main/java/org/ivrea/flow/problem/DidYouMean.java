package org.ivrea.flow.problem;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the name that a misspelt one probably stands for.
public final class DidYouMean {
    private static final int LONGEST = 64;

    private DidYouMean() {}

    /// The nearest candidate; `null` when none is near.
    public static @Nullable String closest(String name, Collection<String> candidates) {
        if (name.length() > LONGEST) {
            return null;
        }
        String best = null;
        int bestDistance = Math.max(1, name.length() / 3) + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - name.length()) >= bestDistance) {
                continue;
            }
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /// The tail of a message: `; did you mean "nodes"?`, or nothing when no candidate is near.
    public static String hint(String name, Collection<String> candidates) {
        String closest = closest(name, candidates);
        return closest == null ? "" : "; did you mean \"" + closest + "\"?";
    }

    /// Edits between two words: insert, delete, replace, or swap two neighbours.
    private static int distance(String a, String b) {
        int[][] edits = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[a.length()][b.length()];
    }
}
