package org.ivrea.designer.canvas.model;

import java.util.List;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.presentation.BoxMetrics;
import org.ivrea.designer.presentation.ExitPresentation;
import org.jspecify.annotations.Nullable;

/// Finds what the pointer is at.
public final class HitTest {
    private static final double PORT = 11;
    private static final double EDGE = 6;
    private static final double HEAD = 14;
    private static final double CORNER = 14;
    private static final double GROUP_TITLE = 28;
    private static final double GROUP_BORDER = 6;

    private final Graph graph;
    private @Nullable Box opened;

    public HitTest(Graph graph) {
        this.graph = graph;
    }

    /// The box that shows the exits which have no row; they can be hit too.
    public void setOpened(@Nullable Box box) {
        opened = box;
    }

    /// @param scale of the view: what is drawn small has a larger tolerance
    public Hit at(double x, double y, double scale) {
        double tolerance = Math.max(1, 1 / scale);
        Hit port = port(x, y, PORT * Math.min(tolerance, 1.6));
        if (port != null) {
            return port;
        }
        Hit edgeEnd = edge(x, y, tolerance, true);
        Box box = boxAt(x, y);
        if (edgeEnd != null && (box == null || x < box.bounds().x() + 4)) {
            return edgeEnd;
        }
        if (box != null) {
            return isCorner(box, x, y) ? new Hit.OnCorner(box) : new Hit.OnBox(box);
        }
        Hit edge = edge(x, y, tolerance, false);
        if (edge != null) {
            return edge;
        }
        Box group = groupAt(x, y);
        if (group != null) {
            return isCorner(group, x, y) ? new Hit.OnCorner(group) : new Hit.OnBox(group);
        }
        return Hit.GROUND;
    }

    /// The box, not a group, at a place; the one that is drawn on top where several are.
    public @Nullable Box boxAt(double x, double y) {
        Box[] found = new Box[1];
        graph.forEachBoxIn(new Bounds(x, y, 0, 0), box -> {
            if (!box.node().isGroup() && (found[0] == null || box.id().compareTo(found[0].id()) > 0)) {
                found[0] = box;
            }
        });
        return found[0];
    }

    /// The box that an edge dropped here would lead to: also a little beside it.
    public @Nullable Box targetAt(double x, double y) {
        Box box = boxAt(x, y);
        if (box == null) {
            box = boxAt(x + 14, y);
        }
        return box == null || box.node().annotation() ? null : box;
    }

    /// The edge nearest to a place.
    public @Nullable Edge edgeAt(double x, double y, double scale) {
        return edge(x, y, Math.max(1, 1 / scale), false) instanceof Hit.OnEdge(Edge edge) ? edge : null;
    }

    /// The exit whose row, port or edge is at a place.
    public @Nullable ExitRef exitAt(double x, double y, double scale) {
        return switch (at(x, y, scale)) {
            case Hit.OnPort(Box _, ExitRef exit, int _) -> exit;
            case Hit.OnEdge(Edge edge) -> edge.ref();
            case Hit.OnEdgeEnd(Edge edge) -> edge.ref();
            case Hit.OnBox(Box box) -> row(box, y);
            case Hit.Ground _,Hit.OnCorner _ -> null;
        };
    }

    private @Nullable ExitRef row(Box box, double y) {
        List<ExitPresentation> exits = box.node().exits();
        for (int row = 0; row < exits.size(); row++) {
            if ((exits.get(row).hasRow() || box == opened) && Math.abs(y - box.portY(row)) <= BoxMetrics.ROW / 2) {
                return new ExitRef(box.id(), exits.get(row).name());
            }
        }
        return null;
    }

    private @Nullable Hit port(double x, double y, double reach) {
        Hit[] found = new Hit[1];
        double[] nearest = {reach};
        graph.forEachBoxIn(new Bounds(x - reach, y - 60, 2 * reach, 60 + reach), box -> {
            List<ExitPresentation> exits = box.node().exits();
            for (int row = 0; row < exits.size(); row++) {
                if (exits.get(row).hasRow() || box == opened) {
                    double distance = Math.hypot(x - box.portX(), y - box.portY(row));
                    if (distance < nearest[0]) {
                        nearest[0] = distance;
                        found[0] = new Hit.OnPort(box, new ExitRef(box.id(), exits.get(row).name()), row);
                    }
                }
            }
        });
        return found[0];
    }

    private @Nullable Hit edge(double x, double y, double tolerance, boolean head) {
        double reach = (head ? HEAD : EDGE) * tolerance;
        Hit[] found = new Hit[1];
        double[] nearest = {reach};
        graph.forEachEdgeIn(new Bounds(x - reach, y - reach, 2 * reach, 2 * reach), edge -> {
            double distance = head
                    ? Math.hypot(x - (edge.to().entryX() - 5), y - edge.to().entryY())
                    : graph.route(edge).distance(x, y);
            if (distance < nearest[0]) {
                nearest[0] = distance;
                found[0] = head ? new Hit.OnEdgeEnd(edge) : new Hit.OnEdge(edge);
            }
        });
        return found[0];
    }

    /// The smallest group whose title or border is here; its inside is open.
    private @Nullable Box groupAt(double x, double y) {
        Box[] found = new Box[1];
        graph.forEachBoxIn(new Bounds(x, y, 0, 0), box -> {
            if (box.node().isGroup() && isFrame(box.bounds(), x, y)
                    && (found[0] == null || area(box) < area(found[0]))) {
                found[0] = box;
            }
        });
        return found[0];
    }

    private static boolean isFrame(Bounds bounds, double x, double y) {
        return y < bounds.y() + GROUP_TITLE || !bounds.inflated(-GROUP_BORDER).contains(x, y)
                || (x > bounds.maxX() - CORNER && y > bounds.maxY() - CORNER);
    }

    private static double area(Box box) {
        return box.bounds().width() * box.bounds().height();
    }

    private static boolean isCorner(Box box, double x, double y) {
        return box.node().annotation() && x > box.bounds().maxX() - CORNER && y > box.bounds().maxY() - CORNER;
    }
}
