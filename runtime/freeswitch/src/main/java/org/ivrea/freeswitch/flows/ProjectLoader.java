package org.ivrea.freeswitch.flows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.EstimatedLengths;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.freeswitch.call.AudioItems;

/// Reads and compiles the projects of a folder. Blocks for disk and processor.
public final class ProjectLoader {
    /// Of a call that only warms up.
    private static final Limits BRIEF = new Limits(60_000, 50, 20, 8, 100, 1_000);

    private final NodeRegistry registry = NodeRegistry.load();
    private final FlowCodec codec = new FlowCodec(registry, JsonLimits.DEFAULT);
    private final Limits limits;

    public ProjectLoader(Limits limits) {
        this.limits = limits;
    }

    /// Every folder with a `project.json`, or the folder itself if it holds one.
    ///
    /// @throws IOException when the folder cannot be read
    public FlowSet load(Path folder) throws IOException {
        SortedMap<String, LoadedProject> projects = new TreeMap<>();
        for (Path project : folders(folder)) {
            LoadedProject loaded = project(project);
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

    private LoadedProject project(Path folder) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        Loaded<Project> loaded = ProjectFolder.load(folder, codec);
        Project project = loaded.value();
        List<Problem> problems = new ArrayList<>(loaded.problems());
        if (project == null) {
            return new LoadedProject(name, folder, null, null, errors(problems, folder));
        }
        CompiledProject compiled = CompiledProject.compile(project, registry);
        problems.addAll(compiled.problems());
        warmUp(compiled);
        return new LoadedProject(name, folder, new FlowRunner(compiled, limits), new AudioItems(project.prompts()),
                errors(problems, folder));
    }

    private List<Problem> errors(List<Problem> problems, Path folder) {
        return ProjectFolder.locate(problems.stream().filter(Problem::isError).toList(), folder, codec);
    }

    /// Has each flow answer a simulated call, so that the first real caller does not wait for classes to be loaded.
    private static void warmUp(CompiledProject project) {
        var runner = new FlowRunner(project, BRIEF);
        for (CompiledFlow flow : project.flows().values()) {
            if (flow.runnable()) {
                runner.run(flow.name(), Map.of(),
                        new SimulatedCall(Simulation.of(World.plain(), EstimatedLengths.INSTANCE)), TraceSink.NONE);
            }
        }
    }
}
