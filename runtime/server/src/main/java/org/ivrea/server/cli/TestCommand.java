package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.simulation.Stub;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.problem.Problem;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Progress;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.ivrea.server.cli.report.JUnitReport;
import org.ivrea.server.cli.report.TestJson;
import org.ivrea.server.cli.report.TestRun;
import org.ivrea.server.cli.report.TestText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `ivrea test`.
@Command(name = "test", sortOptions = false, description = "Run a project's call scripts and report which exits they take.")
final class TestCommand implements Callable<Integer> {
    private static final int ALL = 100;

    @ParentCommand private Ivrea ivrea;

    @Spec private CommandSpec spec;

    @Mixin private ProjectOption project;

    @Parameters(index = "1..*", paramLabel = "SCRIPT", description = "Run only these, such as tests/balance.call or balance; * stands for any text.") private List<String> wanted = new ArrayList<>();

    @Option(names = "--min-coverage", paramLabel = "PERCENT", description = "Exit with 1 when the calls take less than this share of the project's exits.") private int minCoverage;

    @Option(names = "--hang-ups", description = "Run each script also with a caller who hangs up instead, once for each thing that the caller does there, and see that nothing fails after that.") private boolean hangUps;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML, too.") private @Nullable Path junit;

    @Option(names = "--json", description = "Report as JSON.") private boolean json;

    @Override
    public Integer call() {
        if (minCoverage < 0 || minCoverage > ALL) {
            throw new ParameterException(spec.commandLine(), "--min-coverage is a percentage from 0 to 100, not "
                    + minCoverage);
        }
        OpenProject open = project.open();
        List<Problem> errors = open.errors();
        PrintWriter problems = json ? ivrea.console().err() : ivrea.console().out();
        new ProblemText(open.folder(), ivrea.style()).print(errors, problems);
        CompiledProject compiled = open.compiled();
        if (compiled == null) {
            return ExitCode.FOUND;
        }
        List<ParsedScript> scripts = chosen(open);
        var progress = new Progress(ivrea.console(), "call scripts", scripts.size());
        TestRun run = TestRun.of(compiled, scripts, hangUps, progress::done);
        progress.clear();
        if (junit != null) {
            JUnitReport.write(run, junit);
        }
        if (json) {
            ivrea.console().out().print(JsonWriter.canonical(TestJson.of(run)));
        } else {
            new TestText(ivrea.style(), ivrea.console().out()).print(run);
        }
        boolean covered = run.total().percent() >= minCoverage;
        if (!covered) {
            problems.println(ivrea.style().error("Too few exits are taken: " + run.total().percent() + " % of the "
                    + minCoverage + " % wanted"));
        }
        return errors.isEmpty() && run.failed() == 0 && covered ? ExitCode.OK : ExitCode.FOUND;
    }

    private List<ParsedScript> chosen(OpenProject open) {
        if (wanted.isEmpty()) {
            return open.scripts();
        }
        for (String pattern : wanted) {
            if (open.scripts().stream().noneMatch(script -> fits(script, pattern))) {
                throw new CliFailure("There is no call script \"" + pattern + "\" in " + open.folder()
                        + "; there are: " + String.join(", ", open.scripts().stream()
                                .map(script -> script.script().name()).toList()));
            }
        }
        return open.scripts().stream().filter(script -> wanted.stream().anyMatch(pattern -> fits(script, pattern)))
                .toList();
    }

    private static boolean fits(ParsedScript script, String pattern) {
        return Stub.matches(pattern, script.script().file()) || Stub.matches(pattern, script.script().name());
    }
}
