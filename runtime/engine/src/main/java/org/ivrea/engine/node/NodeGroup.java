package org.ivrea.engine.node;

/// Where a node type stands in the palette.
public enum NodeGroup {
    TALK, DECIDE, CONNECT, STRUCTURE
}
