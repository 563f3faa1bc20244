package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A disk on which one step fails, or at which the process dies.
final class FaultyDisk implements Disk {
    private final Disk disk = new RealDisk();
    private final Fault fault;
    private final int at;
    /// How much of each file would survive a power cut.
    private final Map<Path, Long> durable = new HashMap<>();
    private final Deque<Renamed> unconfirmed = new ArrayDeque<>();
    private int steps;
    private boolean dead;

    enum Fault {
        /// The process dies before the step.
        DIE_BEFORE,
        /// The process dies in the middle of the step, when it writes, and else behind it.
        DIE_WITHIN,
        /// The process dies behind the step.
        DIE_AFTER,
        /// The power fails behind the step, and everything that was not forced is lost.
        POWER_CUT,
        /// The disk is full, at this step only.
        FULL_ONCE,
        /// The disk is full from this step on.
        FULL
    }

    /// The process has died.
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /// @param over a copy of what had the name before; `null` when nothing had
    private record Renamed(Path from, Path to, @Nullable Path over) {}

    /// @param root what is below it now, survives everything
    FaultyDisk(Path root, Fault fault, int at) throws IOException {
        this.fault = fault;
        this.at = at;
        try (Stream<Path> files = Files.walk(root)) {
            files.forEach(file -> durable.put(file, size(file)));
        }
    }

    /// Whether the fault has come.
    boolean happened() {
        return steps >= at;
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step(() -> disk.createFolder(folder));
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        OutputStream out = stepping(() -> disk.create(file));
        durable.remove(file);
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                step(() -> {
                    if (isWithin()) {
                        out.write(bytes, offset, length / 2);
                        die();
                    }
                    out.write(bytes, offset, length);
                });
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void append(Path file, byte[] bytes) throws IOException {
        step(() -> {
            if (isWithin()) {
                disk.append(file, Arrays.copyOf(bytes, bytes.length / 2));
                die();
            }
            disk.append(file, bytes);
        });
    }

    @Override
    public void truncate(Path file, long size) throws IOException {
        step(() -> disk.truncate(file, size));
    }

    @Override
    public void force(Path fileOrFolder) throws IOException {
        step(() -> {
            disk.force(fileOrFolder);
            durable.put(fileOrFolder, size(fileOrFolder));
            unconfirmed.removeIf(renamed -> fileOrFolder.equals(renamed.to().getParent()));
        });
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step(() -> {
            Path over = null;
            if (Files.isRegularFile(to)) {
                over = Files.createTempFile("ivrea", ".over");
                Files.copy(to, over, StandardCopyOption.REPLACE_EXISTING);
            }
            disk.move(from, to);
            unconfirmed.addLast(new Renamed(from, to, over));
            durable.remove(to);
            Map.copyOf(durable).forEach((known, size) -> {
                if (known.startsWith(from)) {
                    durable.put(known.equals(from) ? to : to.resolve(from.relativize(known)), size);
                }
            });
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        step(() -> disk.delete(file));
    }

    private boolean isWithin() {
        return steps == at && fault == Fault.DIE_WITHIN;
    }

    private void die() {
        dead = true;
        throw new Died();
    }

    private void step(Step step) throws IOException {
        stepping(() -> {
            step.take();
            return step;
        });
    }

    private <T> T stepping(Result<T> step) throws IOException {
        if (dead) {
            throw new Died();
        }
        steps++;
        if ((steps == at && fault == Fault.FULL_ONCE) || (steps >= at && fault == Fault.FULL)) {
            throw new IOException("No space left on device");
        }
        if (steps == at && fault == Fault.DIE_BEFORE) {
            die();
        }
        T result = step.take();
        if (steps == at && (fault == Fault.DIE_AFTER || fault == Fault.DIE_WITHIN || fault == Fault.POWER_CUT)) {
            die();
        }
        return result;
    }

    /// What the disk looks like when the machine is up again, if the disk kept nothing that it did not have to.
    void lose(Path root) throws IOException {
        if (fault != Fault.POWER_CUT) {
            return;
        }
        while (!unconfirmed.isEmpty()) {
            Renamed renamed = unconfirmed.removeLast();
            if (Files.exists(renamed.to())) {
                Files.move(renamed.to(), renamed.from());
            }
            if (renamed.over() != null) {
                Files.move(renamed.over(), renamed.to());
                durable.put(renamed.to(), size(renamed.to()));
            }
        }
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).forEach(this::halve);
        }
    }

    /// Half of what was not forced is lost.
    private void halve(Path file) {
        long kept = durable.getOrDefault(file, 0L);
        if (kept >= size(file)) {
            return;
        }
        try {
            disk.truncate(file, (kept + size(file)) / 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Step {
        void take() throws IOException;
    }

    private interface Result<T> {
        T take() throws IOException;
    }
}
