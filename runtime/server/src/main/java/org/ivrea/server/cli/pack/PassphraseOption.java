package org.ivrea.server.cli.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The passphrase of a signing key: from a file, from the environment, or asked for. Never an argument, which others
/// could see in the list of processes.
public final class PassphraseOption {
    private static final String VARIABLE = "IVREA_PASSPHRASE";

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "Read the key's passphrase from the first line of this file (default: the variable "
            + VARIABLE + ", or ask).") private @Nullable Path file;

    /// The passphrase; the caller wipes it.
    ///
    /// @param twice true to have it typed twice, for a new key
    public char[] read(Console console, boolean twice) {
        if (file != null) {
            return line(file);
        }
        String variable = console.environment().get(VARIABLE);
        if (variable != null && !variable.isEmpty()) {
            return variable.toCharArray();
        }
        java.io.Console terminal = System.console();
        if (!console.terminal() || terminal == null) {
            throw new CliFailure("The key's passphrase is missing: nobody can be asked here, so give --passphrase-file "
                    + "FILE or set " + VARIABLE);
        }
        char[] typed = ask(terminal, "Passphrase of the signing key: ");
        if (twice) {
            char[] again = ask(terminal, "The same again: ");
            boolean same = Arrays.equals(typed, again);
            Arrays.fill(again, '\0');
            if (!same) {
                Arrays.fill(typed, '\0');
                throw new CliFailure("The two passphrases differ, so no key was made; try again");
            }
        }
        return typed;
    }

    private static char[] ask(java.io.Console terminal, String question) {
        char[] typed = terminal.readPassword("%s", question);
        if (typed == null || typed.length == 0) {
            throw new CliFailure("No passphrase was typed; a signing key needs one");
        }
        return typed;
    }

    private static char[] line(Path file) {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("");
            if (line.isEmpty()) {
                throw new CliFailure("The first line of " + file + " is empty; write the passphrase there");
            }
            return line.toCharArray();
        } catch (IOException e) {
            throw new CliFailure("The passphrase cannot be read from " + file + ": " + IoReason.of(e), e);
        }
    }
}
