package org.ivrea.server.admin;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.project.IoReason;

/// Who did what, from where, and what came of it: a file to which lines are added only. It is opened for each line, so it
/// may be renamed away at any time.
final class Audit {
    private static final int TAIL = 1 << 20;

    private final Path file;
    private final InstantSource clock;
    private final Consumer<String> complaints;

    Audit(Path file, InstantSource clock, Consumer<String> complaints) {
        this.file = file;
        this.clock = clock;
        this.complaints = complaints;
    }

    /// @param result `ok`, or the code of the failure
    void add(String by, String from, String method, String path, int status, String result) {
        Json.Obj line = Json.obj("at", Json.of(clock.instant().toString()), "by", Json.of(by), "from", Json.of(from))
                .with("method", Json.of(method))
                .with("path", Json.of(path))
                .with("status", Json.of(status))
                .with("result", Json.of(result));
        synchronized (this) {
            try {
                Files.writeString(file, JsonWriter.compact(line) + "\n", StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                complaints.accept("The audit log cannot be written: " + IoReason.withFile(e) + "; it lacks " + line);
            }
        }
    }

    /// The last lines, the newest first.
    List<Json> last(int limit) throws IOException {
        List<Json> entries = new ArrayList<>();
        for (String line : tail().lines().toList().reversed()) {
            if (entries.size() == limit) {
                break;
            }
            if (JsonReader.read(line.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)
                    .value() instanceof Json.Obj entry) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private String tail() throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, in.length() - TAIL);
            in.seek(from);
            byte[] bytes = new byte[(int) (in.length() - from)];
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
