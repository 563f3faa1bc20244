package org.ivrea.flow.pack;

import java.io.IOException;
import java.io.InputStream;

/// Where the content of files comes from.
@FunctionalInterface
public interface PackageSource {
    /// The content of a file, the same each time; the caller closes it.
    InputStream open(String name) throws IOException;
}
