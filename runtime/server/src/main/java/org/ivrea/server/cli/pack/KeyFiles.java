package org.ivrea.server.cli.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.pack.TrustedSigners;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;

/// Files of keys.
public final class KeyFiles {
    private KeyFiles() {}

    /// Writes a new key, which only its owner may read.
    ///
    /// @throws CliFailure when there is such a file already, or it cannot be written
    public static void create(Path file, SigningKey key, char[] passphrase) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(file, attributes);
            Files.writeString(file, key.protect(passphrase), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new CliFailure("The key cannot be written to " + file + ": " + IoReason.of(e)
                    + ". Keys are never overwritten; choose another name", e);
        }
    }

    /// Reads and unlocks a key, and wipes the passphrase.
    public static SigningKey unlock(Path file, char[] passphrase) {
        try {
            return SigningKey.unlock(Files.readString(file), passphrase);
        } catch (IOException e) {
            throw new CliFailure("The signing key " + file + " cannot be read: " + IoReason.of(e)
                    + "; make one with: ivrea keys new " + file, e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(file + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// The public half, which needs no passphrase.
    public static SignerKey signer(Path file) {
        try {
            return Files.readString(file).lines().map(String::strip).filter(line -> line.startsWith("ivrea-"))
                    .findFirst().map(SignerKey::parse).orElseThrow(() -> new CliFailure(file
                            + " holds no key; \"ivrea keys new\" makes one"));
        } catch (IOException e) {
            throw new CliFailure("The key " + file + " cannot be read: " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(file + ": " + e.getMessage(), e);
        }
    }

    /// The trusted keys of a file: lines of public halves; a key's own file will do, too.
    public static TrustedSigners trusted(Path file) {
        try {
            String keys = Files.readString(file);
            return keys.startsWith("-----")
                    ? new TrustedSigners(java.util.List.of(signer(file)))
                    : TrustedSigners.parse(keys);
        } catch (IOException e) {
            throw new CliFailure("The trusted keys cannot be read from " + file + ": " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure(file + ": " + e.getMessage(), e);
        }
    }
}
