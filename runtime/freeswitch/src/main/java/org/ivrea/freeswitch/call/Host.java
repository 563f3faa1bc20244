package org.ivrea.freeswitch.call;

import java.util.List;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordWriter;
import org.jspecify.annotations.Nullable;

/// Has the switch do one operation after the other, and tells the trace what is heard meanwhile.
final class Host {
    private final CallLine line;
    private final AudioItems items;
    private final Timeline timeline = new Timeline();
    private final Controls controls;
    private TraceSink trace = TraceSink.NONE;

    Host(CallLine line, AudioItems items) {
        this.line = line;
        this.items = items;
        this.controls = new Controls(line, items, timeline);
    }

    void traceTo(TraceSink sink) {
        trace = sink;
        timeline.traceTo(sink);
    }

    void emit(TraceEvent event) {
        trace.accept(line.elapsedMs(), event);
    }

    CallLine line() {
        return line;
    }

    AudioItems items() {
        return items;
    }

    Controls controls() {
        return controls;
    }

    Timeline timeline() {
        return timeline;
    }

    /// Begins to write an operation that somebody waits for.
    RecordWriter begin(int type) {
        return line.begin(type, controls.flags());
    }

    /// Has the operation done that was written.
    ///
    /// @param transcripts what it plays as list 0
    /// @return its results, to be read in their order
    /// @throws CallEnded   when the call ended before it was done
    /// @throws CallFailure when it could not be done
    EventRecord run(List<String> transcripts, boolean secretKeys) {
        timeline.expect(transcripts, secretKeys);
        return finished(line.run(controls));
    }

    EventRecord run() {
        return run(List.of(), false);
    }

    /// Reads what became of an operation.
    EventRecord finished(@Nullable EventRecord record) {
        if (record == null) {
            throw ended();
        }
        Completed completed = completed(record);
        RuntimeException thrown = controls.takeFailure();
        if (completed.hungUp() || (completed.cancelled() && line.end() != null)) {
            throw ended();
        }
        RuntimeException failure = thrown == null ? completed.failure() : thrown;
        if (failure != null) {
            throw failure;
        }
        return completed.results();
    }

    private Completed completed(EventRecord record) {
        String status = record.text();
        String code = record.text();
        String message = record.text();
        timeline.read(record);
        return new Completed(status, code, message, record);
    }

    CallEnded ended() {
        CallEnd end = line.end();
        return new CallEnded(end == null ? new CallEnd(CallEnd.NORMAL, CallEnd.Side.SYSTEM) : end);
    }
}
