package org.ivrea.designer.presentation;

/// A way into a flow that is no edge.
public enum Entrance {
    /// Calls begin here.
    START,
    /// The flow's hang-up handler begins here.
    HANGUP,
    /// The flow's error handler begins here.
    ERROR
}
