package org.ivrea.designer.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.PromptLibrary;

/// What a project's folder holds.
///
/// @param project        what can be edited; with empty settings when those cannot be read
/// @param settingsBroken true when `project.json` must not be written
/// @param broken         files that cannot be edited, by name
/// @param problems       of files that are no part of the project: misnamed or unreadable ones
record OpenedProject(Project project, boolean settingsBroken, SortedMap<String, BrokenFile> broken,
        List<Problem> problems) {

    static OpenedProject open(Path folder, FlowCodec codec) throws WorkspaceFailure {
        Loaded<Project> loaded = ProjectFolder.load(folder, codec);
        Project project = loaded.value();
        boolean settingsBroken = project == null;
        if (project == null) {
            if (!Files.exists(folder.resolve(ProjectFolder.SETTINGS))) {
                throw new WorkspaceFailure(loaded.problems().getFirst().message());
            }
            project = new Project(folder, ProjectDocument.empty(nameOf(folder)), flows(folder, codec),
                    new PromptLibrary(folder,
                            List.of(ProjectDocument.DEFAULT_LANGUAGE)),
                    List.of());
        }
        SortedMap<String, BrokenFile> broken = new TreeMap<>();
        if (settingsBroken) {
            broken.put(ProjectFolder.SETTINGS, BrokenFiles.read(folder, ProjectFolder.SETTINGS,
                    of(loaded.problems(), ProjectFolder.SETTINGS)));
        }
        for (String flow : flowNames(folder)) {
            String file = FlowFiles.fileOf(flow);
            if (project.flow(flow) == null) {
                broken.put(file, BrokenFiles.read(folder, file, of(loaded.problems(), file)));
            }
        }
        List<Problem> ofFiles = loaded.problems().stream()
                .filter(problem -> !isOfDocument(problem)).toList();
        return new OpenedProject(project, settingsBroken, broken, ofFiles);
    }

    /// Problems of documents are found again whenever they change, and broken files have theirs; only others are kept.
    private static boolean isOfDocument(Problem problem) {
        String file = problem.file();
        return file == null || file.equals(ProjectFolder.SETTINGS) || FlowFiles.flowOf(file) != null
                && NodeId.isValid(String.valueOf(FlowFiles.flowOf(file)));
    }

    private static List<Problem> of(List<Problem> problems, String file) {
        return problems.stream().filter(problem -> file.equals(problem.file())).toList();
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private static SortedMap<String, FlowDocument> flows(Path folder, FlowCodec codec) {
        SortedMap<String, FlowDocument> flows = new TreeMap<>();
        for (String flow : flowNames(folder)) {
            String file = FlowFiles.fileOf(flow);
            String text = ProjectFolder.readText(folder, file, codec.limits().maxBytes()).value();
            FlowDocument document = text == null
                    ? null
                    : codec.read(text.getBytes(StandardCharsets.UTF_8), file).value();
            if (document != null) {
                flows.put(flow, document);
            }
        }
        return flows;
    }

    /// The names of the flow files that are there, readable or not, without hidden and misnamed ones.
    static List<String> flowNames(Path folder) {
        Path flows = folder.resolve(ProjectFolder.FLOWS);
        if (!Files.isDirectory(flows)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(flows)) {
            return files.map(file -> ProjectFolder.FLOWS + "/" + file.getFileName())
                    .map(FlowFiles::flowOf)
                    .filter(flow -> flow != null && NodeId.isValid(flow))
                    .map(String::valueOf).sorted().limit(ProjectFolder.MAX_FILES).toList();
        } catch (IOException _) {
            // Loading the project reports that the folder cannot be read.
            return List.of();
        }
    }
}
