package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.SourceMap;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Opens and saves projects.
public final class ProjectFolder {

    /// The name of the settings' file.
    public static final String SETTINGS = "project.json";
    /// What the names of flow files end with.
    public static final String FLOW_SUFFIX = ".flow.json";
    /// The folder of the flow files.
    public static final String FLOWS = "flows";
    /// The folder of the tests.
    public static final String TESTS = "tests";
    /// The most files, flows and tests together, that are looked at.
    public static final int MAX_FILES = 10_000;

    private static final int DEEPEST = 16;

    private final Path root;
    private final FlowCodec codec;
    private final List<Problem> problems = new ArrayList<>();
    private final ProjectFiles files;
    private final Set<String> flowNames = new TreeSet<>();

    private ProjectFolder(Path root, FlowCodec codec) {
        this.root = root;
        this.codec = codec;
        this.files = new ProjectFiles(root, MAX_FILES, problems::add);
    }

    /// The project in a folder. Never throws: a folder that is none, and files that cannot be read, are problems. Flows
    /// that cannot be read are left out; there is no value when the settings cannot be read. Blocks for the disk.
    public static Loaded<Project> load(Path folder, FlowCodec codec) {
        return new ProjectFolder(folder, codec).load();
    }

    private Loaded<Project> load() {
        Loaded<ProjectDocument> settings = settings();
        SortedMap<String, FlowDocument> flows = flows();
        List<String> tests = files.list(TESTS, DEEPEST).stream()
                .map(test -> files.nameOf(test).substring(TESTS.length() + 1)).toList();
        ProjectDocument document = settings.value();
        Project project = document == null
                ? null
                : new Project(root, document, flows, new PromptLibrary(root, document.languages()), tests);
        if (project != null) {
            checkMain(project, settings.positions());
        }
        return new Loaded<>(project, problems, settings.positions());
    }

    private Loaded<ProjectDocument> settings() {
        Path file = root.resolve(SETTINGS);
        byte[] bytes = null;
        if (Files.exists(file)) {
            bytes = files.read(file, codec.limits().maxBytes());
        } else {
            files.report(ProblemCodes.FILE_UNREADABLE, file, "There is no such file, so the folder " + root
                    + " is no Ivrea project; choose the folder that holds " + SETTINGS);
        }
        if (bytes == null) {
            return new Loaded<>(null, List.of(), SourceMap.NONE);
        }
        Loaded<ProjectDocument> settings = ProjectCodec.read(bytes, SETTINGS, codec.limits());
        problems.addAll(settings.problems());
        return settings;
    }

    private SortedMap<String, FlowDocument> flows() {
        SortedMap<String, FlowDocument> flows = new TreeMap<>();
        for (Path file : files.list(FLOWS, 1)) {
            String fileName = file.getFileName().toString();
            if (!fileName.endsWith(FLOW_SUFFIX)) {
                continue;
            }
            String name = fileName.substring(0, fileName.length() - FLOW_SUFFIX.length());
            if (!NodeId.isValid(name)) {
                files.report(ProblemCodes.FILE_NAME, file, "\"" + name + "\" cannot be a flow's name, which is "
                        + NodeId.RULE + "; rename the file to " + NodeId.from(name) + FLOW_SUFFIX);
                continue;
            }
            flowNames.add(name);
            FlowDocument flow = flow(file);
            if (flow != null) {
                flows.put(name, flow);
            }
        }
        return flows;
    }

    private @Nullable FlowDocument flow(Path file) {
        byte[] bytes = files.read(file, codec.limits().maxBytes());
        if (bytes == null) {
            return null;
        }
        Loaded<FlowDocument> flow = codec.read(bytes, files.nameOf(file));
        problems.addAll(flow.problems());
        return flow.value();
    }

    private void checkMain(Project project, SourceMap positions) {
        String main = project.settings().main();
        if (main != null && !flowNames.contains(main)) {
            problems.add(Problem.error(ProblemCodes.MAIN_MISSING, JsonPointer.ROOT.child("main"),
                    "There is no flow \"" + main + "\"" + DidYouMean.hint(main, flowNames))
                    .withFile(SETTINGS).locatedIn(positions));
        }
    }

    /// The text of a file of the project that is no JSON, such as a test. Never throws: what cannot be read is a problem,
    /// and there is no value then. Blocks for the disk.
    ///
    /// @param file     relative to the project, with `/`
    /// @param maxBytes of which at most one more is read; what comes behind is left out
    public static Loaded<String> readText(Path folder, String file, int maxBytes) {
        List<Problem> problems = new ArrayList<>();
        var files = new ProjectFiles(folder, MAX_FILES, problems::add);
        Path path = folder.resolve(file);
        byte[] bytes = files.read(path, maxBytes);
        if (bytes == null) {
            return new Loaded<>(null, problems, SourceMap.NONE);
        }
        boolean whole = bytes.length <= maxBytes;
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (whole && !Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            files.report(ProblemCodes.FILE_UNREADABLE, path, "This file is not UTF-8; save it as UTF-8");
            return new Loaded<>(null, problems, SourceMap.NONE);
        }
        return new Loaded<>(text, problems, SourceMap.NONE);
    }

    /// The recordings and the tests of a project, which are what it holds beside its documents: names relative to the
    /// project, with `/`, sorted.
    ///
    /// @throws IOException with a message for people when one cannot be read, or lies outside the project
    public static List<String> otherFiles(Path folder) throws IOException {
        List<Problem> problems = new ArrayList<>();
        var files = new ProjectFiles(folder, MAX_FILES, problems::add);
        List<String> names = new ArrayList<>();
        for (String part : List.of(PromptLibrary.FOLDER, TESTS)) {
            for (Path file : files.list(part, DEEPEST)) {
                if (!file.toRealPath().startsWith(folder.toRealPath())) {
                    throw new IOException(files.nameOf(file) + " is a symbolic link that leads out of the project; "
                            + "copy the file into it");
                }
                names.add(files.nameOf(file));
            }
        }
        if (!problems.isEmpty()) {
            throw new IOException(problems.getFirst().file() + ": " + problems.getFirst().message());
        }
        names.sort(null);
        return names;
    }

    /// The problems with their positions looked up in the project's files as they are on disk. For problems that were
    /// found in the documents, by a check for instance.
    public static List<Problem> locate(List<Problem> problems, Path folder, FlowCodec codec) {
        return new ProblemLocator(folder, codec).locate(problems);
    }

    /// Replaces or creates a flow's file in one step.
    ///
    /// @param name [valid][NodeId#isValid]
    /// @throws IOException with a message for people when it could not be saved; the file is then as it was
    public static void saveFlow(Path folder, String name, FlowDocument flow, FlowCodec codec) throws IOException {
        if (!NodeId.isValid(name)) {
            throw new IOException("Could not save the flow \"" + name + "\": its name must be " + NodeId.RULE);
        }
        save(folder, FLOWS + "/" + name + FLOW_SUFFIX, codec.write(flow));
    }

    /// Replaces or creates `project.json` in one step.
    ///
    /// @throws IOException with a message for people when it could not be saved; the file is then as it was
    public static void saveSettings(Path folder, ProjectDocument settings) throws IOException {
        save(folder, SETTINGS, ProjectCodec.write(settings));
    }

    private static void save(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path around = name.equals(SETTINGS) ? folder : folder.resolve(FLOWS);
        try {
            Files.createDirectories(around);
            Path existing = Files.exists(file) ? file : around;
            if (!existing.toRealPath().startsWith(folder.toRealPath())) {
                throw new IOException("a symbolic link leads out of the project");
            }
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new IOException("Could not save " + name + " in " + folder + ": " + IoReason.of(e)
                    + ". The file there was not changed", e);
        }
    }
}
