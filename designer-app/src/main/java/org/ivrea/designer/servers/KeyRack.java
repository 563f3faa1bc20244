package org.ivrea.designer.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.pack.SigningKey;

/// The person's signing keys, each in a file of its own beside the settings.
public final class KeyRack {
    private static final String SUFFIX = ".key";

    private final Path folder;

    /// @param settings the folder of the settings; need not exist
    public KeyRack(Path settings) {
        this.folder = settings.resolve("keys");
    }

    /// A key that is still locked.
    public record Key(Path file, SignerKey signer) {

        /// For people.
        public String title() {
            return signer.comment().isEmpty() ? signer.id().substring(0, 12) : signer.comment();
        }
    }

    /// All keys; files that are none are passed over.
    public List<Key> keys() throws IOException {
        List<Key> keys = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(found -> found.toString().endsWith(SUFFIX)).sorted().toList()) {
                    Files.readString(file).lines().filter(line -> line.startsWith("ivrea-")).findFirst()
                            .ifPresent(line -> add(keys, file, line));
                }
            }
        }
        return keys;
    }

    private static void add(List<Key> keys, Path file, String line) {
        try {
            keys.add(new Key(file, SignerKey.parse(line)));
        } catch (IllegalArgumentException _) {
            return; // A damaged file is no key.
        }
    }

    /// Makes a key. Takes a moment, as all that has to do with passphrases.
    public Key create(String comment, char[] passphrase) throws IOException {
        SigningKey key = SigningKey.generate(comment);
        String base = NodeId.from(comment);
        Path file = folder.resolve(base + SUFFIX);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(base + "-" + i + SUFFIX);
        }
        OwnFile.write(file, key.protect(passphrase));
        return new Key(file, key.signer());
    }

    /// @throws IllegalArgumentException with a message for people when the passphrase does not fit
    public SigningKey unlock(Key key, char[] passphrase) throws IOException {
        return SigningKey.unlock(Files.readString(key.file()), passphrase);
    }
}
