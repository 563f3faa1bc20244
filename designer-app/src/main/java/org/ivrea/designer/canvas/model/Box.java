package org.ivrea.designer.canvas.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.NodePresentation;

/// A node's box where it stands now, which during a gesture may not be where the document has it.
public final class Box {
    private final String id;
    private final List<Edge> out = new ArrayList<>();
    private final List<Edge> in = new ArrayList<>();
    private NodePresentation node;
    private Bounds bounds;

    Box(NodePresentation node, Bounds bounds) {
        this.id = node.id();
        this.node = node;
        this.bounds = bounds;
    }

    public String id() {
        return id;
    }

    public NodePresentation node() {
        return node;
    }

    public Bounds bounds() {
        return bounds;
    }

    /// The edges that leave it.
    public List<Edge> out() {
        return Collections.unmodifiableList(out);
    }

    /// The edges that lead to it.
    public List<Edge> in() {
        return Collections.unmodifiableList(in);
    }

    public double portX() {
        return bounds.maxX();
    }

    /// @param row the exit's place among the node's exits
    public double portY(int row) {
        return bounds.y() + BoxMetrics.exitMiddle(node, row);
    }

    public double entryX() {
        return bounds.x();
    }

    public double entryY() {
        return bounds.y() + BoxMetrics.TITLE_MIDDLE;
    }

    void show(NodePresentation newNode) {
        node = newNode;
    }

    void place(Bounds newBounds) {
        bounds = newBounds;
    }

    void connectOut(Edge edge) {
        out.add(edge);
    }

    void connectIn(Edge edge) {
        in.add(edge);
    }

    void disconnectIn(Edge edge) {
        in.remove(edge);
    }

    void disconnectOut(Edge edge) {
        out.remove(edge);
    }

    void clearOut() {
        out.clear();
    }

    @Override
    public String toString() {
        return id;
    }
}
