package org.ivrea.deploy.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.deploy.store.StoreFailure.Reason;
import org.ivrea.flow.project.IoReason;

/// Tells a full disk from other trouble.
final class Space {
    /// Below this a disk counts as full.
    private static final long NOTHING = 64L << 10;

    private Space() {}

    /// The failure for what the disk said while something was done.
    ///
    /// @param doing such as `The package cannot be stored`
    static StoreFailure failure(String doing, IOException fault, Path root) {
        return isFull(fault, root)
                ? new StoreFailure(Reason.NO_SPACE, doing + ": the disk of " + root + " is full. Nothing was changed; "
                        + "make room, for instance by removing packages that are not needed, and try again")
                : new StoreFailure(Reason.UNAVAILABLE,
                        doing + ": " + IoReason.withFile(fault) + ". Nothing was changed; see that the "
                                + "server may write below " + root + ", and try again");
    }

    static boolean isFull(IOException fault, Path root) {
        String message = String.valueOf(fault.getMessage());
        // The words of Linux, macOS and Windows; in another language the disk itself is asked.
        if (message.contains("No space left") || message.contains("quota exceeded")
                || message.contains("not enough space")) {
            return true;
        }
        try {
            return Files.getFileStore(root).getUsableSpace() < NOTHING;
        } catch (IOException _) {
            return false;
        }
    }
}
