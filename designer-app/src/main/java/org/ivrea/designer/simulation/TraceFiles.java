package org.ivrea.designer.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceJson.Timed;

/// Traces of calls on disk: one JSON object per line, as the command line writes them. Blocks for the disk.
public final class TraceFiles {
    /// More than a call of hours leaves.
    private static final long MOST_BYTES = 256L << 20;
    private static final int MOST_EVENTS = 2_000_000;

    private TraceFiles() {}

    /// @throws IOException with a message for people when the file cannot be read or is no trace
    public static List<Timed> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file.getFileName() + " is larger than a trace can be; choose another file");
        }
        List<Timed> events = new ArrayList<>();
        int number = 0;
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                if (events.size() == MOST_EVENTS) {
                    throw new IOException(file.getFileName() + " has more than " + MOST_EVENTS + " events");
                }
                events.add(TraceJson.read(line));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ", line " + number + ": " + e.getMessage()
                    + "; choose a file that \"ivrea simulate --trace\" or the designer wrote", e);
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IOException(file.getFileName() + " is no text in UTF-8, and so no trace", e);
        }
        if (events.isEmpty()) {
            throw new IOException(file.getFileName() + " holds no events");
        }
        return events;
    }

    public static void write(Path file, List<Timed> events) throws IOException {
        var text = new StringBuilder();
        events.forEach(timed -> text.append(TraceJson.write(timed.atMs(), timed.event())).append('\n'));
        write(file, text.toString());
    }

    /// Replaces or creates a file of text in one step.
    static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "." + file.getFileName(), ".tmp");
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
