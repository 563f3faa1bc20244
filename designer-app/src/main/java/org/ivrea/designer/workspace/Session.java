package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DateFormat;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.Project;

/// One window's time with a project: whether it may save, its journal of unsaved changes, and what an earlier session
/// left in its own. The journal is kept only while this session has the lock.
final class Session implements AutoCloseable {
    private final Path project;
    private final ProjectLock lock;
    private final CrashRecovery crash;
    private final Journal journal;
    private final Consumer<String> unprotected;
    private Optional<Recovery> recovery = Optional.empty();
    private Optional<LockHolder> lockedBy = Optional.empty();

    /// @param project     the project's folder
    /// @param unprotected told why unsaved changes cannot be kept, on any thread
    Session(Path project, StateFolder state, FlowCodec codec, Consumer<String> unprotected) {
        Path folder = state.ofProject(project);
        this.project = project;
        this.unprotected = unprotected;
        this.lock = new ProjectLock(folder);
        this.crash = new CrashRecovery(folder, lock.token(), codec);
        this.journal = new Journal(crash.journal(), this::report);
    }

    /// Takes the lock unless somebody else has it, and looks for what was left.
    void begin(Project onDisk) {
        try {
            lockedBy = lock.tryTake();
            if (lockedBy.isEmpty()) {
                recovery = crash.find(onDisk);
            }
        } catch (IOException e) {
            report(e);
        }
    }

    /// Takes the lock from whoever has it, and looks for what that one did not save.
    void takeOver(Project onDisk) {
        try {
            lock.take();
            lockedBy = Optional.empty();
            recovery = crash.find(onDisk);
        } catch (IOException e) {
            report(e);
        }
    }

    /// Looks who has the lock now, and takes it when it has become free.
    ///
    /// @return whether that changed
    boolean check() {
        Optional<LockHolder> now = holder();
        boolean changed = !now.equals(lockedBy);
        lockedBy = now;
        return changed;
    }

    Optional<LockHolder> lockedBy() {
        return lockedBy;
    }

    /// Why nothing can be saved, for people; empty when it can.
    Optional<String> readOnly() {
        return lockedBy.map(Session::described).or(() -> Files.isWritable(project)
                ? Optional.empty()
                : Optional.of(WorkspaceTexts.of("readOnly.folder")));
    }

    /// Why nothing can be saved now, by the lock file as it is; on any thread.
    Optional<String> lost() {
        return holder().map(Session::described);
    }

    private Optional<LockHolder> holder() {
        try {
            return lock.isMine() ? Optional.empty() : lock.tryTake();
        } catch (IOException e) {
            report(e);
            return Optional.empty();
        }
    }

    private static String described(LockHolder holder) {
        return WorkspaceTexts.of("readOnly.locked", holder.user() + " (" + holder.host() + ", " + holder.pid() + ")",
                DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT).format(Date.from(holder.since())));
    }

    Optional<Recovery> recovery() {
        return recovery;
    }

    /// The person decided: nothing is kept for recovery any more.
    void forgetRecovery() {
        recovery = Optional.empty();
        journal.flush().thenRun(() -> {
            try {
                crash.discard();
            } catch (IOException e) {
                report(e);
            }
        });
    }

    void unsaved(String file, Supplier<byte[]> content) {
        if (lockedBy.isEmpty()) {
            journal.unsaved(file, content);
        }
    }

    void saved(String file) {
        journal.saved(file);
    }

    /// Ends the session: what is unsaved now is not wanted.
    @Override
    public void close() {
        journal.close();
        try {
            lock.release();
        } catch (IOException e) {
            report(e);
        }
    }

    private void report(IOException e) {
        unprotected.accept(WorkspaceTexts.of("unprotected", IoReason.withFile(e)));
    }
}
