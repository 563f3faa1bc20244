package org.ivrea.freeswitch.conformance;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/// What somebody is going to do at moments of a call. For one thread at a time.
final class Errands {
    private record Errand(long atMs, Runnable work) {}

    private final Queue<Errand> planned = new PriorityQueue<>(Comparator.comparingLong(Errand::atMs));

    void at(long ms, Runnable work) {
        planned.add(new Errand(ms, work));
    }

    /// Does what is due.
    void upTo(long nowMs) {
        for (Errand first = planned.peek(); first != null && first.atMs <= nowMs; first = planned.peek()) {
            planned.remove();
            first.work.run();
        }
    }
}
