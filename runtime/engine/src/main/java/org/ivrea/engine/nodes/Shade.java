package org.ivrea.engine.nodes;

/// The colour of a remark; the editor knows its tone in each theme.
public enum Shade {
    YELLOW, GREEN, BLUE, PURPLE, RED, GRAY
}
