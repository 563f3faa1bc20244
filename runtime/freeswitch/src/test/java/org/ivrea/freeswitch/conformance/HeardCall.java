package org.ivrea.freeswitch.conformance;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;

/// A call on FreeSWITCH whose caller learns what is asked of the switch, to do the script's part in it.
final class HeardCall extends ForwardingCall {
    private final CallersSide caller;
    private final List<Operation.HttpExchange> requests = new CopyOnWriteArrayList<>();
    private volatile String node = "";

    HeardCall(Call call, CallersSide caller) {
        super(call);
        this.caller = caller;
    }

    /// Learns from the trace at which node the call is.
    TraceSink following(TraceSink sink) {
        return (atMs, event) -> {
            if (event instanceof TraceEvent.NodeEntered entered) {
                node = entered.node();
            }
            sink.accept(atMs, event);
        };
    }

    String node() {
        return node;
    }

    List<Operation.HttpExchange> requests() {
        return List.copyOf(requests);
    }

    @Override
    @SuppressWarnings("unchecked") // it is the same type of operation
    public <R> R perform(Operation<R> operation) {
        if (operation instanceof Operation.HttpExchange http) {
            requests.add(http);
        }
        caller.begins(operation, node);
        Operation<R> announcing = operation instanceof Operation.Enqueue enqueue
                ? (Operation<R>) Announcing.to(caller::announced, enqueue)
                : operation;
        R result = null;
        try {
            result = call.perform(announcing);
            return result;
        } finally {
            caller.ends(result);
        }
    }
}
