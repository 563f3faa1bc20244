package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.ivrea.deploy.store.Members.DamagedFile;
import org.ivrea.deploy.store.StoreFailure.Reason;

/// Which packages run: `active.json`, replaced in one step, after the line in the history that tells of it.
final class StateFile {
    private final Disk disk;
    private final Layout layout;

    StateFile(Disk disk, Layout layout) {
        this.disk = disk;
        this.layout = layout;
    }

    StoreState read() throws IOException, StoreFailure {
        try {
            return StateCodec.read(Files.readAllBytes(layout.active()));
        } catch (NoSuchFileException _) {
            return StoreState.EMPTY;
        } catch (DamagedFile e) {
            throw new StoreFailure(Reason.UNAVAILABLE, layout.active() + " is damaged (" + e.getMessage()
                    + "), so it is "
                    + "not known what runs. Restore it from a backup, or move it away and activate the packages "
                    + "again; " + layout.history() + " tells which ones ran");
        }
    }

    /// Makes the next state the one that counts. Only with the store's lock. When this throws, nothing has changed,
    /// unless only the last confirmation of the disk is missing.
    void change(StoreState next, List<HistoryEntry> entries) throws IOException {
        var history = new History(disk, layout);
        history.add(entries);
        Path written = layout.tmp().resolve("active-" + UUID.randomUUID() + ".json");
        try {
            try (OutputStream out = disk.create(written)) {
                out.write(StateCodec.write(next));
            }
            disk.force(written);
            disk.move(written, layout.active());
        } catch (IOException e) {
            disk.delete(written);
            history.repair(next.generation() - 1);
            throw e;
        }
        disk.force(layout.root());
    }
}
