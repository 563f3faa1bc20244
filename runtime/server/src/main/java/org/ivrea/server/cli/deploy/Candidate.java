package org.ivrea.server.cli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.deploy.rollout.PackageContents;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.pack.PackageRefused;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.Project;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.project.OpenProject;
import org.jspecify.annotations.Nullable;

/// What is given to a command as PACKAGE or PROJECT: a package's file, or a project's folder.
public final class Candidate implements AutoCloseable {
    private final Path given;
    private final @Nullable PackageContents contents;
    private final OpenProject open;

    private Candidate(Path given, @Nullable PackageContents contents) {
        this.given = given;
        this.contents = contents;
        this.open = OpenProject.open(contents == null ? given : contents.folder());
    }

    /// @throws CliFailure when there is neither
    public static Candidate of(Path given) {
        if (!Files.isRegularFile(given) || !given.toString().endsWith(PackageManifest.SUFFIX)) {
            return new Candidate(given, null);
        }
        try {
            return new Candidate(given, PackageContents.of(given));
        } catch (PackageRefused e) {
            throw new CliFailure(given + " cannot be used. " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CliFailure(given + " cannot be unpacked: " + IoReason.of(e), e);
        }
    }

    public Path given() {
        return given;
    }

    public OpenProject open() {
        return open;
    }

    /// The package's manifest; `null` for a folder.
    public @Nullable PackageManifest manifest() {
        return contents == null ? null : contents.manifest();
    }

    /// @throws CliFailure when `project.json` cannot be read
    public Project project() {
        Project project = open.project();
        if (project == null) {
            throw new CliFailure(given + " holds a project that cannot be read: "
                    + open.problems().getFirst().message());
        }
        return project;
    }

    @Override
    public void close() {
        if (contents != null) {
            contents.close();
        }
    }
}
