package org.ivrea.engine.simulation;

import java.util.HashMap;
import java.util.Map;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.engine.call.Operation.PlayBack;
import org.ivrea.engine.call.Operation.PlayResult;
import org.ivrea.engine.call.Operation.Record;
import org.ivrea.engine.call.Operation.RecordEnd;
import org.ivrea.engine.call.Operation.RecordResult;
import org.ivrea.engine.trace.TraceEvent;
import org.jspecify.annotations.Nullable;

/// Records the caller, and plays that.
final class Recordings {

    /// The tone before a recording.
    static final int BEEP_MS = 500;
    /// How long callers speak where nothing else is said.
    static final long USUAL_SPEECH_MS = 5_000;

    private final Line line;
    private final Playback playback;
    private final Map<String, Long> lengths = new HashMap<>();

    Recordings(Line line, Playback playback) {
        this.line = line;
        this.playback = playback;
    }

    /// The recording's length is without the silence that ended it.
    ///
    /// @param spokenMs how long the caller speaks; -1 when they speak until something else ends it
    RecordResult record(Record record, long spokenMs) {
        if (record.beep()) {
            line.waitUntil(line.now() + BEEP_MS, line::typeAhead);
        }
        long start = line.now();
        boolean falls = spokenMs >= 0 && record.silenceMs() > 0 && spokenMs + record.silenceMs() <= record.maxMs();
        long deadline = start + (falls ? spokenMs + record.silenceMs() : record.maxMs());
        char terminator;
        try {
            terminator = terminator(record, deadline);
        } catch (CallEnded _) {
            return ended(record, line.now() - start, RecordEnd.HANGUP);
        }
        if (terminator != Line.NONE) {
            return ended(record, line.now() - start, RecordEnd.TERMINATOR);
        }
        return falls
                ? ended(record, spokenMs, RecordEnd.SILENCE)
                : ended(record, record.maxMs(), RecordEnd.MAX_LENGTH);
    }

    PlayResult playBack(PlayBack playBack) {
        @Nullable Long ms = lengths.get(playBack.recording());
        if (ms == null) {
            throw new CallFailure("no-recording", "There is no recording \"" + playBack.recording()
                    + "\" in this call; record one before it is played");
        }
        return playback.wait("[recording " + playBack.recording() + "]", ms, playBack.bargeIn());
    }

    private char terminator(Record record, long deadline) {
        for (char key = line.nextKey(deadline); key != Line.NONE; key = line.nextKey(deadline)) {
            if (record.terminators().has(key)) {
                line.pressed(key, false);
                return key;
            }
            line.typeAhead(key);
        }
        return Line.NONE;
    }

    private RecordResult ended(Record record, long lengthMs, RecordEnd end) {
        return new RecordResult(keep(record.file(), lengthMs, Names.of(end)), lengthMs, end);
    }

    private String keep(String file, long lengthMs, String end) {
        String recording = file + ".wav";
        lengths.put(recording, lengthMs);
        line.emit(new TraceEvent.RecordingEnded(recording, lengthMs, end));
        return recording;
    }
}
