package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.ivrea.deploy.store.StoreFailure.Reason;

/// One at a time changes a store, in this process and in others.
final class StoreLock {
    private static final long PATIENCE_MS = 30_000;
    private static final long RETRY_MS = 10;

    private StoreLock() {}

    /// Waits for the lock, half a minute at most: everything that is done with it takes much less.
    static PathLocks.Held take(Path file) throws StoreFailure, IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (true) {
            PathLocks.Held held = PathLocks.exclusive(file);
            if (held != null) {
                return held;
            }
            if (System.nanoTime() - end > 0) {
                throw new StoreFailure(Reason.UNAVAILABLE, "Another process has held the lock " + file + " for "
                        + PATIENCE_MS / 1_000
                        + " s. Nothing was changed; see what that process is doing, and try again");
            }
            try {
                Thread.sleep(RETRY_MS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new StoreFailure(Reason.UNAVAILABLE,
                        "The wait for the store was interrupted. Nothing was changed");
            }
        }
    }
}
