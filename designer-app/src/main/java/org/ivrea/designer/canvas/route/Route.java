package org.ivrea.designer.canvas.route;

import org.ivrea.designer.canvas.geometry.Bounds;

/// The way of an edge. It leaves to the right and arrives from the left.
public sealed interface Route {

    /// One cubic curve.
    record Curve(double x1, double y1, double bend, double x2, double y2) implements Route {
        private static final int STEPS = 16;

        @Override
        public double[] points() {
            double[] points = new double[2 * (STEPS + 1)];
            for (int step = 0; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                double s = 1 - t;
                points[2 * step] = s * s * s * x1 + 3 * s * s * t * (x1 + bend) + 3 * s * t * t * (x2 - bend)
                        + t * t * t * x2;
                points[2 * step + 1] = s * s * (s + 3 * t) * y1 + t * t * (t + 3 * s) * y2;
            }
            return points;
        }
    }

    /// Level and upright lines, to be drawn with round corners.
    ///
    /// @param points x and y in turn
    record Bent(double[] points) implements Route {
        public static final double RADIUS = 14;
    }

    /// The line as points close to it: x and y in turn.
    double[] points();

    default Bounds bounds() {
        double[] points = points();
        Bounds bounds = new Bounds(points[0], points[1], 0, 0);
        for (int at = 2; at < points.length; at += 2) {
            bounds = bounds.union(new Bounds(points[at], points[at + 1], 0, 0));
        }
        return bounds;
    }

    /// How far a point is from the line.
    default double distance(double x, double y) {
        double[] points = points();
        double nearest = Double.MAX_VALUE;
        for (int at = 0; at + 3 < points.length; at += 2) {
            nearest = Math.min(nearest,
                    distance(x, y, points[at], points[at + 1], points[at + 2], points[at + 3]));
        }
        return nearest;
    }

    private static double distance(double x, double y, double x1, double y1, double x2, double y2) {
        double length = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
        double t = length == 0 ? 0 : Math.clamp(((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length, 0, 1);
        return Math.hypot(x - (x1 + t * (x2 - x1)), y - (y1 + t * (y2 - y1)));
    }

    /// Whether the line touches a rectangle.
    default boolean touches(Bounds area) {
        double[] points = points();
        for (int at = 0; at + 3 < points.length; at += 2) {
            if (area.isCrossedBy(points[at], points[at + 1], points[at + 2], points[at + 3])) {
                return true;
            }
        }
        return false;
    }
}
