package org.ivrea.server.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.ivrea.flow.pack.TrustedSigners;
import org.ivrea.flow.project.IoReason;

/// The file of the trusted keys, read each time: a key that is taken out of it counts no more. While it cannot be read
/// nobody is trusted.
record TrustedKeys(Path file) implements Supplier<TrustedSigners> {

    /// @throws IOException with a message for people
    TrustedSigners read() throws IOException {
        try {
            return TrustedSigners.parse(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new IOException(
                    "The trusted keys " + file + " cannot be read: " + IoReason.of(e) + "; make the file, with a line "
                            + "of \"ivrea keys show\" for each key whose packages are taken",
                    e);
        }
    }

    @Override
    public TrustedSigners get() {
        try {
            return read();
        } catch (IOException _) {
            return new TrustedSigners(List.of());
        }
    }
}
