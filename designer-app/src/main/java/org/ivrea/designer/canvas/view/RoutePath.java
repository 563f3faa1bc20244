package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import org.ivrea.designer.canvas.route.Route;

/// A route as a shape of the scene graph.
final class RoutePath {
    private RoutePath() {}

    static List<PathElement> of(Route route) {
        List<PathElement> path = new ArrayList<>();
        switch (route) {
            case Route.Curve(double x1, double y1, double bend, double x2, double y2) -> {
                path.add(new MoveTo(x1, y1));
                path.add(new CubicCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2));
            }
            case Route.Bent(double[] points) -> bent(path, points);
        }
        return path;
    }

    private static void bent(List<PathElement> path, double[] points) {
        path.add(new MoveTo(points[0], points[1]));
        int last = points.length - 2;
        for (int at = 2; at < last; at += 2) {
            double in = Math.hypot(points[at] - points[at - 2], points[at + 1] - points[at - 1]);
            double out = Math.hypot(points[at + 2] - points[at], points[at + 3] - points[at + 1]);
            double radius = Math.min(Route.Bent.RADIUS, Math.min(in, out) / 2);
            path.add(new LineTo(points[at] - radius * (points[at] - points[at - 2]) / Math.max(in, 1e-9),
                    points[at + 1] - radius * (points[at + 1] - points[at - 1]) / Math.max(in, 1e-9)));
            path.add(new QuadCurveTo(points[at], points[at + 1],
                    points[at] + radius * (points[at + 2] - points[at]) / Math.max(out, 1e-9),
                    points[at + 1] + radius * (points[at + 3] - points[at + 1]) / Math.max(out, 1e-9)));
        }
        path.add(new LineTo(points[last], points[last + 1]));
    }
}
