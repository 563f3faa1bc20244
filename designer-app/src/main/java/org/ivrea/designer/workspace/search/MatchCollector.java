package org.ivrea.designer.workspace.search;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/// Puts matches together, up to as many as are wanted.
final class MatchCollector {
    private static final int BEFORE = 40;
    private static final int AFTER = 80;

    private final SearchQuery query;
    private final int most;
    private final List<SearchMatch> matches = new ArrayList<>();
    private boolean more;
    private String flow = "";
    private @Nullable String node;
    private JsonPointer base = JsonPointer.ROOT;

    MatchCollector(SearchQuery query, int most) {
        this.query = query;
        this.most = most;
    }

    SearchResult result() {
        return new SearchResult(matches, more);
    }

    /// What is looked at next is part of this.
    void enter(String newFlow, @Nullable String newNode, JsonPointer newBase) {
        flow = newFlow;
        node = newNode;
        base = newBase;
    }

    void look(SearchText text) {
        int at = !more && query.kinds().contains(text.kind()) ? query.indexIn(text.text(), 0) : -1;
        if (at < 0) {
            return;
        }
        if (matches.size() == most) {
            more = true;
            return;
        }
        matches.add(match(text, at));
    }

    private SearchMatch match(SearchText text, int at) {
        JsonPointer pointer = base;
        for (String token : text.pointer().tokens()) {
            pointer = pointer.child(token);
        }
        String whole = text.text();
        int end = at + query.text().length();
        int from = at <= BEFORE ? 0 : at - BEFORE;
        int to = Math.min(whole.length(), end + AFTER);
        String head = (from > 0 ? "…" : "") + line(whole.substring(from, at));
        String body = line(whole.substring(at, end));
        String tail = line(whole.substring(end, to)) + (to < whole.length() ? "…" : "");
        return new SearchMatch(flow, node, pointer, text.kind(), head + body + tail, head.length(),
                head.length() + body.length());
    }

    private static String line(String text) {
        return text.replaceAll("\\s", " ");
    }
}
