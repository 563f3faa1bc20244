package org.ivrea.freeswitch.extension;

import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;

/// Sees what a call goes through, on the call's thread: it must neither wait nor throw.
public interface CallObserver extends TraceSink {

    /// Looks at nothing.
    CallObserver NONE = new CallObserver() {
        @Override
        public void accept(long atMs, TraceEvent event) {
            // Nobody wants to know.
        }

        @Override
        public void ends(CallOutcome outcome, long elapsedMs) {
            // Nobody wants to know.
        }
    };

    /// The flow is done.
    void ends(CallOutcome outcome, long elapsedMs);
}
