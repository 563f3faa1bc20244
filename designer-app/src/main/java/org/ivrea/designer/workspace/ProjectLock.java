package org.ivrea.designer.workspace;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.jspecify.annotations.Nullable;

/// Which window may save a project: the one whose token is in the lock file. The lock of a process that is gone counts
/// for nothing, so a crash leaves no project locked. Threads may share it.
final class ProjectLock {
    private static final Object SAME_PROCESS = new Object();

    private record Entry(String token, LockHolder holder, long processStart) {}

    private interface Action<T> {
        T run() throws IOException;
    }

    private final Path folder;
    private final Path file;
    private final String token = UUID.randomUUID().toString();

    /// @param folder where the lock file is; not the project itself
    ProjectLock(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("lock.json");
    }

    /// Tells this window from all others.
    String token() {
        return token;
    }

    /// Takes the lock when nobody has it.
    ///
    /// @return who has it; empty when it is ours now
    Optional<LockHolder> tryTake() throws IOException {
        return guarded(() -> {
            Entry entry = read();
            if (entry != null && !entry.token().equals(token) && isAlive(entry)) {
                return Optional.of(entry.holder());
            }
            write();
            return Optional.empty();
        });
    }

    /// Whether the lock is ours.
    boolean isMine() {
        Entry entry = read();
        return entry != null && entry.token().equals(token);
    }

    /// Takes the lock, whoever has it.
    void take() throws IOException {
        guarded(() -> {
            write();
            return true;
        });
    }

    /// Gives the lock up, if it is ours.
    void release() throws IOException {
        guarded(() -> {
            Entry entry = read();
            if (entry != null && entry.token().equals(token)) {
                Files.deleteIfExists(file);
            }
            return true;
        });
    }

    private <T> T guarded(Action<T> action) throws IOException {
        Files.createDirectories(folder);
        synchronized (SAME_PROCESS) {
            try (FileChannel guard = FileChannel.open(folder.resolve("lock.guard"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); var _ = guard.lock()) {
                return action.run();
            }
        }
    }

    private static boolean isAlive(Entry entry) {
        if (!entry.holder().host().equals(host())) {
            return true;
        }
        return ProcessHandle.of(entry.holder().pid()).filter(ProcessHandle::isAlive)
                .map(process -> process.info().startInstant()
                        .map(start -> start.toEpochMilli() == entry.processStart()).orElse(true))
                .orElse(false);
    }

    private @Nullable Entry read() {
        try {
            if (!(JsonReader.read(Files.readAllBytes(file), JsonLimits.DEFAULT).value() instanceof Json.Obj entry)) {
                return null;
            }
            var holder = new LockHolder(number(entry, "pid"), text(entry, "user"), text(entry, "host"),
                    Instant.ofEpochMilli(number(entry, "since")));
            return new Entry(text(entry, "token"), holder, number(entry, "processStart"));
        } catch (IOException _) {
            // No file, no lock.
            return null;
        }
    }

    private void write() throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("token", Json.of(token));
        members.put("pid", number(ProcessHandle.current().pid()));
        members.put("processStart", number(ProcessHandle.current().info().startInstant().map(Instant::toEpochMilli)
                .orElse(0L)));
        members.put("user", Json.of(System.getProperty("user.name", "")));
        members.put("host", Json.of(host()));
        members.put("since", number(System.currentTimeMillis()));
        Path temporary = folder.resolve("lock." + token + ".tmp");
        Files.writeString(temporary, Json.obj(members).toString());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static long number(Json.Obj entry, String member) {
        return entry.get(member) instanceof Json.Num(BigDecimal value) ? value.longValue() : 0;
    }

    private static String text(Json.Obj entry, String member) {
        return entry.get(member) instanceof Json.Str(String value) ? value : "";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
