package org.ivrea.deploy.remote;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// What can be done with a target. All methods wait for the answer; interrupting the thread gives the request up.
/// Threads may share one.
public interface TargetClient extends AutoCloseable {

    Target target();

    /// Also finds out whether this release can talk to it.
    ServerInfo server() throws RemoteFailure, InterruptedException;

    Inventory inventory() throws RemoteFailure, InterruptedException;

    boolean has(String sha256) throws RemoteFailure, InterruptedException;

    /// Hands a package over. The target verifies it; nothing is activated.
    ///
    /// @param progress told how many bytes have been sent in all, by any thread
    PackageInfo upload(Path file, String sha256, LongConsumer progress) throws RemoteFailure, InterruptedException;

    /// Fetches a package.
    ///
    /// @param file is made, or replaced
    void download(String sha256, Path file) throws RemoteFailure, InterruptedException;

    /// Whether a package that is there would run.
    Readiness check(String sha256) throws RemoteFailure, InterruptedException;

    /// Whether a project would run that is not there yet.
    Readiness check(Collection<ResourceName> names, Collection<String> modules)
            throws RemoteFailure, InterruptedException;

    /// Lets new calls run the packages.
    ///
    /// @param expectedGeneration what the target must still be at; `null` for any
    /// @param allowOlder         true to accept a version older than what ran already
    Activation activate(List<String> packages, @Nullable Long expectedGeneration, boolean allowOlder)
            throws RemoteFailure, InterruptedException;

    /// Lets new calls run an earlier package of a project.
    ///
    /// @param to `null` for the one before
    Activation rollback(String project, @Nullable String to, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException;

    /// Lets new calls run no package of a project any more.
    Activation deactivate(String project, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException;

    /// What was done with a project, the newest first.
    List<HistoryEntry> history(String project) throws RemoteFailure, InterruptedException;

    List<LiveCall> calls() throws RemoteFailure, InterruptedException;

    @Override
    void close();
}
