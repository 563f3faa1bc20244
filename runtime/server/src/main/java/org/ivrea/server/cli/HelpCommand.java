package org.ivrea.server.cli;

import java.util.concurrent.Callable;
import org.ivrea.flow.problem.DidYouMean;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `ivrea help`.
@Command(name = "help", sortOptions = false, description = "Explain a command.")
final class HelpCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.") private @Nullable String command;

    @Override
    public Integer call() {
        CommandLine all = spec.root().commandLine();
        CommandLine wanted = command == null ? all : all.getSubcommands().get(command);
        if (wanted == null) {
            throw new CliFailure("There is no command \"" + command + "\""
                    + DidYouMean.hint(String.valueOf(command), all.getSubcommands().keySet())
                    + "; \"ivrea help\" lists them");
        }
        wanted.usage(wanted.getOut());
        return ExitCode.OK;
    }
}
