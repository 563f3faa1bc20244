package org.ivrea.server.cli;

import org.ivrea.server.cli.console.ColourChoice;
import org.ivrea.server.cli.console.Console;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.console.Style;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command `ivrea` itself, and what all its commands have in common.
@Command(name = "ivrea", sortOptions = false, versionProvider = Version.class, description = "Call flows for FreeSWITCH: check, play and test them.", subcommands = {
        NewCommand.class, CheckCommand.class, SimulateCommand.class, TestCommand.class, FormatCommand.class,
        PackCommand.class, VerifyCommand.class, KeysCommand.class, DeployCommand.class, RollbackCommand.class,
        DeactivateCommand.class, DiffCommand.class, ServeCommand.class, TokensCommand.class, JourneysCommand.class,
        SchemaCommand.class,
        NodesCommand.class,
        CompletionCommand.class,
        HelpCommand.class}, synopsisSubcommandLabel = "COMMAND", commandListHeading = "%nCommands:%n", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                "0:all is well", "1:something is wrong with the project: errors, a failed call script…",
                "2:the command could not do its work: a wrong option, no such folder…",
                "3:ivrea itself is at fault"}, footer = {"", "Try: ivrea help COMMAND"})
public final class Ivrea {
    private final Console console;

    @Option(names = "--color", paramLabel = "WHEN", scope = ScopeType.INHERIT, description = "Colour: ${COMPLETION-CANDIDATES} (default: on a terminal, unless NO_COLOR is set).") private ColourChoice colour = ColourChoice.auto;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of what fails.") private boolean debug;

    @Option(names = {"-h",
            "--help"}, scope = ScopeType.INHERIT, usageHelp = true, description = "Explain the command.") private boolean help;

    @Option(names = {"-V",
            "--version"}, versionHelp = true, description = "Print the version.") private boolean version;

    Ivrea(Console console) {
        this.console = console;
    }

    /// Runs a command.
    ///
    /// @return its [exit code][ExitCode]
    public static int run(Console console, String... arguments) {
        int code = commandLine(console).execute(arguments.length == 0 ? new String[] {"--help"} : arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    /// The command line with all commands and options; nothing has been run yet.
    static CommandLine commandLine(Console console) {
        var ivrea = new Ivrea(console);
        var failures = new Failures(ivrea);
        return new CommandLine(ivrea)
                .setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.likesColour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpAutoWidth(console.terminal())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed)
                .setExitCodeExceptionMapper(_ -> ExitCode.FAULT);
    }

    Console console() {
        return console;
    }

    Style style() {
        return new Style(colour == ColourChoice.auto ? console.likesColour() : colour == ColourChoice.always);
    }

    boolean debug() {
        return debug;
    }
}
