package org.ivrea.server.cli.console;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/// A bar for work that takes long: shown on a terminal only, and only once it has taken a while.
public final class Progress {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean shown;
    private final String what;
    private final int all;
    private long nextNanos = System.nanoTime() + PATIENCE_NANOS;
    private boolean drawn;

    /// @param what is counted, in the plural
    public Progress(Console console, String what, int all) {
        this.err = console.err();
        this.shown = console.terminal();
        this.what = what;
        this.all = all;
    }

    /// So many are done.
    public void done(int count) {
        if (shown && System.nanoTime() - nextNanos >= 0) {
            nextNanos = System.nanoTime() + STEP_NANOS;
            drawn = true;
            int full = (int) ((long) count * WIDTH / Math.max(1, all));
            err.print("\r[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "] " + count + " of " + all + " " + what);
            err.flush();
        }
    }

    /// Takes the bar away.
    public void clear() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
