package org.ivrea.server.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what went wrong in one message; a stack trace comes only with `--debug`.
final class Failures {
    private final Ivrea ivrea;

    Failures(Ivrea ivrea) {
        this.ivrea = ivrea;
    }

    int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        List<String> suggestions = failure instanceof UnmatchedArgumentException unmatched
                ? unmatched.getSuggestions()
                : List.of();
        String message = String.valueOf(failure.getMessage());
        say(message + (suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?"));
        command.getErr().println("Try: " + name + " --help");
        trace(failure, command.getErr());
        return ExitCode.UNABLE;
    }

    int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof CliFailure known) {
            say(known.getMessage());
            trace(failure, err);
            return ExitCode.UNABLE;
        }
        say("A fault in ivrea itself: " + failure + "; run the command again with --debug and report what it prints");
        trace(failure, err);
        return ExitCode.FAULT;
    }

    private void say(String message) {
        ivrea.console().err().println(ivrea.style().error("error") + ": " + Style.printable(message));
    }

    private void trace(Exception failure, PrintWriter err) {
        if (ivrea.debug()) {
            failure.printStackTrace(err);
        }
        err.flush();
    }
}
