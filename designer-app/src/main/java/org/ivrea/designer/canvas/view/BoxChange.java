package org.ivrea.designer.canvas.view;

/// What became of a node between two versions of a flow.
public enum BoxChange {
    ADDED, CHANGED, REMOVED
}
