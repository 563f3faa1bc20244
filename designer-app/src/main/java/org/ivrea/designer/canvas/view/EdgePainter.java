package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Edge;
import org.ivrea.designer.canvas.model.Graph;
import org.ivrea.designer.canvas.route.Route;
import org.ivrea.designer.canvas.route.Router;

/// Paints the edges of an area, in world coordinates: the quiet ones first, those that matter now above them.
final class EdgePainter {
    private static final double WIDTH = 1.5;
    private static final double STRONG = 2.5;
    private static final double HEAD_LENGTH = 8;
    private static final double HEAD_HALF = 4;
    /// Below this scale edges are straight lines.
    private static final double PLAIN_BELOW = 0.16;
    /// What may be spent on looking for ways in one frame, when there are many; the other edges take a simple one until
    /// the next.
    private static final int ALWAYS = 200;
    private static final long BUDGET_NANOS = 8_000_000;

    private final Graph graph;
    private final Inks inks;

    private enum Style {
        QUIET, ASIDE, MISSED, TAKEN, ACTIVE
    }

    EdgePainter(Graph graph, Inks inks) {
        this.graph = graph;
        this.inks = inks;
    }

    /// @return false when some ways are still to be found
    boolean paint(GraphicsContext gc, Bounds area, double scale, Emphasis emphasis, CallMarks marks) {
        if (scale < PLAIN_BELOW) {
            paintPlain(gc, area, scale, emphasis, marks);
            return true;
        }
        List<List<Edge>> byStyle = new ArrayList<>();
        for (Style _ : Style.values()) {
            byStyle.add(new ArrayList<>());
        }
        graph.forEachEdgeIn(area, edge -> {
            if (!edge.ref().equals(emphasis.hidden())) {
                byStyle.get(style(edge, emphasis, marks).ordinal()).add(edge);
            }
        });
        long deadline = System.nanoTime() + BUDGET_NANOS;
        boolean complete = true;
        for (Style style : Style.values()) {
            complete &= paint(gc, byStyle.get(style.ordinal()), style, Math.max(1, 0.55 / scale), deadline);
        }
        gc.setLineDashes();
        return complete;
    }

    private boolean paint(GraphicsContext gc, List<Edge> edges, Style style, double weight, long deadline) {
        if (edges.isEmpty()) {
            return true;
        }
        boolean complete = true;
        int looked = 0;
        Paint paint = inks.paint(switch (style) {
            case QUIET, ASIDE -> Ink.EDGE;
            case MISSED -> Ink.DANGER;
            case TAKEN -> Ink.LIVE;
            case ACTIVE -> Ink.ACTIVE;
        });
        gc.setStroke(paint);
        gc.setFill(paint);
        gc.setLineWidth(weight * (style == Style.TAKEN || style == Style.ACTIVE ? STRONG : WIDTH));
        gc.setLineDashes(style == Style.ASIDE || style == Style.MISSED ? new double[] {5, 4} : new double[0]);
        gc.beginPath();
        for (Edge edge : edges) {
            Route route = edge.route();
            if (route == null) {
                boolean late = ++looked > ALWAYS && System.nanoTime() > deadline;
                route = late ? Router.draft(edge.ends()) : graph.route(edge);
                complete &= !late;
            }
            trace(gc, route);
        }
        gc.stroke();
        gc.setLineDashes();
        for (Edge edge : edges) {
            head(gc, edge.to().entryX(), edge.to().entryY(), Math.min(weight, 1.4));
        }
        return complete;
    }

    private static Style style(Edge edge, Emphasis emphasis, CallMarks marks) {
        if (emphasis.isActive(edge.ref())) {
            return Style.ACTIVE;
        }
        if (marks.isTaken(edge.ref())) {
            return Style.TAKEN;
        }
        if (emphasis.selection().hasNode(edge.from().id()) || emphasis.selection().hasNode(edge.to().id())) {
            return Style.ACTIVE;
        }
        if (marks.isMissed(edge.ref())) {
            return Style.MISSED;
        }
        return edge.isImplicit() ? Style.ASIDE : Style.QUIET;
    }

    /// Adds a route to the current path. It ends where the head begins.
    static void trace(GraphicsContext gc, Route route) {
        switch (route) {
            case Route.Curve(double x1, double y1, double bend, double x2, double y2) -> {
                gc.moveTo(x1, y1);
                gc.bezierCurveTo(x1 + bend, y1, x2 - HEAD_LENGTH - bend, y2, x2 - HEAD_LENGTH, y2);
                gc.lineTo(x2 - HEAD_LENGTH + 1, y2);
            }
            case Route.Bent(double[] points) -> bent(gc, points);
        }
    }

    private static void bent(GraphicsContext gc, double[] points) {
        gc.moveTo(points[0], points[1]);
        int last = points.length - 2;
        for (int at = 2; at < last; at += 2) {
            double in = Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1]);
            double out = Math.hypot(points[at + 2] - points[at], points[at + 3] - points[at + 1]);
            double radius = Math.min(Route.Bent.RADIUS, Math.min(in, out) / 2);
            gc.lineTo(points[at] - radius * (points[at] - points[at - 2]) / Math.max(in, 1e-9),
                    points[at + 1] - radius * (points[at + 1] - points[at - 1]) / Math.max(in, 1e-9));
            gc.quadraticCurveTo(points[at], points[at + 1],
                    points[at] + radius * (points[at + 2] - points[at]) / Math.max(out, 1e-9),
                    points[at + 1] + radius * (points[at + 3] - points[at + 1]) / Math.max(out, 1e-9));
        }
        gc.lineTo(points[last] - HEAD_LENGTH + 1, points[last + 1]);
    }

    private static void head(GraphicsContext gc, double x, double y, double size) {
        double length = HEAD_LENGTH * size;
        double half = HEAD_HALF * size;
        gc.fillPolygon(new double[] {x - 1, x - 1 - length, x - 1 - length}, new double[] {y, y - half, y + half},
                3);
    }

    private void paintPlain(GraphicsContext gc, Bounds area, double scale, Emphasis emphasis, CallMarks marks) {
        gc.setLineWidth(0.75 / scale);
        List<Edge> strong = new ArrayList<>();
        gc.setStroke(inks.paint(Ink.EDGE));
        graph.forEachEdgeIn(area, edge -> {
            Style style = style(edge, emphasis, marks);
            if (style == Style.QUIET || style == Style.ASIDE) {
                line(gc, edge);
            } else {
                strong.add(edge);
            }
        });
        gc.setLineWidth(1.5 / scale);
        for (Edge edge : strong) {
            gc.setStroke(inks.paint(switch (style(edge, emphasis, marks)) {
                case TAKEN -> Ink.LIVE;
                case MISSED -> Ink.DANGER;
                default -> Ink.ACTIVE;
            }));
            line(gc, edge);
        }
    }

    private static void line(GraphicsContext gc, Edge edge) {
        gc.strokeLine(edge.from().portX(), edge.from().portY(edge.row()), edge.to().entryX(), edge.to().entryY());
    }
}
