package org.ivrea.designer.edit;

import java.util.List;

/// What was done, and can be undone and redone.
///
/// @param names of the steps, the oldest first
/// @param done  how many of them are done; those after them were undone
public record Steps(List<String> names, int done) {

    public Steps {
        names = List.copyOf(names);
    }
}
