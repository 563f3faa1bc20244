package org.ivrea.deploy.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.flow.project.IoReason;

/// Files that only their owner may read, as OpenSSH wants its keys.
public final class SecretFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    /// @throws RemoteFailure when others can read or change it, or it cannot be read
    public static String read(Path file) throws RemoteFailure {
        try {
            if (Files.getFileAttributeView(file, PosixFileAttributeView.class) != null) {
                Set<PosixFilePermission> allowed = EnumSet.copyOf(OTHERS);
                allowed.retainAll(Files.getPosixFilePermissions(file));
                if (!allowed.isEmpty()) {
                    throw new RemoteFailure(Kind.TOKEN, "Others on this machine can read or change " + file
                            + ", so it is not used. Make it yours alone: chmod 600 " + file);
                }
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new RemoteFailure(Kind.TOKEN, "The file " + file + " cannot be read: " + IoReason.of(e));
        }
    }

    /// The token on the first line of the file.
    public static TokenSource token(Path file) {
        return () -> read(file).lines().findFirst().orElse("").strip();
    }
}
