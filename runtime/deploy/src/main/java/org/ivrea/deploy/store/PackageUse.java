package org.ivrea.deploy.store;

/// A package that is in use: it is not removed before this is closed.
public final class PackageUse implements AutoCloseable {
    private final String sha256;
    private final PathLocks.Held lock;
    private boolean open = true;

    PackageUse(String sha256, PathLocks.Held lock) {
        this.sha256 = sha256;
        this.lock = lock;
    }

    public String sha256() {
        return sha256;
    }

    /// Closing twice does no harm.
    @Override
    public synchronized void close() {
        if (open) {
            open = false;
            lock.close();
        }
    }
}
