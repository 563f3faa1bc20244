package org.ivrea.server.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.ivrea.server.token.Role;
import org.ivrea.server.token.Token;
import org.ivrea.server.token.TokenFile;
import org.ivrea.server.token.TokenHolder;

/// What a server needs in its folder, and the tokens of those who may use it.
public final class ServerFiles {
    private final Path folder;
    private final Map<Role, Token> tokens = Map.of(Role.VIEWER, Token.random(), Role.DEPLOYER, Token.random(),
            Role.ADMIN, Token.random());

    public ServerFiles(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("trusted-keys"), TestPackage.KEY.signer().line());
            Files.writeString(folder.resolve("environment.json"),
                    "{ \"queues\": { \"support\": \"support@default\" } }");
            for (Map.Entry<Role, Token> token : tokens.entrySet()) {
                new TokenFile(folder.resolve("tokens")).add(new TokenHolder(token.getKey(),
                        "the-" + token.getKey().word(), token.getValue().hash()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the configuration.
    ///
    /// @param port 0 for any
    /// @param more members of the configuration's `admin`, each with a comma behind it
    public Path configure(int port, String more) {
        return configure(port, more, "");
    }

    /// @param top members of the configuration itself, each with a comma behind it
    public Path configure(int port, String more, String top) {
        try {
            return Files.writeString(folder.resolve("server.json"), """
                    { %s "name": "test", "store": "store", "environment": "environment.json",
                      "trustedKeys": "trusted-keys",
                      "admin": { %s "listen": "127.0.0.1:%d", "tokens": "tokens" },
                      "journeys": { "folder": "journeys" }, "routes": [ { "number": "50*", "flow": "shop" },
                        { "number": "5999", "flow": "nothing" } ] }
                    """.formatted(top, more, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String token(Role role) {
        return Objects.requireNonNull(tokens.get(role)).text();
    }
}
