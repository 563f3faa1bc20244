package org.ivrea.engine.simulation;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ivrea.engine.call.CallEnd;
import org.jspecify.annotations.Nullable;

/// What the caller is going to do, in the order of time, and the call's time itself. Belongs to the flow's thread; the
/// methods that begin with `post` are for all threads.
///
/// Time is logical: it moves from event to event and from deadline to deadline, never by the work in between, so that a
/// slow machine changes no call.
public final class Agenda {

    /// An entry. A key, a hang-up, something to run, or, with none of these, a signal to the waiting operation.
    static final class Event {
        private long at;
        private @Nullable Event next;
        final char key;
        final @Nullable CallEnd end;
        final @Nullable Runnable action;

        private Event(long at, char key, @Nullable CallEnd end, @Nullable Runnable action) {
            this.at = at;
            this.key = key;
            this.end = end;
            this.action = action;
        }
    }

    private static final CallEnd INTERRUPTED = new CallEnd("MANAGER_REQUEST", CallEnd.Side.SYSTEM);

    private final SimulationClock clock;
    private final Queue<Event> inbox = new ConcurrentLinkedQueue<>();
    private @Nullable Event first;
    private long time;
    private boolean interrupted;

    Agenda(SimulationClock clock) {
        this.clock = clock;
    }

    /// Milliseconds since the call began.
    public long now() {
        return time;
    }

    /// Has the caller press a key.
    ///
    /// @param atMs a moment in the past stands for now
    public void key(long atMs, char key) {
        insert(new Event(atMs, key, null, null));
    }

    /// Has the call end.
    public void hangUp(long atMs, CallEnd end) {
        insert(new Event(atMs, '\0', end, null));
    }

    /// Runs something once the flow has done all it does at that moment and waits for time to pass.
    ///
    /// @return takes it off the agenda; has no effect when it ran already
    public Runnable then(long atMs, Runnable action) {
        var event = new Event(atMs, '\0', null, action);
        insert(event);
        return () -> remove(event);
    }

    /// Has the caller press a key now.
    void postKey(char key) {
        post(new Event(clock.now(), key, null, null));
    }

    /// Has the call end now.
    void postHangUp(CallEnd end) {
        post(new Event(clock.now(), '\0', end, null));
    }

    /// Wakes the operation that waits.
    void postSignal() {
        post(new Event(clock.now(), '\0', null, null));
    }

    private void post(Event event) {
        inbox.add(event);
        clock.wake();
    }

    /// Lets time pass until the next event that concerns an operation.
    ///
    /// @return `null` when there is none up to the deadline, which is now then
    @Nullable
    Event next(long deadline) {
        // Of a flow that does not wait, nobody can know whether it has done all it does at this moment.
        boolean waits = deadline > time;
        while (true) {
            drain();
            Event head = first;
            if (head != null && head.at <= time && (head.action == null || waits)) {
                first = head.next;
                if (head.action == null) {
                    return head;
                }
                head.action.run();
            } else if (deadline <= time) {
                return null;
            } else {
                long until = head == null ? deadline : Math.min(head.at, deadline);
                if (reached(until) && first == head) {
                    time = until;
                }
            }
        }
    }

    /// The next key or hang-up that is due already.
    @Nullable
    Event due() {
        return next(time);
    }

    private boolean reached(long until) {
        if (interrupted) {
            return true;
        }
        try {
            boolean reached = clock.sleepUntil(until);
            drain();
            return reached;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            interrupted = true;
            hangUp(time, INTERRUPTED);
            return false;
        }
    }

    private void drain() {
        for (Event event = inbox.poll(); event != null; event = inbox.poll()) {
            insert(event);
        }
    }

    /// Behind the events of the same moment.
    private void insert(Event event) {
        event.at = Math.max(event.at, time);
        Event before = null;
        Event after = first;
        while (after != null && after.at <= event.at) {
            before = after;
            after = after.next;
        }
        event.next = after;
        if (before == null) {
            first = event;
        } else {
            before.next = event;
        }
    }

    private void remove(Event event) {
        Event before = null;
        for (Event at = first; at != null; at = at.next) {
            if (at == event) {
                if (before == null) {
                    first = at.next;
                } else {
                    before.next = at.next;
                }
                return;
            }
            before = at;
        }
    }
}
