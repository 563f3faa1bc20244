package org.ivrea.deploy.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.Target.FolderTarget;
import org.ivrea.deploy.store.FlowStore;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.deploy.store.StoreState;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.pack.TrustedSigners;
import org.ivrea.flow.project.IoReason;
import org.jspecify.annotations.Nullable;

/// A server's store, by its folder. A server that runs notices what is activated there.
public final class FolderClient implements TargetClient {
    private final FolderTarget target;
    private final Collection<SignerKey> own;
    private final String by;
    private final String user;
    private volatile @Nullable FlowStore store;

    /// @param own keys whose packages are taken besides those that the target names
    /// @param by  who deploys, for the history
    public FolderClient(FolderTarget target, Collection<SignerKey> own, String by) {
        this(target, own, by, System.getProperty("user.name", ""));
    }

    /// @param user of the system, who runs this
    FolderClient(FolderTarget target, Collection<SignerKey> own, String by, String user) {
        this.target = target;
        this.own = List.copyOf(own);
        this.by = by;
        this.user = user;
    }

    @Override
    public Target target() {
        return target;
    }

    private FlowStore store() throws RemoteFailure {
        FlowStore open = store;
        if (open == null) {
            Path parent = target.folder().toAbsolutePath().getParent();
            if (parent == null || !Files.isDirectory(parent)) {
                throw new RemoteFailure(Kind.UNREACHABLE, "There is no folder " + parent
                        + "; is its disk mounted? Is the path right?");
            }
            FolderOwner.check(target.folder(), user);
            try {
                open = FlowStore.open(target.folder(), trusted(), PackageLimits.DEFAULT);
            } catch (StoreFailure e) {
                throw failure(e);
            }
            store = open;
        }
        return open;
    }

    private TrustedSigners trusted() throws RemoteFailure {
        var lines = new StringBuilder();
        Path file = target.trustedKeys();
        try {
            if (file != null) {
                // The file of a signing key will do, too: behind the key stands its public half.
                String text = Files.readString(file);
                text.lines().filter(line -> !text.startsWith("-----") || line.startsWith("ivrea-"))
                        .forEach(line -> lines.append(line).append('\n'));
            }
            own.forEach(signer -> lines.append(signer.line()).append('\n'));
            return TrustedSigners.parse(lines.toString());
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The trusted keys in " + file + " cannot be read: " + IoReason.of(e));
        } catch (IllegalArgumentException e) {
            throw new RemoteFailure(Kind.LOCAL, "The trusted keys in " + file + " are wrong. " + e.getMessage());
        }
    }

    @Override
    public ServerInfo server() throws RemoteFailure {
        return new ServerInfo(target.name(), "", ServerInfo.API_VERSION, List.of(PackageManifest.FORMAT_VERSION),
                FlowDocument.FORMAT_VERSION, null, ask(FlowStore::state).generation());
    }

    @Override
    public Inventory inventory() throws RemoteFailure {
        StoreState state = ask(FlowStore::state);
        Map<String, List<PackageInfo>> byProject = new LinkedHashMap<>();
        for (StoredPackage stored : ask(FlowStore::list)) {
            byProject.computeIfAbsent(stored.name(), _ -> new java.util.ArrayList<>())
                    .add(info(stored, state.isActive(stored.sha256())));
        }
        return new Inventory(state.generation(), byProject.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(project -> new ProjectInfo(project.getKey(),
                        project.getValue().stream().filter(PackageInfo::active).findFirst().orElse(null),
                        project.getValue()))
                .toList());
    }

    private static PackageInfo info(StoredPackage stored, boolean active) {
        return new PackageInfo(stored.sha256(), stored.name(), stored.version(), stored.signer(),
                stored.uploadedAt().toString(), stored.by(), stored.size(), active);
    }

    @Override
    public boolean has(String sha256) throws RemoteFailure {
        return ask(opened -> opened.list().stream().anyMatch(stored -> stored.sha256().equals(sha256)));
    }

    @Override
    public PackageInfo upload(Path file, String sha256, LongConsumer progress)
            throws RemoteFailure, InterruptedException {
        FlowStore opened = store();
        try (InputStream in = new CountedInput(Files.newInputStream(file), progress)) {
            return info(opened.add(in, sha256, by), false);
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The package " + file + " cannot be read: " + IoReason.of(e));
        } catch (StoreFailure e) {
            interrupted();
            throw failure(e);
        }
    }

    @Override
    public void download(String sha256, Path file) throws RemoteFailure {
        FlowStore opened = store();
        try (InputStream in = opened.open(sha256)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "The package cannot be written to " + file + ": " + IoReason.of(e));
        } catch (StoreFailure e) {
            throw failure(e);
        }
    }

    @Override
    public Readiness check(String sha256) {
        return Readiness.UNKNOWN;
    }

    @Override
    public Readiness check(Collection<ResourceName> names, Collection<String> modules) {
        return Readiness.UNKNOWN;
    }

    @Override
    public Activation activate(List<String> packages, @Nullable Long expectedGeneration, boolean allowOlder)
            throws RemoteFailure {
        return activation(ask(opened -> opened.activate(packages, by, expectedGeneration, allowOlder)));
    }

    @Override
    public Activation rollback(String project, @Nullable String to, @Nullable Long expectedGeneration)
            throws RemoteFailure {
        return activation(ask(opened -> opened.rollback(project, to, by, expectedGeneration)));
    }

    @Override
    public Activation deactivate(String project, @Nullable Long expectedGeneration) throws RemoteFailure {
        return activation(ask(opened -> opened.deactivate(project, by, expectedGeneration)));
    }

    private static Activation activation(org.ivrea.deploy.store.Activation done) {
        return new Activation(done.generation(), done.changes().stream()
                .map(change -> new Activation.Change(change.project(), change.from(), change.to())).toList());
    }

    @Override
    public List<HistoryEntry> history(String project) throws RemoteFailure {
        return ask(FlowStore::history).reversed().stream().filter(entry -> entry.project().equals(project))
                .map(entry -> new HistoryEntry(entry.at().toString(), entry.by(), entry.action().word(), entry.from(),
                        entry.to(), entry.version()))
                .toList();
    }

    /// A folder does not know.
    @Override
    public List<LiveCall> calls() {
        return List.of();
    }

    @Override
    public void close() {
        store = null;
    }

    private <T> T ask(Question<T> question) throws RemoteFailure {
        try {
            return question.put(store());
        } catch (StoreFailure e) {
            throw failure(e);
        }
    }

    private static void interrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException(ClosedByInterruptException.class.getSimpleName());
        }
    }

    private static RemoteFailure failure(StoreFailure failure) {
        return RemoteFailure.ofCode(failure.code(), failure.getMessage(), org.ivrea.flow.json.Json.obj());
    }

    @FunctionalInterface
    private interface Question<T> {
        T put(FlowStore store) throws StoreFailure;
    }
}
