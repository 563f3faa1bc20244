package org.ivrea.deploy.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What runs on a server.
///
/// @param generation counts what was activated there, so that two deployers notice each other
public record Inventory(long generation, List<ProjectInfo> projects) {
    public Inventory {
        projects = List.copyOf(projects);
    }

    public @Nullable ProjectInfo project(String name) {
        return projects.stream().filter(project -> project.name().equals(name)).findFirst().orElse(null);
    }

    /// The package of the project that new calls run; `null` for none.
    public @Nullable PackageInfo active(String name) {
        ProjectInfo project = project(name);
        return project == null ? null : project.active();
    }
}
