package org.ivrea.deploy.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/// All that the store does to the disk, so that tests can let it fail, or the process die, at each single step.
interface Disk {

    /// Makes a folder; it may exist.
    void createFolder(Path folder) throws IOException;

    /// Makes a file that did not exist.
    OutputStream create(Path file) throws IOException;

    /// Adds to the end of a file, which is made if need be.
    void append(Path file, byte[] bytes) throws IOException;

    /// Cuts the end of a file off.
    void truncate(Path file, long size) throws IOException;

    /// Returns when a file, or a folder's list of names, would survive a power cut.
    void force(Path fileOrFolder) throws IOException;

    /// Renames in one step, over what has the new name.
    void move(Path from, Path to) throws IOException;

    /// Deletes a file or an empty folder, if it is there.
    void delete(Path file) throws IOException;
}
