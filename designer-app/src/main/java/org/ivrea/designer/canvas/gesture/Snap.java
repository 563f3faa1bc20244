package org.ivrea.designer.canvas.gesture;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.canvas.view.InteractionLayer.Guide;
import org.ivrea.designer.presentation.BoxMetrics;
import org.jspecify.annotations.Nullable;

/// Where a moved box comes to rest: in line with a box that is visible, or else on the grid.
final class Snap {
    private static final double REACH = 6;

    private final GraphView view;
    private final Set<String> moving;
    private final List<Guide> guides = new ArrayList<>();

    /// @param moving ids of the boxes that are not to be aligned with
    Snap(GraphView view, Set<String> moving) {
        this.view = view;
        this.moving = moving;
    }

    /// The lines along which the last box came to rest.
    List<Guide> guides() {
        return List.copyOf(guides);
    }

    Bounds rest(Bounds wanted) {
        guides.clear();
        if (!view.options().snap()) {
            return wanted.movedTo(Math.rint(wanted.x()), Math.rint(wanted.y()));
        }
        List<Bounds> others = new ArrayList<>();
        view.graph().forEachBoxIn(view.viewport().visible(), box -> {
            if (isReference(box)) {
                others.add(box.bounds());
            }
        });
        double reach = REACH / view.viewport().scale();
        double x = wanted.x() + nearest(wanted.x(), wanted.width(), others, true, reach);
        double y = wanted.y() + nearest(wanted.y(), wanted.height(), others, false, reach);
        boolean alignedX = x != wanted.x() || isAligned(wanted, others, true);
        boolean alignedY = y != wanted.y() || isAligned(wanted, others, false);
        Bounds resting = new Bounds(alignedX ? Math.rint(x) : onGrid(wanted.x()),
                alignedY ? Math.rint(y) : onGrid(wanted.y()), wanted.width(), wanted.height());
        if (alignedX) {
            guide(resting, others, true);
        }
        if (alignedY) {
            guide(resting, others, false);
        }
        return resting;
    }

    static double onGrid(double value) {
        return Math.rint(value / BoxMetrics.GRID) * BoxMetrics.GRID;
    }

    private boolean isReference(Box box) {
        return !moving.contains(box.id()) && !box.node().isGroup();
    }

    private static boolean isAligned(Bounds box, List<Bounds> others, boolean horizontal) {
        return nearest(horizontal ? box.x() : box.y(), horizontal ? box.width() : box.height(), others, horizontal,
                0.01) == 0 && others.stream().anyMatch(other -> lineUp(box, other, horizontal) != null);
    }

    /// How far to the nearest line; 0 when none is near.
    private static double nearest(double from, double length, List<Bounds> others, boolean horizontal,
            double reach) {
        double best = 0;
        double distance = reach;
        for (Bounds other : others) {
            double start = horizontal ? other.x() : other.y();
            double extent = horizontal ? other.width() : other.height();
            double[] shifts = {start - from, start + extent / 2 - (from + length / 2),
                    start + extent - (from + length)};
            for (double shift : shifts) {
                if (Math.abs(shift) < distance) {
                    distance = Math.abs(shift);
                    best = shift;
                }
            }
        }
        return best;
    }

    private void guide(Bounds box, List<Bounds> others, boolean horizontal) {
        Bounds along = box;
        Double line = null;
        for (Bounds other : others) {
            Double shared = lineUp(box, other, horizontal);
            if (shared != null && (line == null || Math.abs(line - shared) < 1)) {
                line = shared;
                along = along.union(other);
            }
        }
        if (line != null) {
            guides.add(horizontal
                    ? new Guide(line, along.y() - 12, line, along.maxY() + 12)
                    : new Guide(along.x() - 12, line, along.maxX() + 12, line));
        }
    }

    private static @Nullable Double lineUp(Bounds a, Bounds b, boolean horizontal) {
        double[] as = horizontal
                ? new double[] {a.x(), a.centreX(), a.maxX()}
                : new double[] {a.y(), a.centreY(), a.maxY()};
        double[] bs = horizontal
                ? new double[] {b.x(), b.centreX(), b.maxX()}
                : new double[] {b.y(), b.centreY(), b.maxY()};
        for (int at = 0; at < as.length; at++) {
            if (Math.abs(as[at] - bs[at]) < 0.75) {
                return bs[at];
            }
        }
        return null;
    }
}
