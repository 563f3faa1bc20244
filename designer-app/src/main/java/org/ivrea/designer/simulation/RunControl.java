package org.ivrea.designer.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.engine.simulation.WallTime;
import org.jspecify.annotations.Nullable;

/// Where the call's thread waits, and all that reaches it there: time, keys, the person's commands. Commands are for
/// all threads.
final class RunControl {

    /// A key and when it was pressed.
    record Pressed(char key, long atMs) {}

    private final WallTime wall;
    private final Runnable changed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Pace pace;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Pressed> keys = new ArrayDeque<>();
    private boolean paused;
    private boolean held;
    private boolean skipping;
    private boolean skipsThis;
    private boolean atNode;
    private boolean asking;
    private boolean goesOn;
    private boolean hangsUp;
    private boolean closed;
    private boolean shownPaused;
    private boolean shownHeld;
    private boolean ended;
    private boolean signalled;
    private boolean real;
    private double speed;
    private @Nullable Waiting waiting;

    /// @param changed told, on the call's thread, when there is something new to show
    RunControl(WallTime wall, double speed, Runnable changed) {
        this.wall = wall;
        this.changed = changed;
        this.pace = new Pace(wall);
        this.speed = speed;
        pace.speed(speed);
        pace.going(true);
    }

    // What the call's thread does.

    /// What ended a wait.
    enum Woken {
        TIME, KEY, HANG_UP, SIGNAL
    }

    /// Waits for the time to come, or for the caller.
    ///
    /// @throws InterruptedException when nobody wants the call any more
    Woken await(Waiting wait) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            waiting = wait;
            show();
            while (true) {
                if (closed) {
                    throw new InterruptedException();
                }
                if (hangsUp) {
                    return Woken.HANG_UP;
                }
                if (doTasks()) {
                    continue;
                }
                if (!paused && !keys.isEmpty()) {
                    hold(false);
                    return Woken.KEY;
                }
                if (!paused && signalled) {
                    signalled = false;
                    return Woken.SIGNAL;
                }
                if (!paused && skipping && !real && wait.isLimited() && (skipsThis || !wait.isCallersTurn())) {
                    skipsThis = false;
                    pace.jumpTo(wait.untilMs());
                    return Woken.TIME;
                }
                if (!paused && skipping && wait.isCallersTurn()) {
                    skipping = false;
                    hold(true);
                }
                if (shownPaused != paused || shownHeld != held) {
                    show();
                }
                if (!paused && !held && pace.now() >= wait.untilMs()) {
                    return Woken.TIME;
                } else if (paused || held || !wait.isLimited()) {
                    news.await();
                } else {
                    wall.await(news, pace.nanosUntil(wait.untilMs()));
                }
            }
        } finally {
            waiting = null;
            lock.unlock();
        }
    }

    /// Takes the next key that was pressed.
    Pressed takeKey() {
        lock.lock();
        try {
            return keys.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    /// Takes the hang-up.
    ///
    /// @return when it was
    long takeHangUp() {
        lock.lock();
        try {
            hangsUp = false;
            return (long) pace.now();
        } finally {
            lock.unlock();
        }
    }

    /// Stands at a node until the person lets the call go on.
    void stand() {
        lock.lock();
        try {
            atNode = true;
            goesOn = false;
            skipping = false;
            paused = false;
            settle();
            changed.run();
            while (!goesOn && !closed && !hangsUp) {
                if (!doTasks()) {
                    news.awaitUninterruptibly();
                }
            }
        } finally {
            atNode = false;
            settle();
            lock.unlock();
            changed.run();
        }
    }

    /// Waits for the person's answer; the call's time stands still meanwhile.
    ///
    /// @return `null` when the caller hung up or nobody wants the call any more
    <T> @Nullable T awaitPerson(CompletableFuture<T> future) {
        future.whenComplete((_, _) -> wake());
        lock.lock();
        try {
            asking = true;
            settle();
            changed.run();
            while (!future.isDone() && !closed && !hangsUp) {
                if (!doTasks()) {
                    news.awaitUninterruptibly();
                }
            }
            return future.isDone() && !future.isCompletedExceptionally() ? future.join() : null;
        } finally {
            asking = false;
            settle();
            lock.unlock();
            changed.run();
        }
    }

    /// Sets the clock forward, after something that took no time of the call.
    void jumpTo(long ms) {
        lock.lock();
        try {
            pace.jumpTo(ms);
        } finally {
            lock.unlock();
        }
    }

    /// The call is over: commands are done at once, as far as they make sense.
    void end() {
        lock.lock();
        try {
            ended = true;
            settle();
            while (!tasks.isEmpty()) {
                tasks.removeFirst().run();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean doTasks() {
        if (tasks.isEmpty()) {
            return false;
        }
        tasks.removeFirst().run();
        return true;
    }

    private void show() {
        shownPaused = paused;
        shownHeld = held;
        changed.run();
    }

    private void hold(boolean wanted) {
        held = wanted;
        settle();
    }

    private void settle() {
        pace.going(!paused && !held && !atNode && !asking && !ended);
    }

    // What the person does.

    void press(char key) {
        command(() -> keys.addLast(new Pressed(key, (long) pace.now())));
    }

    void hangUp() {
        command(() -> {
            hangsUp = true;
            paused = false;
            held = false;
            goesOn = true;
        });
    }

    void pause() {
        command(() -> paused = true);
    }

    /// Lets a call go on that was paused, holds or stands at a node.
    void resume() {
        command(() -> {
            paused = false;
            held = false;
            goesOn = true;
        });
    }

    /// Goes straight to the moment at which the caller is to do something.
    void skip() {
        command(() -> {
            skipsThis = waiting != null && waiting.isCallersTurn();
            skipping = true;
            paused = false;
            held = false;
            goesOn = true;
        });
    }

    void speed(double wanted) {
        command(() -> {
            speed = wanted;
            pace.speed(real ? 1 : wanted);
        });
    }

    /// Has the call's thread do something where it waits, or does it at once when the call is over.
    void submit(Runnable task) {
        lock.lock();
        try {
            if (ended) {
                task.run();
            } else {
                tasks.addLast(task);
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nobody wants the call any more.
    void close() {
        command(() -> closed = true);
    }

    private void command(Runnable change) {
        lock.lock();
        try {
            change.run();
            settle();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Has the call's thread look at what came for it.
    void signal() {
        command(() -> signalled = true);
    }

    /// While something real goes on, time passes as on the wall and cannot be skipped.
    void real(boolean wanted) {
        command(() -> {
            real = wanted;
            signalled &= wanted;
            pace.speed(wanted ? 1 : speed);
        });
    }

    private void wake() {
        command(() -> {});
    }

    // What can be seen.

    boolean isClosed() {
        return seen(_ -> closed);
    }

    boolean isPaused() {
        return seen(_ -> paused);
    }

    long now() {
        lock.lock();
        try {
            return (long) pace.now();
        } finally {
            lock.unlock();
        }
    }

    /// Whether time passes, and what the call waits for.
    record Look(Phase phase, @Nullable Waiting waiting) {}

    Look look() {
        lock.lock();
        try {
            Phase phase = ended
                    ? Phase.ENDED
                    : atNode
                            ? Phase.STOPPED
                            : asking ? Phase.ASKING : held ? Phase.HELD : paused ? Phase.PAUSED : Phase.RUNNING;
            return new Look(phase, waiting);
        } finally {
            lock.unlock();
        }
    }

    private boolean seen(Predicate<RunControl> what) {
        lock.lock();
        try {
            return what.test(this);
        } finally {
            lock.unlock();
        }
    }
}
