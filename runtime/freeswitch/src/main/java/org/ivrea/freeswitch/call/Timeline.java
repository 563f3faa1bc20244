package org.ivrea.freeswitch.call;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.EventRecord;

/// Turns what the host says of an operation (what was heard, which keys were pressed) into events of the trace.
final class Timeline {
    /// A list of audio of the running operation, as the trace shows it.
    private record Heard(long sinceMs, List<String> transcripts) {}

    private static final int ANNOUNCEMENTS = 1;
    private static final String MASK = "•";

    private TraceSink trace = TraceSink.NONE;
    private final List<Heard> announcements = new ArrayList<>();
    private List<String> transcripts = List.of();
    private boolean secret;
    private String heard = "";
    private String lastKey = "";

    void traceTo(TraceSink sink) {
        trace = sink;
    }

    /// The next operation plays this.
    ///
    /// @param keysAreSecret whether keys that mean something to it are masked
    void expect(List<String> newTranscripts, boolean keysAreSecret) {
        transcripts = newTranscripts;
        secret = keysAreSecret;
        announcements.clear();
    }

    /// From now on announcements of the running operation are these.
    void announce(long sinceMs, List<String> newTranscripts) {
        announcements.add(new Heard(sinceMs, newTranscripts));
    }

    /// Reads a LIST of the entries that `ivrea.h` describes.
    void read(EventRecord record) {
        int count = record.count();
        for (int i = 0; i < count; i++) {
            read(record.text());
        }
    }

    private void read(String entry) {
        String[] parts = entry.split(" ");
        if (parts.length < 3) {
            return;
        }
        long at = Long.parseLong(parts[1]);
        switch (parts[0]) {
            case "p" -> begins(at, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]), Long.parseLong(parts[4]));
            case "e" -> ends(at, parts[2].equals("1"));
            case "k" -> {
                lastKey = secret ? MASK : parts[2];
                trace.accept(at, new TraceEvent.KeyPressed(lastKey));
            }
            default -> trace.accept(at, new TraceEvent.KeyPressed(MASK));
        }
    }

    private void begins(long at, int list, int index, long ms) {
        List<String> from = list == ANNOUNCEMENTS ? announcedAt(at) : transcripts;
        heard = index < from.size() ? from.get(index) : "";
        if (!heard.isEmpty()) {
            trace.accept(at, new TraceEvent.PromptStarted(heard, Math.max(0, ms)));
        }
    }

    private void ends(long at, boolean byKey) {
        if (!heard.isEmpty()) {
            trace.accept(at, new TraceEvent.PromptEnded(heard, byKey ? lastKey : null));
            heard = "";
        }
    }

    private List<String> announcedAt(long at) {
        for (Heard announcement : announcements.reversed()) {
            if (announcement.sinceMs <= at) {
                return announcement.transcripts;
            }
        }
        return List.of();
    }
}
