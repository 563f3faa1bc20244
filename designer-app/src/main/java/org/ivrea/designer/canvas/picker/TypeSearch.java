package org.ivrea.designer.canvas.picker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.spec.NodeSpec;

/// Finds node types by what people type: best are those whose name begins so, then those with a word that does, then
/// those that have the letters in their order, and last those whose help has it.
final class TypeSearch {
    private final List<NodeSpec> specs;

    private record Match(NodeSpec spec, int rank) {}

    TypeSearch(NodeRegistry registry) {
        this.specs = registry.specs();
    }

    List<NodeSpec> find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return specs;
        }
        List<Match> matches = new ArrayList<>();
        for (NodeSpec spec : specs) {
            int rank = rank(spec, wanted);
            if (rank >= 0) {
                matches.add(new Match(spec, rank));
            }
        }
        matches.sort(Comparator.comparingInt(Match::rank));
        return matches.stream().map(Match::spec).toList();
    }

    private static int rank(NodeSpec spec, String wanted) {
        String label = spec.label().toLowerCase(Locale.ROOT);
        if (label.startsWith(wanted)) {
            return 0;
        }
        if (label.contains(" " + wanted) || spec.name().toLowerCase(Locale.ROOT).startsWith(wanted)) {
            return 1;
        }
        if (label.contains(wanted)) {
            return 2;
        }
        if (hasLetters(label, wanted)) {
            return 3;
        }
        return spec.info().help().toLowerCase(Locale.ROOT).contains(wanted) ? 4 : -1;
    }

    private static boolean hasLetters(String text, String letters) {
        int at = 0;
        for (int next = 0; next < letters.length(); next++) {
            at = text.indexOf(letters.charAt(next), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
