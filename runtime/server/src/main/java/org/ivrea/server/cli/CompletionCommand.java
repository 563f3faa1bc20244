package org.ivrea.server.cli;

import java.util.concurrent.Callable;
import org.ivrea.server.cli.console.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea completion`.
@Command(name = "completion", sortOptions = false, description = {
        "Print a script that makes the shell complete commands and options.",
        "For bash, add to ~/.bashrc:  source <(ivrea completion bash)",
        "For zsh, add to ~/.zshrc:    source <(ivrea completion zsh)"})
final class CompletionCommand implements Callable<Integer> {

    /// The shells that are known. Named as people write them.
    enum Shell {
        bash, zsh
    }

    @ParentCommand private Ivrea ivrea;

    @Parameters(arity = "0..1", paramLabel = "SHELL", defaultValue = "bash", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}); one script serves both.") private Shell shell;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("ivrea", Ivrea.commandLine(ivrea.console()));
        ivrea.console().out().print(script);
        return ExitCode.OK;
    }
}
