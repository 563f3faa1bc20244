package org.ivrea.flow.codec;

import org.jspecify.annotations.Nullable;

/// What the canonical form must know about the node types. Threads may share one.
public interface NodeShapes {

    /// Knows no node type: every node's fields are kept as they are, sorted by name.
    NodeShapes NONE = _ -> null;

    /// The shape of a node type; `null` for an unknown one.
    @Nullable
    Shape shape(String nodeType);
}
