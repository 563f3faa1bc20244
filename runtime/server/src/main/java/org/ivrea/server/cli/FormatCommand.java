package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.ivrea.server.cli.project.StaleFiles;
import org.jspecify.annotations.Nullable;
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
        Project loaded = open.project();
        List<Problem> unreadable = open.errors().stream().filter(problem -> isUnreadable(problem, loaded)).toList();
        new ProblemText(open.folder(), ivrea.style()).print(unreadable, out);
        if (loaded == null) {
            return ExitCode.FOUND;
        }
        List<StaleFiles.Stale> stale = StaleFiles.of(open, loaded);
        for (StaleFiles.Stale file : stale) {
            if (!check) {
                file.save();
            }
            out.println((check ? "not canonical: " : "formatted ") + open.folder().resolve(file.name()).normalize());
        }
        String all = Count.of(loaded.flows().size() + 1, "file");
        out.println(stale.isEmpty()
                ? all + ", all in canonical form"
                : stale.size() + " of " + all + (check ? " not in canonical form" : " formatted"));
        return unreadable.isEmpty() && (stale.isEmpty() || !check) ? ExitCode.OK : ExitCode.FOUND;
    }

    /// Whether it is about a file that cannot be formatted because nobody knows what it says.
    private static boolean isUnreadable(Problem problem, @Nullable Project loaded) {
        String file = problem.file();
        if (file == null || loaded == null) {
            return file != null;
        }
        String name = Path.of(file).getFileName().toString();
        return file.startsWith(ProjectFolder.FLOWS + "/") && loaded.flows().keySet().stream()
                .noneMatch(flow -> name.equals(flow + ProjectFolder.FLOW_SUFFIX));
    }
}
