package org.ivrea.server.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.ObservedCall;

/// The calls in progress.
public final class LiveCalls {
    private final ConcurrentMap<Live, Boolean> calls = new ConcurrentHashMap<>();

    /// A call, and where it is.
    public static final class Live implements CallObserver {
        private final LiveCalls all;
        private final ObservedCall call;
        private final Instant startedAt;
        private volatile String node = "";

        private Live(LiveCalls all, ObservedCall call, Instant startedAt) {
            this.all = all;
            this.call = call;
            this.startedAt = startedAt;
        }

        public ObservedCall call() {
            return call;
        }

        public Instant startedAt() {
            return startedAt;
        }

        /// `FLOW/NODE`; empty before the first one.
        public String node() {
            return node;
        }

        @Override
        public void accept(long atMs, TraceEvent event) {
            if (event instanceof TraceEvent.NodeEntered entered) {
                node = entered.flow() + "/" + entered.node();
            }
        }

        @Override
        public void ends(CallOutcome outcome, long elapsedMs) {
            all.calls.remove(this);
        }
    }

    Live begins(ObservedCall call, Instant now) {
        var live = new Live(this, call, now);
        calls.put(live, true);
        return live;
    }

    /// The oldest first.
    public List<Live> list() {
        return calls.keySet().stream().sorted(Comparator.comparing(Live::startedAt)).toList();
    }
}
