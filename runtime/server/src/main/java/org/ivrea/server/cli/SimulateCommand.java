package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.ivrea.engine.compile.CompiledFlow;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ParsedScript;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.flow.problem.Problem;
import org.ivrea.server.cli.call.CallOptions;
import org.ivrea.server.cli.call.Conversation;
import org.ivrea.server.cli.call.HttpOptions;
import org.ivrea.server.cli.call.LiveCall;
import org.ivrea.server.cli.call.PreparedCall;
import org.ivrea.server.cli.call.RealHttp;
import org.ivrea.server.cli.call.TraceFile;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import org.ivrea.server.cli.project.OpenProject;
import org.ivrea.server.cli.project.ProblemText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `ivrea simulate`.
@Command(name = "simulate", sortOptions = false, description = {
        "Call a flow and see what it says.", "", "You are the caller: type 0-9 * #, h to hang up, p to pause, f to go "
                + "faster. Where a stub is missing, you are asked what comes of it."})
final class SimulateCommand implements Callable<Integer> {
    @ParentCommand private Ivrea ivrea;

    @Spec private CommandSpec spec;

    @Mixin private ProjectOption project;

    @ArgGroup private @Nullable Caller caller;

    @Option(names = "--speed", paramLabel = "FACTOR", description = "How fast time passes, 1 for real time (default: 1; with --keys or --script, at once).") private @Nullable Double speed;

    @Option(names = "--path", description = "Show nodes, exits and variables, too.") private boolean path;

    @Option(names = "--trace", paramLabel = "FILE", description = "Write the call's trace, one JSON object per line.") private @Nullable Path trace;

    @Option(names = "--ask", negatable = true, description = "Ask what comes of dialling, queues, requests… without a stub, or take what is usual (default: ask on a terminal).") private @Nullable Boolean ask;

    @ArgGroup(validate = false, heading = "%nThe call:%n") private CallOptions options = new CallOptions();

    @ArgGroup(validate = false, heading = "%nHTTP requests:%n") private HttpOptions http = new HttpOptions();

    /// Who acts instead of a person at the keyboard.
    static final class Caller {
        @Option(names = "--keys", paramLabel = "KEYS", description = "Press these keys instead of reading the keyboard: at each comma, listen to the end of what is said; h hangs up. Example: 1,1234#,h") private @Nullable String keys;

        @Option(names = "--script", paramLabel = "SCRIPT", description = "Do what a call script says: a file, or one of the project by name.") private @Nullable String script;
    }

    @Override
    public Integer call() {
        if (speed != null && !(speed > 0 && speed <= 1_000)) {
            throw new ParameterException(spec.commandLine(), "--speed is a number above 0 and up to 1000, not "
                    + speed);
        }
        String scriptName = caller == null ? null : caller.script;
        if (scriptName != null && !(options.isEmpty() && http.isEmpty())) {
            throw new ParameterException(spec.commandLine(), "--script says all about the call and answers all requests"
                    + " itself; leave out the options for the call and for HTTP requests");
        }
        OpenProject open = project.open();
        boolean typed = caller == null;
        CallScript settings = scriptName == null
                ? options.settings(typed ? ZonedDateTime.now() : null)
                : script(open, scriptName);
        CompiledProject compiled = open.compiled();
        CompiledFlow flow = compiled == null ? null : flow(compiled, settings.flow());
        if (compiled == null || flow == null || !flow.runnable()) {
            show(open, flow);
            return ExitCode.FOUND;
        }
        try (RealHttp live = http.open(ivrea.console().environment());
                var sink = new TraceFile(trace, new Conversation(out(), style(), path))) {
            var call = new PreparedCall(compiled, flow.name(), settings, sink, live);
            if (scriptName != null) {
                return result(call.play(speed));
            }
            String keys = caller == null ? null : caller.keys;
            return keys == null ? live(call) : outcome(call.press(keys, speed));
        }
    }

    private int live(PreparedCall call) {
        out().println(style().strong("Calling " + Style.printable(call.title())) + style().faint("  (" + LiveCall.HELP
                + ")"));
        out().flush();
        boolean asks = ask == null ? ivrea.console().terminal() : ask;
        var live = new LiveCall(ivrea.console(), style(), speed == null ? 1 : speed);
        CallOutcome outcome = live.run(call, asks, this::outcome);
        return code(outcome);
    }

    private int outcome(CallOutcome outcome) {
        String failure = outcome.failure();
        out().println(failure == null
                ? style().good("The call is over.")
                : style().error("The flow failed: ") + Style.printable(failure));
        out().flush();
        return code(outcome);
    }

    private static int code(CallOutcome outcome) {
        return outcome.failure() == null ? ExitCode.OK : ExitCode.FOUND;
    }

    private int result(ScriptResult result) {
        var failure = result.failure();
        out().println(failure == null
                ? style().good("The script passed.")
                : style().error("The script failed") + " in line " + failure.line() + ": "
                        + Style.printable(failure.message()));
        return failure == null ? ExitCode.OK : ExitCode.FOUND;
    }

    private static CompiledFlow flow(CompiledProject project, @Nullable String wanted) {
        String name = wanted == null ? project.project().settings().main() : wanted;
        String there = project.flows().isEmpty()
                ? "the project has no flows"
                : "there are: " + String.join(", ", project.flows().keySet());
        if (name == null) {
            throw new CliFailure("The project has no main flow; choose one with --flow; " + there);
        }
        CompiledFlow flow = project.flow(name);
        if (flow == null) {
            throw new CliFailure("There is no flow \"" + name + "\" that can be read; " + there);
        }
        return flow;
    }

    private void show(OpenProject open, @Nullable CompiledFlow flow) {
        List<Problem> problems = open.errors().stream()
                .filter(problem -> flow == null || flow.file().equals(problem.file())).toList();
        new ProblemText(open.folder(), style()).print(problems, out());
        out().println(style().error("The flow cannot run: " + ProblemText.summary(problems)));
    }

    private static CallScript script(OpenProject open, String name) {
        for (ParsedScript script : open.scripts()) {
            if (!Files.isRegularFile(Path.of(name)) && script.isComplete()
                    && (script.script().name().equals(name) || script.script().file().equals(name))) {
                return script.script();
            }
        }
        return CallOptions.script(Path.of(name)).script();
    }

    private PrintWriter out() {
        return ivrea.console().out();
    }

    private Style style() {
        return ivrea.style();
    }
}
