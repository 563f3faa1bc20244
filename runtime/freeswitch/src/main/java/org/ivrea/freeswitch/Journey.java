package org.ivrea.freeswitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.bridge.RecordWriter;
import org.ivrea.freeswitch.call.CallLine;

/// What a call went through: its trace, the events of it for those who listen to the switch, and in the end the channel
/// variables that carry it into the call detail record.
final class Journey implements TraceSink {
    private static final String CALL_EVENT = "ivrea::call";
    private static final String NODE_EVENT = "ivrea::node";
    /// Of a trace; what comes behind is not kept.
    private static final int MOST_EVENTS = 10_000;
    private static final int LONGEST_VARIABLE = 2_000;

    private final CallLine line;
    private final Settings.Events events;
    private final String name;
    private final String version;
    private final List<TraceJson.Timed> trace = new ArrayList<>();
    private final StringBuilder nodes = new StringBuilder();
    private volatile String lastNode = "";

    /// @param name    of the flow, as the dialplan has it
    /// @param version of its project; empty for none
    Journey(CallLine line, Settings.Events events, String name, String version) {
        this.line = line;
        this.events = events;
        this.name = name;
        this.version = version;
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        synchronized (trace) {
            if (trace.size() < MOST_EVENTS) {
                trace.add(new TraceJson.Timed(atMs, event));
            }
        }
        if (event instanceof TraceEvent.NodeEntered entered) {
            entered(entered);
        }
    }

    private void entered(TraceEvent.NodeEntered entered) {
        String node = entered.flow() + "/" + entered.node();
        lastNode = node;
        if (nodes.length() + node.length() < LONGEST_VARIABLE) {
            nodes.append(nodes.isEmpty() ? "" : ",").append(node);
        }
        if (events == Settings.Events.NODE) {
            emit(NODE_EVENT, "Ivrea-Flow", entered.flow(), "Ivrea-Node", entered.node(), "Ivrea-Node-Type",
                    entered.type());
        }
    }

    /// The flow begins.
    void begins() {
        if (events != Settings.Events.NONE) {
            emit(CALL_EVENT, "Ivrea-Action", "start", "Ivrea-Flow", name);
        }
    }

    /// The flow is done: its values go out with what is handed over next.
    void ends(CallOutcome outcome, long durationMs) {
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        variable("ivrea_flow", name);
        if (!version.isEmpty()) {
            variable("ivrea_version", version);
        }
        variable("ivrea_nodes", nodes.toString());
        variable("ivrea_last_node", lastNode);
        variable("ivrea_outcome", kind);
        if (events != Settings.Events.NONE) {
            emit(CALL_EVENT, "Ivrea-Action", "end", "Ivrea-Flow", name, "Ivrea-Outcome", kind,
                    "Ivrea-Last-Node", lastNode, "Ivrea-Duration-Ms", Long.toString(durationMs));
        }
    }

    private void variable(String variable, String value) {
        line.begin(RecordType.SET_VARIABLE, RecordType.QUIET).text(variable).text(value);
        line.hold();
    }

    /// @param pairs header and value in turn
    private void emit(String subclass, String... pairs) {
        RecordWriter out = line.begin(RecordType.EMIT, RecordType.QUIET).text(subclass).number(pairs.length / 2);
        for (String text : pairs) {
            out.text(text);
        }
        line.hold();
    }

    String name() {
        return name;
    }

    /// Of the flow's project; empty for none.
    String version() {
        return version;
    }

    /// `FLOW/NODE`; empty before the first one. Any thread.
    String lastNode() {
        return lastNode;
    }

    /// One JSON object per line. Any thread.
    String json() {
        var lines = new StringBuilder();
        synchronized (trace) {
            trace.forEach(timed -> lines.append(TraceJson.write(timed.atMs(), timed.event())).append('\n'));
        }
        return lines.toString();
    }
}
