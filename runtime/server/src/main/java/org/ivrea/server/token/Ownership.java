package org.ivrea.server.token;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/// Whose a secret file is, and who may read it.
record Ownership(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> permissions) {
    Ownership {
        permissions = Set.copyOf(permissions);
    }

    /// As it was, or else as the folder has it: only its owner may read it, and its group where the folder lets that in
    /// and nobody else, as one of it is the user that the server runs as.
    ///
    /// @param file need not exist
    static Ownership of(Path file, Path folder) throws IOException {
        if (Files.exists(file)) {
            PosixFileAttributes known = Files.readAttributes(file, PosixFileAttributes.class);
            return new Ownership(known.owner(), known.group(), known.permissions());
        }
        PosixFileAttributes around = Files.readAttributes(folder, PosixFileAttributes.class);
        boolean forGroup = around.permissions().contains(PosixFilePermission.GROUP_EXECUTE)
                && !around.permissions().contains(PosixFilePermission.OTHERS_EXECUTE);
        return new Ownership(around.owner(), around.group(),
                PosixFilePermissions.fromString(forGroup ? "rw-r-----" : "rw-------"));
    }

    /// Only root may give files away: for others they stay their own.
    void give(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.owner().equals(owner) || !now.group().equals(group)) {
            try {
                view.setGroup(group);
                view.setOwner(owner);
            } catch (FileSystemException _) {
                view.setPermissions(PosixFilePermissions.fromString("rw-------"));
                return;
            }
        }
        view.setPermissions(permissions);
    }
}
