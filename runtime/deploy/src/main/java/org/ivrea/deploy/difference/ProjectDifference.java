package org.ivrea.deploy.difference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What differs between two projects.
///
/// @param settings of the project that changed, resources included
/// @param flows    that changed, by name
/// @param files    recordings and call scripts that changed, by name
public record ProjectDifference(List<FieldChange> settings, List<FlowDifference> flows, List<FileChange> files) {
    public ProjectDifference {
        settings = List.copyOf(settings);
        flows = List.copyOf(flows);
        files = List.copyOf(files);
    }

    public boolean isEmpty() {
        return settings.isEmpty() && flows.isEmpty() && files.isEmpty();
    }

    /// Whether calls may run or sound differently.
    public boolean isLogic() {
        return !settings.isEmpty() || flows.stream().anyMatch(FlowDifference::isLogic)
                || files.stream().anyMatch(FileChange::isHeard);
    }

    public @Nullable FlowDifference flow(String name) {
        return flows.stream().filter(flow -> flow.name().equals(name)).findFirst().orElse(null);
    }
}
