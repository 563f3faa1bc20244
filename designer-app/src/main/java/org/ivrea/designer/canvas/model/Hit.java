package org.ivrea.designer.canvas.model;

import org.ivrea.designer.edit.ExitRef;

/// What is at a place.
public sealed interface Hit {

    /// Nothing.
    record Ground() implements Hit {}

    record OnBox(Box box) implements Hit {}

    /// The corner of a comment or group by which it is made larger.
    record OnCorner(Box box) implements Hit {}

    /// An exit's port.
    record OnPort(Box box, ExitRef exit, int row) implements Hit {}

    record OnEdge(Edge edge) implements Hit {}

    /// The head of an edge, by which it is led elsewhere.
    record OnEdgeEnd(Edge edge) implements Hit {}

    Hit GROUND = new Ground();
}
