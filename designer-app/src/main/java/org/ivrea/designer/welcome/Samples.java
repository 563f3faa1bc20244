package org.ivrea.designer.welcome;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.ivrea.flow.project.ProjectTemplate;

/// The sample projects. They are copied before they are opened: a sample stays as it is.
public final class Samples {
    /// Read once, by whoever asks first: they stay as they are while the program runs.
    private static final FutureTask<List<ProjectTemplate>> ALL = new FutureTask<>(ProjectTemplate::samples);

    private Samples() {}

    /// Reads them, so that who asks for them later need not wait.
    public static void prepare() {
        ALL.run();
    }

    /// All samples, by title. None where the samples are not on the class path.
    public static List<ProjectTemplate> all() throws IOException {
        ALL.run();
        try {
            return ALL.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("reading the samples was interrupted");
        }
    }
}
