package org.ivrea.designer.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whoever wants to know that something changed.
final class Listeners {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void add(Runnable listener) {
        listeners.add(listener);
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }
}
