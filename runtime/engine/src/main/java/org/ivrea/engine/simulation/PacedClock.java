package org.ivrea.engine.simulation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Time that passes as on the wall, or slower or faster, and can stand still. Threads may share it.
public final class PacedClock implements SimulationClock {
    private static final double NANOS_PER_MS = TimeUnit.MILLISECONDS.toNanos(1);

    private final WallTime wall;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private double speed;
    private long anchorNanos;
    private double anchorMs;
    private boolean paused;
    private boolean woken;

    /// Starts now.
    ///
    /// @param speed 1 for real time, 2 for twice as fast; more than 0
    public PacedClock(double speed) {
        this(speed, WallTime.SYSTEM);
    }

    PacedClock(double speed, WallTime wall) {
        this.wall = wall;
        this.speed = checked(speed);
        this.anchorNanos = wall.nanos();
    }

    @Override
    public long now() {
        lock.lock();
        try {
            return (long) exactNow();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean sleepUntil(long ms) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (paused) {
                    changed.await();
                } else if (exactNow() >= ms) {
                    return true;
                } else if (woken) {
                    woken = false;
                    return false;
                } else {
                    wall.await(changed, (long) Math.ceil((ms - exactNow()) * NANOS_PER_MS / speed));
                }
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Stops time. The call stands still, input included, when it waits next.
    public void pause() {
        change(speed, true);
    }

    /// Lets time go on where it stopped.
    public void resume() {
        change(speed, false);
    }

    public boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    /// @param newSpeed from now on, 1 for real time; more than 0
    public void speed(double newSpeed) {
        lock.lock();
        try {
            change(checked(newSpeed), paused);
        } finally {
            lock.unlock();
        }
    }

    private void change(double newSpeed, boolean newPaused) {
        lock.lock();
        try {
            anchorMs = exactNow();
            anchorNanos = wall.nanos();
            speed = newSpeed;
            paused = newPaused;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private double exactNow() {
        return paused ? anchorMs : anchorMs + (wall.nanos() - anchorNanos) / NANOS_PER_MS * speed;
    }

    private static double checked(double speed) {
        if (!(speed > 0 && speed <= 1_000_000)) {
            throw new IllegalArgumentException("the speed must be more than 0 and at most 1,000,000, not " + speed);
        }
        return speed;
    }
}
