package org.ivrea.server.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ivrea.flow.project.IoReason;
import org.jspecify.annotations.Nullable;

/// The file of the tokens' holders, a line `ROLE NAME HASH` each; empty lines and those that begin with `#` are passed
/// over.
public final class TokenFile {
    private final Path file;

    public TokenFile(Path file) {
        this.file = file;
    }

    /// @return none when there is no file yet
    /// @throws IOException with a message for people when it cannot be read, or a line is none
    public List<TokenHolder> holders() throws IOException {
        List<TokenHolder> holders = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                holders.add(holder(line, number));
            }
        }
        return holders;
    }

    private TokenHolder holder(String line, int number) throws IOException {
        String[] words = line.strip().split("\\s+");
        Role role = words.length == 3 ? Role.of(words[0]) : null;
        try {
            if (role != null) {
                return new TokenHolder(role, words[1], words[2]);
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
        }
        throw new IOException(file + ":" + number + ": a line is ROLE NAME HASH, with the role "
                + String.join(", ", Role.words()) + "; \"ivrea tokens new\" makes one");
    }

    /// The holder of a token. Takes the same time whichever it is.
    ///
    /// @return `null` when it is nobody's
    static @Nullable TokenHolder find(List<TokenHolder> holders, Token token) {
        byte[] shown = token.hash().getBytes(StandardCharsets.US_ASCII);
        TokenHolder found = null;
        for (TokenHolder holder : holders) {
            if (MessageDigest.isEqual(shown, holder.hash().getBytes(StandardCharsets.US_ASCII))) {
                found = holder;
            }
        }
        return found;
    }

    /// Adds a holder.
    ///
    /// @throws IOException with a message for people when the name is taken, or the file cannot be written
    public void add(TokenHolder holder) throws IOException {
        for (TokenHolder known : holders()) {
            if (known.name().equals(holder.name())) {
                throw new IOException("There is a token of \"" + holder.name() + "\" already; revoke it first, or "
                        + "choose another name");
            }
        }
        List<String> lines = new ArrayList<>(lines());
        lines.add(holder.line());
        write(lines);
    }

    /// @return false when there is none of that name
    public boolean revoke(String name) throws IOException {
        List<String> kept = new ArrayList<>(lines());
        int number = 0;
        boolean found = false;
        for (String line : lines()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#") && holder(line, number).name().equals(name)) {
                kept.remove(line);
                found = true;
            }
        }
        if (found) {
            write(kept);
        }
        return found;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new IOException(
                    "The tokens file " + file + " cannot be read: " + IoReason.of(e) + "; it must be readable by the "
                            + "user that the server runs as",
                    e);
        }
    }

    /// Replaces the file in one step. It stays whose it was; a new one belongs to whom the folder belongs to, so that what
    /// root makes in the server's folder can be read by the server's user.
    private void write(List<String> lines) throws IOException {
        Path folder = existingParent();
        Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        boolean posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null;
        try {
            if (posix) {
                Files.createFile(temporary, PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")));
                Ownership.of(file, folder).give(temporary);
            }
            Files.write(temporary, lines);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private Path existingParent() throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IOException("There is no folder for " + file + "; create it");
        }
        return parent;
    }
}
