package org.ivrea.designer.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ivrea.designer.workspace.FlowFiles;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.flow.project.ProjectFolder;
import org.jspecify.annotations.Nullable;

/// What a person means who names a file or folder, drops it on the window, or double-clicks it.
sealed interface Openable {

    /// A project.
    ///
    /// @param flow the flow that is meant; `null` for none
    record ProjectAt(Path folder, @Nullable String flow) implements Openable {}

    /// A package, whose files have to be unpacked first.
    record PackageAt(Path file) implements Openable {}

    /// What the path means; empty when it is neither in a project nor a package.
    static Optional<Openable> of(Path named) {
        Path path = named.toAbsolutePath().normalize();
        if (path.toString().endsWith(PackageManifest.SUFFIX) && Files.isRegularFile(path)) {
            return Optional.of(new PackageAt(path));
        }
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(ProjectFolder.SETTINGS))) {
                String inside = folder.relativize(path).toString().replace('\\', '/');
                return Optional.of(new ProjectAt(folder, FlowFiles.flowOf(inside)));
            }
        }
        return Optional.empty();
    }
}
