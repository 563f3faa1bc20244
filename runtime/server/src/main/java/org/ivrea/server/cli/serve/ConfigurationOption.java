package org.ivrea.server.cli.serve;

import java.nio.file.Path;
import org.ivrea.server.cli.console.CliFailure;
import org.ivrea.server.config.ConfigurationFile;
import org.ivrea.server.config.ServerConfiguration;
import picocli.CommandLine.Option;

/// The server's configuration.
public final class ConfigurationOption {
    @Option(names = "--config", paramLabel = "FILE", description = "The server's configuration (default: ${DEFAULT-VALUE}).", defaultValue = "/etc/ivrea/server.json") private Path file = Path
            .of("/etc/ivrea/server.json");

    /// As it was given.
    public Path file() {
        return file;
    }

    /// @throws CliFailure saying all that is wrong with it
    public ServerConfiguration read() {
        ConfigurationFile.Result read = ConfigurationFile.read(file);
        ServerConfiguration configuration = read.configuration();
        if (configuration == null) {
            throw new CliFailure(read.message());
        }
        return configuration;
    }
}
