package org.ivrea.designer.simulation;

import java.util.concurrent.TimeUnit;
import org.ivrea.engine.simulation.WallTime;

/// How the time of a call goes by that of the wall: as fast, faster, not at all, or with a jump. Guarded by the lock of
/// whoever owns it.
final class Pace {
    private static final double NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final WallTime wall;
    private double speed = 1;
    private boolean going;
    private double anchorMs;
    private long anchorNanos;

    Pace(WallTime wall) {
        this.wall = wall;
    }

    double now() {
        return going ? anchorMs + (wall.nanos() - anchorNanos) / NANOS_PER_MS * speed : anchorMs;
    }

    double speed() {
        return speed;
    }

    void speed(double newSpeed) {
        anchor(now());
        speed = newSpeed;
    }

    void going(boolean wanted) {
        anchor(now());
        going = wanted;
    }

    /// Never goes back.
    void jumpTo(long ms) {
        anchor(Math.max(now(), ms));
    }

    long nanosUntil(long ms) {
        return Math.max(1, (long) Math.ceil((ms - now()) * NANOS_PER_MS / speed));
    }

    private void anchor(double ms) {
        anchorMs = ms;
        anchorNanos = wall.nanos();
    }
}
