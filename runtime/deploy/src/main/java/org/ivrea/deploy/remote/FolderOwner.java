package org.ivrea.deploy.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/// Whose a store's folder is. What root writes there, the server's user could neither rotate nor remove; and to give it
/// away afterwards would be to follow, as root, links that this user can make.
final class FolderOwner {
    private static final String ROOT = "root";

    private FolderOwner() {}

    /// Refuses root in another user's folder, or in one that would be made in such a folder.
    ///
    /// @param user who runs this
    static void check(Path folder, String user) throws RemoteFailure {
        String owner = user.equals(ROOT) ? of(folder) : null;
        if (owner != null && !owner.equals(ROOT)) {
            throw new RemoteFailure(Kind.LOCAL, "The store " + folder + " belongs to the user " + owner + ", who could "
                    + "not change what root writes there. Do the same as that user, with sudo -u " + owner
                    + " (a package that \"ivrea pack\" has signed needs no key any more), or by the server's address. "
                    + "Nothing was changed");
        }
    }

    /// @return `null` where files belong to nobody
    private static @Nullable String of(Path folder) throws RemoteFailure {
        Path there = folder.toAbsolutePath();
        for (Path parent; !Files.exists(there) && (parent = there.getParent()) != null;) {
            there = parent;
        }
        try {
            return Files.getOwner(there.toRealPath(), LinkOption.NOFOLLOW_LINKS).getName();
        } catch (UnsupportedOperationException _) {
            return null;
        } catch (IOException e) {
            throw new RemoteFailure(Kind.LOCAL, "It cannot be told whose the folder " + there + " is: "
                    + e.getMessage());
        }
    }
}
