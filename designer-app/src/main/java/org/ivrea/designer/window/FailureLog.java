package org.ivrea.designer.window;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.ivrea.designer.workspace.StateFolder;
import org.ivrea.flow.project.IoReason;

/// The file in which is written what went wrong inside the designer, for those who mend it.
public final class FailureLog {
    private static final long LARGEST = 1_000_000;

    private final Path file;

    public FailureLog(StateFolder folder) {
        this.file = folder.path().resolve("designer.log");
    }

    public Path file() {
        return file;
    }

    /// Adds a failure. Where the file cannot be written, it goes to the standard error.
    public synchronized void add(String thread, Throwable failure) {
        String text = Instant.now() + " in " + thread + System.lineSeparator() + details(failure)
                + System.lineSeparator();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > LARGEST) {
                Files.move(file, file.resolveSibling("designer.old.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println(text);
            System.err.println("This could not be written to " + file + ": " + IoReason.of(e));
        }
    }

    /// All that is known about a failure.
    static String details(Throwable failure) {
        var text = new StringWriter();
        text.append("Java ").append(System.getProperty("java.version")).append(", ")
                .append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.version"))
                .append(System.lineSeparator());
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
