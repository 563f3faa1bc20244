package org.ivrea.deploy.store;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.TrustedSigners;

/// How a store is kept.
///
/// @param trusted whose packages are taken; asked each time, so that the list may change while the server runs
/// @param keep    how many packages of a project stay, besides the one that runs and those that calls are in
/// @param clock   for what people read; nothing is decided by it
public record StoreOptions(Supplier<TrustedSigners> trusted, PackageLimits limits, int keep, InstantSource clock) {

    /// How many packages of a project stay where nothing else is said.
    public static final int USUAL_KEEP = 10;

    public StoreOptions {
        if (keep < 1) {
            throw new IllegalArgumentException("a store keeps at least 1 package, not " + keep);
        }
    }

    public static StoreOptions of(TrustedSigners trusted, PackageLimits limits) {
        return new StoreOptions(() -> trusted, limits, USUAL_KEEP, InstantSource.system());
    }

    public StoreOptions withKeep(int packages) {
        return new StoreOptions(trusted, limits, packages, clock);
    }

    public StoreOptions withClock(InstantSource other) {
        return new StoreOptions(trusted, limits, keep, other);
    }
}
