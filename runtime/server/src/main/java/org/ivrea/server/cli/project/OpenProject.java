package org.ivrea.server.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ivrea.engine.check.ProjectChecks;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.CallScriptParser;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;

/// A project as it is on disk at this moment, with what is wrong with it.
public final class OpenProject {
    private static final Comparator<Problem> BY_PLACE = Comparator
            .comparing((Problem problem) -> problem.file() == null ? "" : problem.file(),
                    Comparator.comparingInt(OpenProject::rank).thenComparing(Comparator.naturalOrder()))
            .thenComparing(Problem::position, Comparator.nullsFirst(
                    Comparator.comparingInt(Position::line).thenComparingInt(Position::column)));

    private final Path folder;
    private final FlowCodec codec;
    private final Loaded<Project> loaded;
    private final @Nullable CompiledProject compiled;
    private final List<ParsedScript> scripts = new ArrayList<>();
    private final List<Problem> scriptProblems = new ArrayList<>();

    private OpenProject(Path folder, NodeRegistry registry) {
        this.folder = folder;
        codec = new FlowCodec(registry, JsonLimits.DEFAULT);
        loaded = ProjectFolder.load(folder, codec);
        Project project = loaded.value();
        compiled = project == null ? null : CompiledProject.compile(project, registry);
        if (project != null) {
            project.tests().stream().filter(test -> test.endsWith(CallScript.SUFFIX)).forEach(this::read);
        }
    }

    /// Opens a project, compiles its flows and reads its call scripts. What is wrong inside them is not a failure.
    ///
    /// @throws CliFailure when there is no project
    public static OpenProject open(Path given) {
        return new OpenProject(folderOf(given), NodeRegistry.load());
    }

    private static Path folderOf(Path given) {
        boolean settings = given.endsWith(ProjectFolder.SETTINGS) && Files.isRegularFile(given);
        Path folder = settings ? given.toAbsolutePath().getParent() : given;
        if (folder == null || !Files.exists(folder)) {
            throw new CliFailure("There is no folder " + given + "; give the folder of a project, or make one with: "
                    + "ivrea new " + given);
        }
        if (!Files.isDirectory(folder)) {
            throw new CliFailure(given + " is a file; give the project's folder, which holds "
                    + ProjectFolder.SETTINGS);
        }
        if (!Files.isReadable(folder)) {
            throw new CliFailure("The folder " + folder + " cannot be read: access denied; have its owner let you in");
        }
        if (!Files.exists(folder.resolve(ProjectFolder.SETTINGS))) {
            throw new CliFailure("The folder " + folder.toAbsolutePath().normalize() + " holds no "
                    + ProjectFolder.SETTINGS + ", so it is no project; give the folder that does, or make a new one "
                    + "with: ivrea new NAME");
        }
        return folder;
    }

    private void read(String test) {
        String name = ProjectFolder.TESTS + "/" + test;
        Loaded<String> text = ProjectFolder.readText(folder, name, 4 * CallScriptParser.MAX_LENGTH);
        scriptProblems.addAll(text.problems());
        if (text.value() != null) {
            ParsedScript script = CallScriptParser.parse(name, text.value());
            scripts.add(script);
            scriptProblems.addAll(script.problems());
        }
    }

    /// As it was given, for messages.
    public Path folder() {
        return folder;
    }

    public FlowCodec codec() {
        return codec;
    }

    /// @return `null` when `project.json` cannot be read, which is one of the [problems][#problems]
    public @Nullable Project project() {
        return loaded.value();
    }

    /// @return `null` when `project.json` cannot be read, which is one of the [problems][#problems]
    public @Nullable CompiledProject compiled() {
        return compiled;
    }

    /// The call scripts, those with problems included, by name.
    public List<ParsedScript> scripts() {
        return List.copyOf(scripts);
    }

    /// All that is wrong, found by every check, by place.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(loaded.problems());
        if (compiled != null) {
            problems.addAll(ProjectChecks.all(compiled));
        }
        problems.addAll(scriptProblems);
        return placed(problems);
    }

    /// What keeps flows from running, by place.
    public List<Problem> errors() {
        List<Problem> errors = new ArrayList<>(loaded.problems());
        if (compiled != null) {
            errors.addAll(compiled.problems());
        }
        errors.removeIf(problem -> !problem.isError());
        return placed(errors);
    }

    private List<Problem> placed(List<Problem> problems) {
        return ProjectFolder.locate(problems, folder, codec).stream().sorted(BY_PLACE).toList();
    }

    /// The settings first, then flows, then scripts.
    private static int rank(String file) {
        return file.startsWith(ProjectFolder.TESTS + "/") ? 2 : file.startsWith(ProjectFolder.FLOWS + "/") ? 1 : 0;
    }
}
