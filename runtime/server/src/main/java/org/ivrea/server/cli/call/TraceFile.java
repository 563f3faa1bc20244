package org.ivrea.server.cli.call;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;

/// Writes a call's trace to a file, one JSON object per line, and passes it on.
public final class TraceFile implements TraceSink, AutoCloseable {
    private final @Nullable Path file;
    private final @Nullable BufferedWriter writer;
    private final TraceSink next;
    private @Nullable IOException failure;

    /// @param file `null` to pass on only
    /// @throws CliFailure when the file cannot be written
    public TraceFile(@Nullable Path file, TraceSink next) {
        this.file = file;
        this.next = next;
        try {
            writer = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        next.accept(atMs, event);
        if (writer != null && failure == null) {
            try {
                writer.write(TraceJson.write(atMs, event));
                writer.write('\n');
                writer.flush();
            } catch (IOException e) {
                // The call goes on; closing reports it.
                failure = e;
            }
        }
    }

    /// @throws CliFailure when the trace is not complete
    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            failure = e;
        }
        if (failure != null) {
            throw failed(failure);
        }
    }

    private CliFailure failed(IOException e) {
        return new CliFailure("The trace " + file + " cannot be written: " + IoReason.of(e)
                + "; choose another file with --trace", e);
    }
}
