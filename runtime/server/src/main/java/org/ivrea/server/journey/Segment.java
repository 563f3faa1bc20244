package org.ivrea.server.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Two files: the journeys, a line each, and their traces one behind the other. Its number tells its age, its day only
/// when it may go.
record Segment(Path folder, int number, LocalDate day) {
    private static final String JOURNEYS = ".journeys.jsonl";
    private static final String TRACES = ".traces.jsonl";
    private static final Pattern NAME = Pattern.compile("([0-9]{6,9})-([0-9]{4}-[0-9]{2}-[0-9]{2})\\.journeys\\.jsonl");

    Path journeys() {
        return folder.resolve(name() + JOURNEYS);
    }

    Path traces() {
        return folder.resolve(name() + TRACES);
    }

    private String name() {
        return String.format(Locale.ROOT, "%06d-%s", number, day);
    }

    long bytes() throws IOException {
        return size(journeys()) + size(traces());
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    void delete() throws IOException {
        Files.deleteIfExists(journeys());
        Files.deleteIfExists(traces());
    }

    /// All of a folder, the oldest first.
    static List<Segment> all(Path folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return segments;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    try {
                        segments.add(new Segment(folder, Integer.parseInt(name.group(1)),
                                LocalDate.parse(name.group(2))));
                    } catch (DateTimeException _) {
                        // Somebody else's file.
                        continue;
                    }
                }
            }
        }
        segments.sort(Comparator.comparingInt(Segment::number));
        return segments;
    }
}
