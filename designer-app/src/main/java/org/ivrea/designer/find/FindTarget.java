package org.ivrea.designer.find;

import org.ivrea.designer.workspace.search.SearchMatch;

/// Where found places lead.
@FunctionalInterface
public interface FindTarget {

    /// The person wants to see the place.
    void goTo(SearchMatch match);
}
