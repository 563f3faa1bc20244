package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// A file of a project on disk, and what is known of it, so that nothing is overwritten that somebody else wrote. Used
/// by one thread.
///
/// @param <D> the document that the file holds
final class TrackedFile<D> {

    /// How documents become files.
    interface Format<D> {
        int maxBytes();

        Loaded<D> read(byte[] bytes);

        byte[] write(D document);

        /// Replaces the file in one step.
        void save(D document) throws IOException;
    }

    private final Path folder;
    private final String name;
    private final Format<D> format;
    private @Nullable D known;
    private byte @Nullable [] bytes;
    private boolean accepted;

    /// @param name  relative to the project, with `/`
    /// @param known what the file said when it was read; `null` when there was none
    TrackedFile(Path folder, String name, Format<D> format, @Nullable D known) {
        this.folder = folder;
        this.name = name;
        this.format = format;
        this.known = known;
    }

    /// Compares the file with what is known of it. Texts that mean the same are the same.
    Look<D> look() {
        Path path = folder.resolve(name);
        if (accepted) {
            return new Look.Same<>();
        }
        if (!Files.exists(path)) {
            return known == null ? new Look.Same<>() : new Look.Gone<>();
        }
        Loaded<String> text = ProjectFolder.readText(folder, name, format.maxBytes());
        String content = text.value();
        if (content == null) {
            return Files.exists(path)
                    ? new Look.Broken<>(BrokenFiles.read(folder, name, text.problems()))
                    : new Look.Gone<>();
        }
        byte[] read = content.getBytes(StandardCharsets.UTF_8);
        if (known != null && Arrays.equals(read, bytes)) {
            return new Look.Same<>();
        }
        Loaded<D> loaded = format.read(read);
        D document = loaded.value();
        if (document == null) {
            return new Look.Broken<>(new BrokenFile(name, loaded.problems(), content));
        }
        if (document.equals(known)) {
            bytes = read;
            return new Look.Same<>();
        }
        return new Look.Changed<>(document);
    }

    /// The file is known to say this.
    void know(D document) {
        known = document;
        bytes = null;
        accepted = false;
    }

    /// The file is known to be gone.
    void forget() {
        known = null;
        bytes = null;
        accepted = false;
    }

    /// Whatever the file says may be overwritten by the next save.
    void accept() {
        accepted = true;
    }

    /// Writes the file, unless somebody else did.
    ///
    /// @return what the look before writing showed; nothing was written unless that is [Look.Same]
    Look<D> save(D document) throws IOException {
        Look<D> look = look();
        byte[] written = format.write(document);
        if (look instanceof Look.Same && (accepted || !Arrays.equals(written, bytes))) {
            format.save(document);
            known = document;
            bytes = written;
            accepted = false;
        }
        return look;
    }

    /// Removes the file, unless somebody else changed it.
    Look<D> delete() throws IOException {
        Look<D> look = look();
        if (look instanceof Look.Same) {
            Files.deleteIfExists(folder.resolve(name));
            forget();
        }
        return look;
    }
}
