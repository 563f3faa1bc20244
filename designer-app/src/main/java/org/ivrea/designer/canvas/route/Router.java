package org.ivrea.designer.canvas.route;

import java.util.List;
import org.ivrea.designer.canvas.geometry.Bounds;

/// Finds the way of one edge: a curve where nothing is in between, or else bent lines round the boxes.
public final class Router {
    private static final double LEAST_GAP = 24;
    private static final double LEAST_BEND = 36;
    private static final double MOST_BEND = 140;
    private static final double CLEARANCE = 6;
    private static final int MOST_OBSTACLES = 70;

    private Router() {}

    /// @param boxes those that touch the [area][Ends#area], among them the two that the edge connects
    public static Route route(Ends ends, List<Bounds> boxes) {
        Route.Curve curve = curve(ends);
        if (isForward(ends) && isClear(curve, ends, boxes)) {
            return curve;
        }
        List<Bounds> obstacles = boxes.size() > MOST_OBSTACLES ? near(ends, boxes) : boxes;
        return new Route.Bent(Detour.find(ends, obstacles));
    }

    /// The way without a look at what is in between: for while things move.
    public static Route draft(Ends ends) {
        return isForward(ends) ? curve(ends) : new Route.Bent(Detour.find(ends, List.of(ends.from(), ends.to())));
    }

    public static Route.Curve curve(Ends ends) {
        double dx = Math.abs(ends.x2() - ends.x1());
        double dy = Math.abs(ends.y2() - ends.y1());
        double bend = Math.clamp(Math.max(dx / 2, Math.min(dy / 3, 60)), LEAST_BEND, MOST_BEND);
        return new Route.Curve(ends.x1(), ends.y1(), Math.max(bend, dx > 400 ? dx * 0.35 : bend), ends.x2(), ends.y2());
    }

    private static boolean isForward(Ends ends) {
        return ends.x2() - ends.x1() >= LEAST_GAP;
    }

    private static boolean isClear(Route.Curve curve, Ends ends, List<Bounds> boxes) {
        double[] points = null;
        for (Bounds box : boxes) {
            if (box.equals(ends.from()) || box.equals(ends.to())) {
                continue;
            }
            Bounds around = box.inflated(CLEARANCE);
            if (!around.intersects(Bounds.between(curve.x1() - 20, curve.y1(), curve.x2() + 20, curve.y2()))) {
                continue;
            }
            points = points == null ? curve.points() : points;
            for (int at = 0; at + 3 < points.length; at += 2) {
                if (around.isCrossedBy(points[at], points[at + 1], points[at + 2], points[at + 3])) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The ends themselves and the boxes nearest to the line between them.
    private static List<Bounds> near(Ends ends, List<Bounds> boxes) {
        Route line = new Route.Bent(new double[] {ends.x1(), ends.y1(), ends.x2(), ends.y2()});
        return boxes.stream()
                .sorted((a, b) -> Double.compare(rank(line, ends, a), rank(line, ends, b)))
                .limit(MOST_OBSTACLES).toList();
    }

    private static double rank(Route line, Ends ends, Bounds box) {
        return box.equals(ends.from()) || box.equals(ends.to()) ? -1 : line.distance(box.centreX(), box.centreY());
    }
}
