package org.ivrea.deploy.rollout;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.PackageReader;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// The project of a package, unpacked to be looked at: compared, checked, tested. Whoever signed it.
public final class PackageContents implements AutoCloseable {
    private final Path folder;
    private final PackageManifest manifest;

    private PackageContents(Path folder, PackageManifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    public static PackageContents of(Path file) throws PackageRefused, IOException {
        Path folder = Files.createTempDirectory("ivrea-package");
        try {
            return new PackageContents(folder, PackageReader.unpack(file, PackageLimits.DEFAULT, folder));
        } catch (PackageRefused e) {
            delete(folder);
            throw e;
        }
    }

    /// The package that a target has.
    public static PackageContents fetch(TargetClient client, String sha256) throws RemoteFailure, InterruptedException {
        @Nullable Path file = null;
        try {
            file = Files.createTempFile("ivrea-package", PackageManifest.SUFFIX);
            client.download(sha256, file);
            return of(file);
        } catch (IOException | PackageRefused e) {
            throw new RemoteFailure(RemoteFailure.Kind.LOCAL, "The package that runs on " + client.target().name()
                    + " cannot be looked at: " + e.getMessage());
        } finally {
            delete(file);
        }
    }

    /// Where the project lies.
    public Path folder() {
        return folder;
    }

    public PackageManifest manifest() {
        return manifest;
    }

    public Loaded<Project> project(FlowCodec codec) {
        return ProjectFolder.load(folder, codec);
    }

    @Override
    public void close() {
        delete(folder);
    }

    /// What cannot be deleted is left to the system, which tidies its folder for temporary files.
    private static void delete(@Nullable Path root) {
        if (root == null) {
            return;
        }
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            root.toFile().deleteOnExit();
        }
    }
}
