package org.ivrea.deploy.rollout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.ivrea.deploy.remote.Activation;
import org.ivrea.deploy.remote.HistoryEntry;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.LiveCall;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.ProjectInfo;
import org.ivrea.deploy.remote.Readiness;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.remote.ServerInfo;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.jspecify.annotations.Nullable;

/// A server in memory, whose connection fails as a test decides.
final class FakeTarget implements TargetClient {
    static final String PROJECT = "shop";

    /// What becomes of a request.
    enum Fate {
        DONE, LOST_BEFORE, LOST_AFTER, REFUSED
    }

    @FunctionalInterface
    interface Fates {
        Fate of(String request);
    }

    private final Target target;
    private final Fates fates;
    private final Set<String> packages = new HashSet<>();
    final List<String> failed = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    volatile @Nullable String active;
    volatile Readiness readiness = Readiness.of(List.of(), List.of());
    private long generation = 5;

    FakeTarget(String name, @Nullable String active, Fates fates) {
        this.target = new Target.FolderTarget(name, Path.of(name), null);
        this.active = active;
        this.fates = fates;
        if (active != null) {
            packages.add(active);
        }
    }

    /// Another deployer does something.
    void bump() {
        generation++;
    }

    boolean failedAt(String request) {
        return failed.contains(request);
    }

    private void before(String request) throws RemoteFailure, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("given up");
        }
        asked.add(request);
    }

    private Fate fate(String request) throws RemoteFailure, InterruptedException {
        before(request);
        Fate fate = fates.of(request);
        if (fate != Fate.DONE) {
            failed.add(request);
        }
        if (fate == Fate.LOST_BEFORE) {
            throw new RemoteFailure(Kind.UNREACHABLE, "The connection broke");
        }
        if (fate == Fate.REFUSED) {
            throw new RemoteFailure(Kind.REFUSED, "The server does not want to");
        }
        return fate;
    }

    private static void after(Fate fate) throws RemoteFailure {
        if (fate == Fate.LOST_AFTER) {
            throw new RemoteFailure(Kind.UNREACHABLE, "The answer was lost");
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public ServerInfo server() throws RemoteFailure, InterruptedException {
        after(fate("server"));
        return new ServerInfo(target.name(), "1", 1, List.of(1), 1, null, generation);
    }

    @Override
    public Inventory inventory() throws RemoteFailure, InterruptedException {
        after(fate("inventory"));
        String now = active;
        return new Inventory(generation,
                List.of(new ProjectInfo(PROJECT, now == null ? null : info(now), List.of())));
    }

    private static PackageInfo info(String sha256) {
        return new PackageInfo(sha256, PROJECT, "version " + sha256, "", "", "", 1, true);
    }

    @Override
    public boolean has(String sha256) throws RemoteFailure, InterruptedException {
        after(fate("has"));
        return packages.contains(sha256);
    }

    @Override
    public PackageInfo upload(Path file, String sha256, LongConsumer progress)
            throws RemoteFailure, InterruptedException {
        Fate fate = fate("upload");
        progress.accept(1);
        packages.add(sha256);
        after(fate);
        return info(sha256);
    }

    @Override
    public void download(String sha256, Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Readiness check(String sha256) throws RemoteFailure, InterruptedException {
        after(fate("check"));
        return readiness;
    }

    @Override
    public Readiness check(Collection<ResourceName> names, Collection<String> modules)
            throws RemoteFailure, InterruptedException {
        after(fate("check"));
        return readiness;
    }

    @Override
    public Activation activate(List<String> wanted, @Nullable Long expectedGeneration, boolean allowOlder)
            throws RemoteFailure, InterruptedException {
        return change("activate", wanted.getFirst(), expectedGeneration);
    }

    @Override
    public Activation rollback(String project, @Nullable String to, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException {
        if (to == null) {
            throw new UnsupportedOperationException();
        }
        return change("rollback", to, expectedGeneration);
    }

    @Override
    public Activation deactivate(String project, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException {
        return change("deactivate", null, expectedGeneration);
    }

    private Activation change(String request, @Nullable String to, @Nullable Long expectedGeneration)
            throws RemoteFailure, InterruptedException {
        Fate fate = fate(request);
        if (expectedGeneration != null && expectedGeneration != generation) {
            throw new RemoteFailure(Kind.CONFLICT, "Somebody else was quicker");
        }
        String from = active;
        active = to;
        generation++;
        after(fate);
        return new Activation(generation, List.of(new Activation.Change(PROJECT, from, to)));
    }

    @Override
    public List<HistoryEntry> history(String project) {
        return List.of();
    }

    @Override
    public List<LiveCall> calls() {
        return List.of();
    }

    @Override
    public void close() {}
}
