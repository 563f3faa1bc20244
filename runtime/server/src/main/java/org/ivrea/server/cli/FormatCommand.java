package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectCodec;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.ivrea.server.cli.project.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `ivrea format`.
@Command(name = "format", sortOptions = false, description = "Bring a project's files into their canonical form, and older ones up to date.")
final class FormatCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Mixin private ProjectOption project;

    @Option(names = "--check", description = "Change nothing; list the files that are not canonical and exit with 1 if there are any.") private boolean check;

    @Override
    public Integer call() {
        OpenProject open = project.open();
        PrintWriter out = ivrea.console().out();
        List<Problem> unreadable = unreadable(open);
        new ProblemText(open.folder(), ivrea.style()).print(unreadable, out);
        Project loaded = open.project();
        List<String> changed = new ArrayList<>();
        int all = 0;
        if (loaded != null) {
            all = loaded.flows().size() + 1;
            if (differs(open, ProjectFolder.SETTINGS, ProjectCodec.write(loaded.settings()))) {
                changed.add(ProjectFolder.SETTINGS);
                save(() -> ProjectFolder.saveSettings(open.folder(), loaded.settings()));
            }
            for (Map.Entry<String, FlowDocument> flow : loaded.flows().entrySet()) {
                String file = ProjectFolder.FLOWS + "/" + flow.getKey() + ProjectFolder.FLOW_SUFFIX;
                if (differs(open, file, open.codec().write(flow.getValue()))) {
                    changed.add(file);
                    save(() -> ProjectFolder.saveFlow(open.folder(), flow.getKey(), flow.getValue(), open.codec()));
                }
            }
        }
        changed.forEach(file -> out.println((check ? "not canonical: " : "formatted ")
                + open.folder().resolve(file).normalize()));
        out.println(changed.isEmpty()
                ? Count.of(all, "file") + ", all in canonical form"
                : changed.size() + " of " + Count.of(all, "file") + (check ? " not in canonical form" : " formatted"));
        return unreadable.isEmpty() && (changed.isEmpty() || !check) ? ExitCode.OK : ExitCode.FOUND;
    }

    /// Files that cannot be formatted because nobody knows what they say.
    private static List<Problem> unreadable(OpenProject open) {
        Project loaded = open.project();
        return open.errors().stream().filter(problem -> problem.file() != null
                && (loaded == null || (problem.file().startsWith(ProjectFolder.FLOWS + "/")
                        && loaded.flow(flowOf(problem.file())) == null)))
                .toList();
    }

    private static String flowOf(String file) {
        String name = Path.of(file).getFileName().toString();
        return name.endsWith(ProjectFolder.FLOW_SUFFIX)
                ? name.substring(0, name.length() - ProjectFolder.FLOW_SUFFIX.length())
                : "";
    }

    private static boolean differs(OpenProject open, String file, byte[] canonical) {
        try {
            return !Arrays.equals(Files.readAllBytes(open.folder().resolve(file)), canonical);
        } catch (IOException e) {
            throw new CliFailure(open.folder().resolve(file) + " cannot be read: " + Reason.of(e), e);
        }
    }

    private void save(Saving saving) {
        if (check) {
            return;
        }
        try {
            saving.run();
        } catch (IOException e) {
            throw new CliFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @FunctionalInterface
    private interface Saving {
        void run() throws IOException;
    }
}
