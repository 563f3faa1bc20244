package org.ivrea.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.cli.console.ExitCode;
import org.ivrea.server.cli.serve.ConfigurationOption;
import org.ivrea.server.config.ServerConfiguration.Admin;
import org.ivrea.server.token.Role;
import org.ivrea.server.token.Token;
import org.ivrea.server.token.TokenFile;
import org.ivrea.server.token.TokenHolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `ivrea tokens`.
@Command(name = "tokens", sortOptions = false, description = "Tokens of a server's admin interface: make, list and revoke them.", subcommands = {
        TokensCommand.New.class, TokensCommand.Listing.class,
        TokensCommand.Revoke.class}, synopsisSubcommandLabel = "COMMAND")
final class TokensCommand {
    @ParentCommand private Ivrea ivrea;

    PrintWriter out() {
        return ivrea.console().out();
    }

    /// Where the tokens are.
    static final class Place {
        @Mixin private ConfigurationOption configuration = new ConfigurationOption();

        @Option(names = "--tokens", paramLabel = "FILE", description = "The tokens' file; without it, the one that the configuration names.") private @Nullable Path file;

        TokenFile open() {
            if (file != null) {
                return new TokenFile(file);
            }
            Admin admin = configuration.read().admin();
            if (admin == null) {
                throw new CliFailure(
                        configuration.file() + " has no \"admin\", so there are no tokens; add it, or name "
                                + "the file with --tokens");
            }
            return new TokenFile(admin.tokens());
        }
    }

    /// `ivrea tokens new`.
    @Command(name = "new", sortOptions = false, description = "Make a token. It is shown once; the server keeps its hash.")
    static final class New implements Callable<Integer> {
        @ParentCommand private TokensCommand tokens;

        @Mixin private Place place = new Place();

        @Option(names = "--role", paramLabel = "ROLE", required = true, description = "viewer, deployer or admin.") private String role = "";

        @Option(names = "--name", paramLabel = "NAME", required = true, description = "Whose it is, as the audit log shall say.") private String name = "";

        @Option(names = "--json", description = "Report as JSON.") private boolean json;

        @Override
        public Integer call() {
            Role known = Role.of(role);
            if (known == null) {
                throw new CliFailure("There is no role \"" + role + "\"; choose " + String.join(", ", Role.words()));
            }
            Token token = Token.random();
            try {
                place.open().add(new TokenHolder(known, name, token.hash()));
            } catch (IOException | IllegalArgumentException e) {
                throw new CliFailure(String.valueOf(e.getMessage()), e);
            }
            tokens.out().print(json
                    ? JsonWriter.canonical(Json.obj("role", Json.of(role), "name", Json.of(name), "token",
                            Json.of(token.text())))
                    : token.text() + "\n");
            return ExitCode.OK;
        }
    }

    /// `ivrea tokens list`.
    @Command(name = "list", sortOptions = false, description = "List whose tokens there are.")
    static final class Listing implements Callable<Integer> {
        @ParentCommand private TokensCommand tokens;

        @Mixin private Place place = new Place();

        @Option(names = "--json", description = "Report as JSON.") private boolean json;

        @Override
        public Integer call() {
            List<TokenHolder> holders;
            try {
                holders = place.open().holders();
            } catch (IOException e) {
                throw new CliFailure(String.valueOf(e.getMessage()), e);
            }
            if (json) {
                tokens.out().print(JsonWriter.canonical(Json.obj("tokens", Json.arr(holders.stream().map(holder -> Json
                        .obj("role", Json.of(holder.role().word()), "name", Json.of(holder.name()))).toList()))));
            } else {
                holders.forEach(holder -> tokens.out().printf("%-9s %s%n", holder.role().word(), holder.name()));
            }
            return ExitCode.OK;
        }
    }

    /// `ivrea tokens revoke`.
    @Command(name = "revoke", sortOptions = false, description = "Revoke a token. It ends at once.")
    static final class Revoke implements Callable<Integer> {
        @Mixin private Place place = new Place();

        @Parameters(paramLabel = "NAME", description = "Whose token it is.") private String name = "";

        @Override
        public Integer call() {
            try {
                if (place.open().revoke(name)) {
                    return ExitCode.OK;
                }
            } catch (IOException e) {
                throw new CliFailure(String.valueOf(e.getMessage()), e);
            }
            throw new CliFailure("There is no token of \"" + name + "\"; \"ivrea tokens list\" lists them");
        }
    }
}
