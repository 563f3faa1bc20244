package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ivrea.deploy.store.StoreFailure.Reason;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.pack.PackageManifest;
import org.jspecify.annotations.Nullable;

/// The folder into which packages may be renamed, for those who reach the server by SSH only. Each is answered by a file
/// `NAME.result.json`; one that is refused is then called `NAME.refused`, one that is taken is gone.
final class Incoming {
    private static final String RESULT = ".result.json";
    private static final String REFUSED = ".refused";
    private static final String BY = "incoming folder";

    private final FlowStore store;
    private final Disk disk;
    private final Layout layout;

    Incoming(FlowStore store, Disk disk, Layout layout) {
        this.store = store;
        this.disk = disk;
        this.layout = layout;
    }

    List<String> take(boolean activate) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(layout.incoming())) {
            files = entries.filter(file -> file.getFileName().toString().endsWith(PackageManifest.SUFFIX))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
        }
        List<String> said = new ArrayList<>();
        for (Path file : files) {
            String what = take(file, activate);
            if (what != null) {
                said.add(file.getFileName() + ": " + what);
            }
        }
        return said;
    }

    /// @return `null` when another process has taken it
    private @Nullable String take(Path file, boolean activate) throws IOException {
        try {
            StoredPackage stored = store.add(file, BY);
            Json.Obj answer = Json.obj("ok", Json.of(true), "sha256", Json.of(stored.sha256()),
                    "name", Json.of(stored.name())).with("version", Json.of(stored.version()));
            if (activate) {
                Activation made = store.activate(List.of(stored.sha256()), BY, null);
                answer = answer.with("generation", Json.of(made.generation()));
            }
            answer(file, answer);
            disk.delete(file);
            return stored.name() + " " + stored.version() + (activate ? " runs" : " is in the store");
        } catch (StoreFailure e) {
            if (!Files.exists(file)) {
                return null;
            }
            answer(file, Json.obj("ok", Json.of(false), "error",
                    Json.obj("code", Json.of(e.code()), "message", Json.of(e.getMessage()))));
            if (!e.is(Reason.NO_SPACE) && !e.is(Reason.UNAVAILABLE)) {
                Files.move(file, sibling(file, REFUSED), StandardCopyOption.REPLACE_EXISTING);
            }
            return e.code() + ": " + e.getMessage();
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    private void answer(Path file, Json.Obj answer) throws IOException {
        Path written = layout.tmp().resolve("answer-" + UUID.randomUUID());
        try (OutputStream out = disk.create(written)) {
            out.write(JsonWriter.canonicalBytes(answer));
        }
        disk.move(written, sibling(file, RESULT));
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }
}
