package org.ivrea.server.run;

import java.util.List;
import java.util.function.Consumer;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.extension.CallObserver;

/// Several observers of one call. One that fails is a fault in the server: the call does not notice.
final class WatchedCall implements CallObserver {
    private final List<CallObserver> observers;
    private final Consumer<RuntimeException> faults;

    WatchedCall(List<CallObserver> observers, Consumer<RuntimeException> faults) {
        this.observers = List.copyOf(observers);
        this.faults = faults;
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        each(observer -> observer.accept(atMs, event));
    }

    @Override
    public void ends(CallOutcome outcome, long elapsedMs) {
        each(observer -> observer.ends(outcome, elapsedMs));
    }

    private void each(Consumer<CallObserver> tell) {
        for (CallObserver observer : observers) {
            try {
                tell.accept(observer);
            } catch (RuntimeException e) {
                faults.accept(e);
            }
        }
    }
}
