package org.ivrea.server.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// The files of the journeys: begun anew each day and when they grow large, removed when they are old or too many. One
/// thread uses it.
final class JourneyLog implements AutoCloseable {
    /// Of a segment's journeys and traces.
    private static final long SEGMENT_BYTES = 32L << 20;

    private final Path folder;
    private final int keepDays;
    private final long maxBytes;
    private final InstantSource clock;
    private @Nullable Open open;

    private record Open(Segment segment, SegmentFile journeys, SegmentFile traces) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            try (journeys; traces) {
                journeys.force();
                traces.force();
            }
        }
    }

    JourneyLog(Path folder, int keepDays, long maxBytes, InstantSource clock) {
        this.folder = folder;
        this.keepDays = keepDays;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /// Writes all of them, or none.
    ///
    /// @param gap a line that tells of journeys that were lost before them; `null` for none
    void write(List<JourneyWriter.Finished> journeys, Json.@Nullable Obj gap) throws IOException {
        Open current = current();
        var traceBytes = new ByteArrayOutputStream();
        var lines = new StringBuilder();
        if (gap != null) {
            lines.append(JsonWriter.compact(gap)).append('\n');
        }
        for (JourneyWriter.Finished finished : journeys) {
            long offset = current.traces().end() + traceBytes.size();
            byte[] trace = trace(finished.trace());
            traceBytes.writeBytes(trace);
            lines.append(JsonWriter.compact(JourneyJson.located(finished.journey(), offset, trace.length)))
                    .append('\n');
        }
        long before = current.traces().end();
        current.traces().append(traceBytes.toByteArray());
        try {
            current.journeys().append(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            current.traces().cutTo(before);
            throw e;
        }
    }

    private static byte[] trace(List<TraceJson.Timed> trace) {
        var lines = new StringBuilder();
        trace.forEach(timed -> lines.append(TraceJson.write(timed.atMs(), timed.event())).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Open current() throws IOException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Open now = open;
        if (now != null && now.segment().day().equals(today)
                && now.journeys().end() + now.traces().end() < SEGMENT_BYTES) {
            return now;
        }
        if (now != null) {
            open = null;
            now.close();
        }
        Files.createDirectories(folder);
        List<Segment> known = Segment.all(folder);
        Segment last = known.isEmpty() ? null : known.getLast();
        boolean goesOn = now == null && last != null && last.day().equals(today) && last.bytes() < SEGMENT_BYTES;
        Segment segment = goesOn && last != null
                ? last
                : new Segment(folder, last == null ? 1 : last.number() + 1, today);
        Open begun = new Open(segment, new SegmentFile(segment.journeys()), new SegmentFile(segment.traces()));
        open = begun;
        tidy(segment);
        return begun;
    }

    /// Removes what is too old, and then the oldest until the rest is small enough. Never what is written to.
    void tidy(Segment current) throws IOException {
        LocalDate oldest = current.day().minusDays(keepDays);
        List<Segment> kept = new ArrayList<>();
        for (Segment segment : Segment.all(folder)) {
            if (segment.number() < current.number() && segment.day().isBefore(oldest)) {
                segment.delete();
            } else {
                kept.add(segment);
            }
        }
        long bytes = 0;
        for (Segment segment : kept) {
            bytes += segment.bytes();
        }
        for (Segment segment : kept) {
            if (bytes + SEGMENT_BYTES <= maxBytes || segment.number() >= current.number()) {
                break;
            }
            bytes -= segment.bytes();
            segment.delete();
        }
    }

    /// Has what was written survive a power cut.
    void force() throws IOException {
        Open now = open;
        if (now != null) {
            now.traces().force();
            now.journeys().force();
        }
    }

    @Override
    public void close() throws IOException {
        Open now = open;
        open = null;
        if (now != null) {
            now.close();
        }
    }
}
