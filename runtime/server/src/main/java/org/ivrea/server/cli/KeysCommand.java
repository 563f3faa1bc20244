package org.ivrea.server.cli;

import java.nio.file.Path;
import java.util.Arrays;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.pack.KeyFiles;
import org.ivrea.server.cli.pack.PassphraseOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea keys`.
@Command(name = "keys", sortOptions = false, synopsisSubcommandLabel = "COMMAND", description = "Make and show the keys that packages are signed with.")
final class KeysCommand {
    @ParentCommand private Ivrea ivrea;

    @Command(name = "new", sortOptions = false, description = "Make a key, protected by a passphrase.")
    int create(@Parameters(paramLabel = "FILE", description = "The key's file; it must not exist.") Path file,
            @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "Whose key it is.") String comment,
            @Mixin PassphraseOption passphrase) {
        char[] secret = passphrase.read(ivrea.console(), true);
        try {
            SigningKey key = SigningKey.generate(comment);
            KeyFiles.create(file, key, secret);
            ivrea.console().out().println("Made the signing key " + file + ". Keep it and its passphrase safe. Servers "
                    + "trust it by this line:");
            ivrea.console().out().println(key.signer().line());
            return ExitCode.OK;
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    @Command(name = "show", sortOptions = false, description = "Print the line by which servers trust a key.")
    int show(@Parameters(paramLabel = "FILE", description = "The key's file.") Path file) {
        SignerKey signer = KeyFiles.signer(file);
        ivrea.console().out().println(signer.line());
        return ExitCode.OK;
    }
}
