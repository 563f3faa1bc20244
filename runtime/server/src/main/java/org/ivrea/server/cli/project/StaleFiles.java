package org.ivrea.server.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ivrea.flow.project.IoReason;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.CliFailure;

/// Finds the files of a project that are not in canonical form.
public final class StaleFiles {
    private StaleFiles() {}

    /// Such a file.
    ///
    /// @param name relative to the project
    public record Stale(String name, Saving saving) {

        /// Replaces it in one step.
        ///
        /// @throws CliFailure when it cannot be written; it is then as it was
        public void save() {
            try {
                saving.run();
            } catch (IOException e) {
                throw new CliFailure(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /// Writes a file.
    @FunctionalInterface
    public interface Saving {
        void run() throws IOException;
    }

    /// The settings first, then the flows by name. Files that could not be read are not among them.
    ///
    /// @param loaded the open project's
    public static List<Stale> of(OpenProject open, Project loaded) {
        List<Stale> stale = new ArrayList<>();
        if (differs(open, ProjectFolder.SETTINGS, ProjectCodec.write(loaded.settings()))) {
            stale.add(new Stale(ProjectFolder.SETTINGS,
                    () -> ProjectFolder.saveSettings(open.folder(), loaded.settings())));
        }
        loaded.flows().forEach((name, flow) -> {
            String file = ProjectFolder.FLOWS + "/" + name + ProjectFolder.FLOW_SUFFIX;
            if (differs(open, file, open.codec().write(flow))) {
                stale.add(new Stale(file, () -> ProjectFolder.saveFlow(open.folder(), name, flow, open.codec())));
            }
        });
        return stale;
    }

    private static boolean differs(OpenProject open, String file, byte[] canonical) {
        try {
            return !Arrays.equals(Files.readAllBytes(open.folder().resolve(file)), canonical);
        } catch (IOException e) {
            throw new CliFailure(open.folder().resolve(file) + " cannot be read: " + IoReason.of(e), e);
        }
    }
}
