package org.ivrea.flow.project;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ivrea.flow.document.FlowDocument;
import org.jspecify.annotations.Nullable;

/// A project: its settings, its flows, where its recordings are, and the names of its tests.
///
/// @param root  the folder; `null` for a project that was never saved
/// @param flows by name, which is the file's name without `.flow.json`
/// @param tests the files in `tests/`, relative to it, with `/`, sorted
public record Project(@Nullable Path root, ProjectDocument settings, SortedMap<String, FlowDocument> flows,
        PromptLibrary prompts, List<String> tests) {
    public Project {
        flows = Collections.unmodifiableSortedMap(new TreeMap<>(flows));
        tests = List.copyOf(tests);
    }

    /// A project without a folder.
    public static Project of(ProjectDocument settings, SortedMap<String, FlowDocument> flows) {
        return new Project(null, settings, flows, new PromptLibrary(null, settings.languages()), List.of());
    }

    public @Nullable FlowDocument flow(String name) {
        return flows.get(name);
    }

    /// The flow that answers calls, if there is one.
    public @Nullable FlowDocument mainFlow() {
        return settings.main() == null ? null : flows.get(settings.main());
    }

    public Project withFlow(String name, FlowDocument flow) {
        var changed = new TreeMap<>(flows);
        changed.put(name, flow);
        return new Project(root, settings, changed, prompts, tests);
    }

    public Project withoutFlow(String name) {
        var changed = new TreeMap<>(flows);
        changed.remove(name);
        return new Project(root, settings, changed, prompts, tests);
    }

    public Project withSettings(ProjectDocument newSettings) {
        return new Project(root, newSettings, flows, prompts.withLanguages(newSettings.languages()), tests);
    }
}
