package org.ivrea.designer.canvas.model;

import org.ivrea.designer.canvas.route.Ends;
import org.ivrea.designer.canvas.route.Route;
import org.ivrea.designer.edit.ExitRef;
import org.jspecify.annotations.Nullable;

/// A wired exit.
public final class Edge {
    private final ExitRef ref;
    private final Box from;
    private final Box to;
    private final int row;
    private final boolean implicit;
    private @Nullable Route route;

    Edge(ExitRef ref, Box from, Box to, int row, boolean implicit) {
        this.ref = ref;
        this.from = from;
        this.to = to;
        this.row = row;
        this.implicit = implicit;
    }

    public ExitRef ref() {
        return ref;
    }

    public Box from() {
        return from;
    }

    public Box to() {
        return to;
    }

    /// The exit's place among the exits of the node.
    public int row() {
        return row;
    }

    /// True for errors and hang-ups.
    public boolean isImplicit() {
        return implicit;
    }

    /// @return `null` until it was looked for, or when something moved since
    public @Nullable Route route() {
        return route;
    }

    void route(@Nullable Route newRoute) {
        route = newRoute;
    }

    /// Edges to one node share a lane, so that they merge.
    public Ends ends() {
        return new Ends(from.portX(), from.portY(row), to.entryX(), to.entryY(), from.bounds(), to.bounds(),
                to.id().hashCode());
    }

    @Override
    public String toString() {
        return ref.node() + "." + ref.exit() + " → " + to;
    }
}
