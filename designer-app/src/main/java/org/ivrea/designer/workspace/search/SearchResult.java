package org.ivrea.designer.workspace.search;

import java.util.List;

/// What a search found.
///
/// @param matches by flow, and by place in it
/// @param more    true when there are more than were asked for
public record SearchResult(List<SearchMatch> matches, boolean more) {
    public SearchResult {
        matches = List.copyOf(matches);
    }
}
