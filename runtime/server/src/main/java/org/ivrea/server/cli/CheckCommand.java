package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.problem.Problem;
import org.ivrea.flow.problem.Severity;
import org.ivrea.server.cli.console.Count;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.project.Fixes;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemJson;
import org.ivrea.server.cli.project.ProblemText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `ivrea check`.
@Command(name = "check", sortOptions = false, description = "Find what is wrong with a project: its settings, flows and call scripts.")
final class CheckCommand implements Callable<Integer> {
    /// A fix may bring to light what another one solves, but not for ever.
    private static final int MOST_ROUNDS = 20;

    @ParentCommand private Ivrea ivrea;

    @Mixin private ProjectOption project;

    @Option(names = "--fix", description = "Apply the automatic fixes, save the flows, and report what is left.") private boolean fix;

    @Option(names = "--strict", description = "Exit with 1 for warnings, too.") private boolean strict;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() {
        OpenProject open = project.open();
        List<Problem> problems = open.problems();
        boolean fixing = fix;
        for (int round = 1; fixing && round <= MOST_ROUNDS; round++) {
            List<Fixes.Done> done = Fixes.apply(open, problems);
            report(done);
            fixing = !done.isEmpty();
            if (fixing) {
                open = project.open();
                problems = open.problems();
            }
        }
        PrintWriter out = ivrea.console().out();
        if (json) {
            out.print(JsonWriter.canonical(ProblemJson.report(open.folder(), problems)));
        } else {
            new ProblemText(open.folder(), ivrea.style()).print(problems, out);
            out.println(summary(open, problems));
        }
        return isFine(problems) ? ExitCode.OK : ExitCode.FOUND;
    }

    private void report(List<Fixes.Done> done) {
        PrintWriter out = json ? ivrea.console().err() : ivrea.console().out();
        for (Fixes.Done file : done) {
            file.labels().forEach(label -> out.println(
                    ivrea.style().good("fixed") + " " + file.file() + ": " + Style.printable(label)));
        }
    }

    private String summary(OpenProject open, List<Problem> problems) {
        int flows = open.project() == null ? 0 : open.project().flows().size();
        String where = " in " + Count.of(flows, "flow") + " and " + Count.of(open.scripts().size(), "call script");
        String found = ProblemText.summary(problems);
        String text = found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1) + where;
        long fixes = problems.stream().filter(problem -> problem.fix() != null).count();
        String hint = fixes > 0 && !fix ? "; --fix can solve " + fixes : "";
        return (isFine(problems) ? ivrea.style().good(text) : ivrea.style().error(text)) + hint;
    }

    private boolean isFine(List<Problem> problems) {
        return problems.stream().noneMatch(
                problem -> problem.isError() || (strict && problem.severity() == Severity.WARNING));
    }
}
