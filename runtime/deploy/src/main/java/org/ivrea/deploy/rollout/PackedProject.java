package org.ivrea.deploy.rollout;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.ivrea.deploy.remote.FileHash;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.ProjectPackage;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.project.Project;

/// A project that was packed to be deployed.
///
/// @param file   is the caller's to delete
/// @param sha256 of the file
public record PackedProject(Path file, String sha256, PackageManifest manifest) {

    /// Packs a project in one step: nobody finds half a package.
    ///
    /// @param file is replaced
    /// @throws IOException              with a message for people when something cannot be read or written
    /// @throws IllegalArgumentException with a message for people when the name, the version or a file's name cannot be
    public static PackedProject pack(Project project, FlowCodec codec, String name, String version,
            List<String> modules, SigningKey key, Path file) throws IOException {
        Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            PackageManifest manifest;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 64 << 10)) {
                manifest = new ProjectPackage(project, codec).write(name, version, modules, key, out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return new PackedProject(file, FileHash.of(file), manifest);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
