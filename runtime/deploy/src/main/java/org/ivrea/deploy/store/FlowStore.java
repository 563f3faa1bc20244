package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.deploy.store.StoreFailure.Reason;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.flow.pack.TrustedSigners;
import org.jspecify.annotations.Nullable;

/// The packages of a server on its disk, and which of them run.
///
/// Everything is done wholly or not at all, whenever the process dies or the power fails. Several processes may use a
/// store at once. Times are for people only: sequence numbers and generations decide what is newer. Methods block, and
/// any thread may call them.
public final class FlowStore {
    private final Layout layout;
    private final StoreOptions options;
    private final Disk disk;
    private final Shelf shelf;
    private final StateFile stateFile;
    private final History history;
    private final Intake intake;

    private FlowStore(Path root, StoreOptions options, Disk disk) {
        this.layout = new Layout(root.toAbsolutePath().normalize());
        this.options = options;
        this.disk = disk;
        shelf = new Shelf(disk, layout);
        stateFile = new StateFile(disk, layout);
        history = new History(disk, layout);
        intake = new Intake(disk, layout, options);
    }

    /// The store of that folder, which is made if need be. What a process left that died is tidied up.
    public static FlowStore open(Path root, TrustedSigners trusted, PackageLimits limits) throws StoreFailure {
        return open(root, StoreOptions.of(trusted, limits));
    }

    /// The store of that folder, which is made if need be. What a process left that died is tidied up.
    public static FlowStore open(Path root, StoreOptions options) throws StoreFailure {
        return open(root, options, new RealDisk());
    }

    static FlowStore open(Path root, StoreOptions options, Disk disk) throws StoreFailure {
        var store = new FlowStore(root, options, disk);
        return store.locked("The store cannot be opened", () -> {
            for (Path folder : List.of(store.layout.packages(), store.layout.incoming(), store.layout.tmp())) {
                disk.createFolder(folder);
            }
            disk.force(store.layout.root());
            store.intake.tidy();
            store.history.repair(store.stateFile.read().generation());
            return store;
        });
    }

    public Path root() {
        return layout.root();
    }

    /// Takes a package. One that is there already is not taken twice.
    ///
    /// @param by who gives it, for people
    public StoredPackage add(Path file, String by) throws StoreFailure {
        try (InputStream bytes = Files.newInputStream(file)) {
            return add(bytes, null, by);
        } catch (IOException e) {
            throw Space.failure("The package " + file + " cannot be read", e, root());
        }
    }

    /// Takes a package as its bytes come. One that is there already is not taken twice. When the bytes end too early,
    /// nothing is left of them.
    ///
    /// @param sha256 what the sum of the bytes must be; `null` when the sender did not say
    /// @param by     who gives it, for people
    public StoredPackage add(InputStream bytes, @Nullable String sha256, String by) throws StoreFailure {
        try (Intake.Arrival arrival = locked("The package cannot be stored", intake::begin)) {
            String received = arrival.receive(bytes);
            if (sha256 != null && !sha256.equals(received)) {
                throw new PackageRefused(PackageRefused.Reason.CONTENT, "What was received is not what was announced: "
                        + "its SHA-256 is " + received + ", not " + sha256 + ". Send it again");
            }
            StoredPackage known = shelf.find(received);
            return known != null ? known : shelve(arrival, arrival.verify(by));
        } catch (IOException e) {
            throw Space.failure("The package cannot be stored", e, root());
        } catch (PackageRefused refused) {
            throw refused.getCause() instanceof IOException fault && Space.isFull(fault, root())
                    ? Space.failure("The package cannot be stored", fault, root())
                    : new StoreFailure(refused);
        }
    }

    private StoredPackage shelve(Intake.Arrival arrival, StoredPackage described) throws StoreFailure {
        return locked("The package cannot be stored", () -> {
            StoredPackage known = shelf.find(described.sha256());
            if (known != null) {
                return known;
            }
            StoredPackage stored = shelf.put(arrival.folder(), described);
            removal().retain(stateFile.read());
            return stored;
        });
    }

    /// All packages, the newest first.
    public List<StoredPackage> list() throws StoreFailure {
        return reading(shelf::list);
    }

    /// @return `null` when there is no such package
    public @Nullable StoredPackage find(String sha256) throws StoreFailure {
        for (StoredPackage stored : list()) {
            if (stored.sha256().equals(sha256)) {
                return stored;
            }
        }
        return null;
    }

    /// What runs.
    public StoreState state() throws StoreFailure {
        return reading(stateFile::read);
    }

    /// What was done, oldest first.
    public List<HistoryEntry> history() throws StoreFailure {
        return reading(() -> history.entries(stateFile.read().generation()));
    }

    /// Has the packages run from now on, all of them or none. Those that run already go on.
    ///
    /// @param expectedGeneration that of the state on which the decision was made; `null` to take what comes
    /// @param allowOlder         whether a package may be older than what ran already
    public Activation activate(List<String> packages, String by, @Nullable Long expectedGeneration, boolean allowOlder)
            throws StoreFailure {
        return changing(change -> change.activate(packages, by, expectedGeneration, allowOlder));
    }

    /// [#activate] of what is not older than what ran.
    public Activation activate(List<String> packages, String by, @Nullable Long expectedGeneration)
            throws StoreFailure {
        return activate(packages, by, expectedGeneration, false);
    }

    /// Has a package run that ran before.
    ///
    /// @param to which one; `null` for the one that ran before the one that runs
    public Activation rollback(String project, @Nullable String to, String by, @Nullable Long expectedGeneration)
            throws StoreFailure {
        return changing(change -> change.rollback(project, to, by, expectedGeneration));
    }

    /// Has no package of a project run any more: new calls to it find no flow. Its packages stay; [#rollback] has the
    /// last one run again, and what is older than the newest that ran stays older.
    public Activation deactivate(String project, String by, @Nullable Long expectedGeneration) throws StoreFailure {
        return changing(change -> change.deactivate(project, by, expectedGeneration));
    }

    /// Which package [#rollback] would lead to; `null` when there is none.
    public @Nullable String previous(String project) throws StoreFailure {
        return reading(() -> new Change(this).previous(project));
    }

    /// Removes a package that neither runs nor is used by a call.
    public void remove(String sha256, String by) throws StoreFailure {
        locked("The package cannot be removed", () -> {
            removal().remove(known(sha256), stateFile.read(), by);
            return sha256;
        });
    }

    /// The package as it was uploaded.
    public InputStream open(String sha256) throws StoreFailure {
        return reading(() -> Files.newInputStream(layout.folder(known(sha256)).resolve(Layout.PACKAGE)));
    }

    /// The folder with the package's project, which is only to be read.
    public Path project(String sha256) throws StoreFailure {
        return reading(() -> layout.folder(known(sha256)).resolve(Layout.PROJECT));
    }

    /// Keeps a package from being removed, by this and other processes, as long as the use is open.
    public PackageUse use(String sha256) throws StoreFailure {
        return reading(() -> {
            PathLocks.Held lock = PathLocks.shared(layout.use(sha256));
            if (lock != null && shelf.find(sha256) != null) {
                return new PackageUse(sha256, lock);
            }
            if (lock != null) {
                lock.close();
            }
            throw notFound(sha256);
        });
    }

    /// Takes what lies in the folder `incoming`, and lays an answer beside it.
    ///
    /// @param activate whether what is taken shall run at once
    /// @return for people, what came of each file
    public List<String> takeIncoming(boolean activate) throws StoreFailure {
        return reading(() -> new Incoming(this, disk, layout).take(activate));
    }

    StoredPackage known(String sha256) throws IOException, StoreFailure {
        StoredPackage stored = shelf.find(sha256);
        if (stored == null) {
            throw notFound(sha256);
        }
        return stored;
    }

    private static StoreFailure notFound(String sha256) {
        return new StoreFailure(Reason.NOT_FOUND, "There is no package " + sha256 + " on this server; upload it first");
    }

    Shelf shelf() {
        return shelf;
    }

    StateFile stateFile() {
        return stateFile;
    }

    History historyFile() {
        return history;
    }

    StoreOptions options() {
        return options;
    }

    Integrity integrity() {
        return new Integrity(layout, options);
    }

    Removal removal() {
        return new Removal(this, layout, disk);
    }

    private Activation changing(Step<Change, Activation> step) throws StoreFailure {
        return locked("The activation failed", () -> step.take(new Change(this)));
    }

    private <T> T locked(String failing, Work<T> work) throws StoreFailure {
        try {
            disk.createFolder(layout.root());
            try (PathLocks.Held _ = StoreLock.take(layout.lock())) {
                return work.run();
            }
        } catch (PackageRefused refused) {
            throw new StoreFailure(refused);
        } catch (IOException e) {
            throw Space.failure(failing, e, root());
        }
    }

    private <T extends @Nullable Object> T reading(Work<T> work) throws StoreFailure {
        try {
            return work.run();
        } catch (PackageRefused refused) {
            throw new StoreFailure(refused);
        } catch (IOException e) {
            throw Space.failure("The store cannot be read", e, root());
        }
    }

    private interface Work<T extends @Nullable Object> {
        T run() throws IOException, StoreFailure, PackageRefused;
    }

    private interface Step<A, B> {
        B take(A given) throws IOException, StoreFailure, PackageRefused;
    }
}
