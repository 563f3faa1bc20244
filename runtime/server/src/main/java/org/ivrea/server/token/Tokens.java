package org.ivrea.server.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who holds which token, as the file says it now: a token that is revoked ends at once.
public final class Tokens {
    private final Path path;
    private @Nullable Stamp stamp;
    private List<TokenHolder> holders = List.of();

    private record Stamp(FileTime modified, long size, @Nullable Object key) {}

    public Tokens(Path path) {
        this.path = path;
    }

    /// @return `null` when it is nobody's
    /// @throws IOException with a message for people when the file cannot be read: then nobody is let in
    public @Nullable TokenHolder find(Token token) throws IOException {
        return TokenFile.find(current(), token);
    }

    private synchronized List<TokenHolder> current() throws IOException {
        Stamp now = stampNow();
        if (!now.equals(stamp)) {
            holders = new TokenFile(path).holders();
            stamp = now;
        }
        return holders;
    }

    private Stamp stampNow() throws IOException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        } catch (NoSuchFileException _) {
            return new Stamp(FileTime.fromMillis(0), -1, null);
        }
    }
}
