package org.ivrea.designer.canvas.route;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RouterTest {
    private static final double W = 200;
    private static final double H = 120;

    private static Ends ends(Bounds from, Bounds to) {
        return new Ends(from.maxX(), from.y() + 80, to.x(), to.y() + 19, from, to, 0);
    }

    private static Bounds box(double x, double y) {
        return new Bounds(x, y, W, H);
    }

    private static void assertGoesRound(Route route, List<Bounds> boxes) {
        for (Bounds box : boxes) {
            assertThat(route.touches(box.inflated(-0.5))).as("%s through %s", route, box).isFalse();
        }
    }

    @Test
    void aClearWayForwardIsACurve() {
        Route route = Router.route(ends(box(0, 0), box(300, 50)), List.of(box(0, 0), box(300, 50)));
        assertThat(route).isInstanceOf(Route.Curve.class);
    }

    @Test
    void aBoxInBetweenIsGoneRound() {
        List<Bounds> boxes = List.of(box(0, 0), box(300, 0), box(600, 0));
        Route route = Router.route(ends(box(0, 0), box(600, 0)), boxes);
        assertThat(route).isInstanceOf(Route.Bent.class);
        assertGoesRound(route, boxes);
    }

    @Test
    void aLoopGoesRoundItsOwnBox() {
        Bounds box = box(0, 0);
        Route route = Router.route(ends(box, box), List.of(box));
        assertGoesRound(route, List.of(box));
        double[] points = route.points();
        assertThat(points).startsWith(W, 80.0).endsWith(0.0, 19.0);
    }

    /// Boxes in a grid with some left out: whatever two of them are connected, the edge touches none.
    @Property(tries = 200)
    void noEdgeRunsThroughABox(@ForAll @IntRange(max = 24) int from, @ForAll @IntRange(max = 24) int to,
            @ForAll @IntRange(max = 24) int missing, @ForAll @IntRange(max = 7) int lane) {
        List<Bounds> boxes = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            if (at != missing || at == from || at == to) {
                boxes.add(box(at % 5 * 280, at / 5 * 180));
            }
        }
        Bounds a = box(from % 5 * 280, from / 5 * 180);
        Bounds b = box(to % 5 * 280, to / 5 * 180);
        var ends = new Ends(a.maxX(), a.y() + 80, b.x(), b.y() + 19, a, b, lane);
        Route route = Router.route(ends, boxes);

        assertGoesRound(route, boxes);
        assertThat(ends.area().inflated(1).contains(route.bounds())).isTrue();
    }
}
