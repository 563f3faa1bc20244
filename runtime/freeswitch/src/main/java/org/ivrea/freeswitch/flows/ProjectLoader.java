package org.ivrea.freeswitch.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.freeswitch.call.AudioItems;

/// Reads and compiles the projects of a folder. Blocks for disk and processor.
public final class ProjectLoader {
    private final NodeRegistry registry = NodeRegistry.load();
    private final FlowCodec codec = new FlowCodec(registry, JsonLimits.DEFAULT);
    private final Limits limits;

    public ProjectLoader(Limits limits) {
        this.limits = limits;
    }

    /// Loads what calls will need, before there are any.
    public void warmUp() {
        WarmUp.run(registry, codec);
    }

    /// Every folder with a `project.json`, or the folder itself if it holds one.
    ///
    /// @throws IOException when the folder cannot be read
    public FlowSet load(Path folder) throws IOException {
        SortedMap<String, LoadedProject> projects = new TreeMap<>();
        for (Path project : folders(folder)) {
            String name = project.toAbsolutePath().normalize().getFileName().toString();
            LoadedProject loaded = project(name, project, ProjectVersion.NONE);
            projects.put(loaded.name(), loaded);
        }
        return new FlowSet(projects);
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (Files.exists(folder.resolve(ProjectFolder.SETTINGS))) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.exists(entry.resolve(ProjectFolder.SETTINGS))).sorted().toList();
        }
    }

    /// One project. What is wrong with it is among its problems.
    public LoadedProject project(String name, Path folder, ProjectVersion version) {
        Loaded<Project> loaded = ProjectFolder.load(folder, codec);
        Project project = loaded.value();
        List<Problem> problems = new ArrayList<>(loaded.problems());
        if (project == null) {
            return new LoadedProject(name, folder, null, null, errors(problems, folder), version);
        }
        CompiledProject compiled = CompiledProject.compile(project, registry);
        problems.addAll(compiled.problems());
        return new LoadedProject(name, folder, new FlowRunner(compiled, limits), new AudioItems(project.prompts()),
                errors(problems, folder), version);
    }

    private List<Problem> errors(List<Problem> problems, Path folder) {
        return ProjectFolder.locate(problems.stream().filter(Problem::isError).toList(), folder, codec);
    }
}
