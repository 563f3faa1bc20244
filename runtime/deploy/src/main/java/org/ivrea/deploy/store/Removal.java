package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ivrea.deploy.store.HistoryEntry.Action;
import org.ivrea.deploy.store.StoreFailure.Reason;
import org.jspecify.annotations.Nullable;

/// Takes packages away, by hand and when there are too many. Only with the store's lock.
final class Removal {
    /// Who removes what nobody asked to remove.
    private static final String RETENTION = "retention";

    private final FlowStore store;
    private final Layout layout;
    private final Disk disk;

    Removal(FlowStore store, Layout layout, Disk disk) {
        this.store = store;
        this.layout = layout;
        this.disk = disk;
    }

    void remove(StoredPackage stored, StoreState state, String by) throws IOException, StoreFailure {
        if (state.isActive(stored.sha256())) {
            throw new StoreFailure(Reason.CONFLICT, stored.name() + " " + stored.version() + " runs, so it stays; "
                    + "activate another version first");
        }
        if (!removeUnused(stored, state, by)) {
            throw new StoreFailure(Reason.CONFLICT, "Calls are still in " + stored.name() + " " + stored.version()
                    + ", so it stays; remove it when they are over");
        }
    }

    /// Removes what is more than shall be kept. What cannot be removed stays for the next time.
    void retain(StoreState state) throws IOException {
        List<HistoryEntry> history = store.historyFile().entries(state.generation());
        var retention = new Retention(store.options().keep());
        for (StoredPackage stored : retention.superfluous(store.shelf().list(), state, history)) {
            removeUnused(stored, state, RETENTION);
        }
    }

    /// @return false when a call uses it, in whatever process
    private boolean removeUnused(StoredPackage stored, StoreState state, String by) throws IOException {
        Path use = layout.use(stored.sha256());
        if (!Files.exists(use)) {
            take(stored, state, by);
            return true;
        }
        try (PathLocks.@Nullable Held lock = PathLocks.exclusive(use)) {
            if (lock == null) {
                return false;
            }
            take(stored, state, by);
            disk.delete(use);
            return true;
        }
    }

    private void take(StoredPackage stored, StoreState state, String by) throws IOException {
        store.historyFile().add(List.of(new HistoryEntry(state.generation(), store.options().clock().instant(), by,
                Action.REMOVE, stored.name(), stored.sha256(), null, stored.version())));
        store.shelf().remove(stored);
    }
}
