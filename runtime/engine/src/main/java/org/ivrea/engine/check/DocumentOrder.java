package org.ivrea.engine.check;

import java.util.Comparator;
import java.util.List;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;

/// Problems in the order in which a reader of the canonical files comes upon them: by file and place, those of one place
/// by severity.
final class DocumentOrder implements Comparator<Problem> {
    static final DocumentOrder INSTANCE = new DocumentOrder();

    private static final Comparator<Problem> SAME_PLACE = Comparator.comparing(Problem::severity)
            .thenComparing(Problem::code).thenComparing(Problem::message);

    private DocumentOrder() {}

    @Override
    public int compare(Problem a, Problem b) {
        int byFile = String.valueOf(a.file()).compareTo(String.valueOf(b.file()));
        if (byFile != 0) {
            return byFile;
        }
        int byPlace = place(a.pointer().tokens(), b.pointer().tokens());
        return byPlace != 0 ? byPlace : SAME_PLACE.compare(a, b);
    }

    private static int place(List<String> a, List<String> b) {
        for (int depth = 0; depth < Math.min(a.size(), b.size()); depth++) {
            int byStep = depth == 0 ? member(a.getFirst(), b.getFirst()) : step(a.get(depth), b.get(depth));
            if (byStep != 0) {
                return byStep;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    /// Unknown members come last.
    private static int member(String a, String b) {
        int byRank = Integer.compareUnsigned(FlowDocument.KNOWN.indexOf(a), FlowDocument.KNOWN.indexOf(b));
        return byRank != 0 ? byRank : a.compareTo(b);
    }

    /// Numbers go before names.
    private static int step(String a, String b) {
        if (isIndex(a) != isIndex(b)) {
            return isIndex(a) ? -1 : 1;
        }
        int byLength = isIndex(a) ? Integer.compare(a.length(), b.length()) : 0;
        return byLength != 0 ? byLength : a.compareTo(b);
    }

    private static boolean isIndex(String token) {
        return token.chars().allMatch(c -> c >= '0' && c <= '9') && !token.isEmpty();
    }
}
