package org.ivrea.designer.canvas.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.ivrea.designer.canvas.geometry.Bounds;

/// Searches the shortest way of few bends along the lines beside the boxes (A*). A way through a box is possible but
/// costs much, so that there always is one.
final class Detour {
    private static final double STUB = 18;
    private static final double MARGIN = 16;
    private static final double LANE = 7;
    private static final int LANES = 4;
    private static final double CLEARANCE = 7;
    private static final double BEND = 55;
    private static final double THROUGH = 25;
    private static final int RIGHT = 0;
    private static final int DOWN = 1;
    private static final int LEFT = 2;
    private static final int UP = 3;

    private final Ends ends;
    private final List<Bounds> walls = new ArrayList<>();
    private final double[] xs;
    private final double[] ys;
    private final double[] cost;
    private final int[] cameFrom;
    private final int goal;

    private record Step(int state, double estimate) {}

    private Detour(Ends ends, List<Bounds> boxes) {
        this.ends = ends;
        double spread = MARGIN + Math.floorMod(ends.lane(), LANES) * LANE;
        Bounds area = ends.area();
        double[] columns = new double[2 + 2 * boxes.size()];
        double[] rows = new double[2 + 2 * boxes.size()];
        columns[0] = startX();
        columns[1] = endX();
        rows[0] = ends.y1();
        rows[1] = ends.y2();
        for (int at = 0; at < boxes.size(); at++) {
            Bounds box = boxes.get(at);
            walls.add(box.inflated(CLEARANCE));
            columns[2 + 2 * at] = Math.max(area.x(), box.x() - spread);
            columns[3 + 2 * at] = Math.min(area.maxX(), box.maxX() + spread);
            rows[2 + 2 * at] = Math.max(area.y(), box.y() - spread);
            rows[3 + 2 * at] = Math.min(area.maxY(), box.maxY() + spread);
        }
        this.xs = sorted(columns);
        this.ys = sorted(rows);
        this.cost = new double[xs.length * ys.length * 4];
        this.cameFrom = new int[cost.length];
        this.goal = state(indexOf(xs, endX()), indexOf(ys, ends.y2()), RIGHT);
    }

    static double[] find(Ends ends, List<Bounds> boxes) {
        var detour = new Detour(ends, boxes);
        return detour.points(detour.search());
    }

    private double startX() {
        return ends.x1() + STUB + Math.floorMod(ends.lane(), LANES) * LANE;
    }

    private double endX() {
        return ends.x2() - STUB - 6;
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        int kept = 0;
        for (double value : values) {
            if (kept == 0 || value - values[kept - 1] > 0.01) {
                values[kept++] = value;
            }
        }
        return Arrays.copyOf(values, kept);
    }

    private int search() {
        Arrays.fill(cost, Double.MAX_VALUE);
        int first = state(indexOf(xs, startX()), indexOf(ys, ends.y1()), RIGHT);
        var open = new PriorityQueue<Step>((a, b) -> Double.compare(a.estimate, b.estimate));
        cost[first] = 0;
        cameFrom[first] = -1;
        open.add(new Step(first, 0));
        for (Step step = open.poll(); step != null; step = open.poll()) {
            if (isGoal(step.state)) {
                return step.state;
            }
            if (step.estimate <= cost[step.state] + heuristic(step.state) + 0.001) {
                for (int direction = RIGHT; direction <= UP; direction++) {
                    go(step.state, direction, open);
                }
            }
        }
        return goal;
    }

    private void go(int from, int direction, PriorityQueue<Step> open) {
        int heading = from & 3;
        if ((heading + 2) % 4 == direction) {
            return;
        }
        int column = column(from) + (direction == RIGHT ? 1 : direction == LEFT ? -1 : 0);
        int row = row(from) + (direction == DOWN ? 1 : direction == UP ? -1 : 0);
        if (column < 0 || row < 0 || column >= xs.length || row >= ys.length) {
            return;
        }
        int to = state(column, row, direction);
        double length = Math.abs(xs[column] - xs[column(from)]) + Math.abs(ys[row] - ys[row(from)]);
        if (isGoal(to) && direction == LEFT) {
            return;
        }
        int bends = (heading == direction ? 0 : 1) + (isGoal(to) && direction != RIGHT ? 1 : 0);
        double price = cost[from] + length + bends * BEND;
        if (price >= cost[to]) {
            return;
        }
        price += length * THROUGH * walls(xs[column(from)], ys[row(from)], xs[column], ys[row]);
        if (price < cost[to]) {
            cost[to] = price;
            cameFrom[to] = from;
            open.add(new Step(to, price + heuristic(to)));
        }
    }

    /// From the goal the edge goes right, so it may be reached from any side but that.
    private boolean isGoal(int state) {
        return state >> 2 == goal >> 2;
    }

    private int walls(double x1, double y1, double x2, double y2) {
        int crossed = 0;
        for (Bounds wall : walls) {
            crossed += wall.isCrossedBy(x1, y1, x2, y2) ? 1 : 0;
        }
        return crossed;
    }

    private double heuristic(int state) {
        return Math.abs(xs[column(state)] - endX()) + Math.abs(ys[row(state)] - ends.y2());
    }

    /// The corners only.
    private double[] points(int last) {
        List<double[]> corners = new ArrayList<>();
        corners.add(new double[] {ends.x2(), ends.y2()});
        for (int state = last; state >= 0; state = cameFrom[state]) {
            corners.add(new double[] {xs[column(state)], ys[row(state)]});
        }
        corners.add(new double[] {ends.x1(), ends.y1()});
        List<double[]> kept = new ArrayList<>();
        for (int at = corners.size() - 1; at >= 0; at--) {
            double[] corner = corners.get(at);
            int end = kept.size() - 1;
            if (end >= 1 && isStraight(kept.get(end - 1), kept.get(end), corner)) {
                kept.set(end, corner);
            } else {
                kept.add(corner);
            }
        }
        return kept.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static boolean isStraight(double[] a, double[] b, double[] c) {
        return (a[0] == b[0] && b[0] == c[0]) || (a[1] == b[1] && b[1] == c[1]);
    }

    private static int indexOf(double[] values, double value) {
        int found = Arrays.binarySearch(values, value);
        int near = found >= 0 ? found : Math.min(-found - 1, values.length - 1);
        return near > 0 && Math.abs(values[near - 1] - value) < Math.abs(values[near] - value) ? near - 1 : near;
    }

    private int state(int column, int row, int direction) {
        return ((row * xs.length + column) << 2) | direction;
    }

    private int column(int state) {
        return (state >> 2) % xs.length;
    }

    private int row(int state) {
        return (state >> 2) / xs.length;
    }
}
