package org.ivrea.freeswitch.flows;

import java.util.concurrent.atomic.AtomicInteger;

/// Counts who uses something, and lets it go when nobody does. Begins with one user: whoever made it.
public final class UseCount {
    private final AtomicInteger users = new AtomicInteger(1);
    private final Runnable unused;

    /// @param unused run once, by the last one who leaves
    public UseCount(Runnable unused) {
        this.unused = unused;
    }

    /// @return false when it was let go already
    public boolean enter() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    public void leave() {
        if (users.decrementAndGet() == 0) {
            unused.run();
        }
    }
}
