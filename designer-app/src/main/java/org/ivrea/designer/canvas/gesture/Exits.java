package org.ivrea.designer.canvas.gesture;

import org.ivrea.designer.presentation.ExitPresentation;
import org.ivrea.designer.presentation.NodePresentation;
import org.jspecify.annotations.Nullable;

/// Which exit of a node is meant where nobody says it.
public final class Exits {
    private Exits() {}

    /// The exit by which an edge goes on when the node is put into it: its first that leads nowhere.
    ///
    /// @return `null` for nodes without exits
    public static @Nullable String through(NodePresentation node) {
        for (ExitPresentation exit : node.exits()) {
            if (!exit.implicit() && !exit.isWired()) {
                return exit.name();
            }
        }
        return null;
    }
}
