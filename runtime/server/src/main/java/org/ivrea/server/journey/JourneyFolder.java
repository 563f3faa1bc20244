package org.ivrea.server.journey;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Reads journeys, also while they are written.
public final class JourneyFolder {
    private final Path folder;

    public JourneyFolder(Path folder) {
        this.folder = folder;
    }

    /// Some journeys, the newest first.
    ///
    /// @param next where to go on; `null` at the end
    public record Page(List<Json.Obj> journeys, @Nullable String next) {}

    /// @param after the `next` of the page before; `null` for the first one
    public Page page(JourneyFilter filter, int limit, @Nullable String after) throws IOException {
        Place place = Place.of(after);
        List<Json.Obj> found = new ArrayList<>();
        for (Segment segment : Segment.all(folder).reversed()) {
            if (segment.number() > place.segment()) {
                continue;
            }
            List<String> lines = lines(segment);
            int last = segment.number() == place.segment() ? Math.min(place.line(), lines.size()) : lines.size();
            for (int i = last - 1; i >= 0; i--) {
                Json.Obj journey = journey(lines.get(i));
                if (journey != null && filter.accepts(journey)) {
                    found.add(journey.without(JourneyJson.TRACE));
                    if (found.size() == limit) {
                        return new Page(found, new Place(segment.number(), i).text());
                    }
                }
            }
        }
        return new Page(found, null);
    }

    /// The trace of a call, one JSON object per line; `null` when no such call is known.
    public @Nullable String trace(String callId) throws IOException {
        for (Segment segment : Segment.all(folder).reversed()) {
            for (String line : lines(segment).reversed()) {
                if (line.contains(callId)) {
                    Json.Obj journey = journey(line);
                    if (journey != null && Json.of(callId).equals(journey.get("id"))) {
                        return trace(segment, journey);
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable String trace(Segment segment, Json.Obj journey) throws IOException {
        if (!(journey.get(JourneyJson.TRACE) instanceof Json.Arr(List<Json> place)) || place.size() != 2
                || !(place.get(0) instanceof Json.Num(BigDecimal offset))
                || !(place.get(1) instanceof Json.Num(BigDecimal bytes))) {
            return null;
        }
        try (FileChannel file = FileChannel.open(segment.traces())) {
            ByteBuffer part = ByteBuffer.allocate(bytes.intValue());
            while (part.hasRemaining() && file.read(part, offset.longValue() + part.position()) >= 0) {
                continue;
            }
            return new String(part.array(), 0, part.position(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> lines(Segment segment) throws IOException {
        // The last line may be half written.
        String text = Files.exists(segment.journeys()) ? Files.readString(segment.journeys()) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /// `null` for a line that tells of lost ones.
    private static Json.@Nullable Obj journey(String line) {
        return JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)
                .value() instanceof Json.Obj object && object.get("id") != null ? object : null;
    }

    private record Place(int segment, int line) {
        /// @throws IllegalArgumentException when it was not made here
        static Place of(@Nullable String text) {
            if (text == null) {
                return new Place(Integer.MAX_VALUE, Integer.MAX_VALUE);
            }
            String[] parts = text.split("-", -1);
            if (parts.length != 2 || !text.matches("[0-9]{1,9}-[0-9]{1,9}")) {
                throw new IllegalArgumentException(
                        "\"after\" is the \"next\" of the page before, not \"" + text + "\"");
            }
            return new Place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        String text() {
            return segment + "-" + line;
        }
    }
}
