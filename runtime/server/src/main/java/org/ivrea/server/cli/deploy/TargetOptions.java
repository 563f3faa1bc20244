package org.ivrea.server.cli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ivrea.deploy.remote.Fingerprint;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.SecretFile;
import org.ivrea.deploy.remote.ServerAddress;
import org.ivrea.deploy.remote.ServersFile;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.remote.TokenSource;
import org.ivrea.flow.pack.SignerKey;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.cli.console.CliFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which servers. Tokens come from the environment or from files, never from arguments, which others could see in the
/// list of processes.
public final class TargetOptions {
    private static final String VARIABLE = "IVREA_TOKEN";

    @Option(names = "--to", paramLabel = "URL", description = "A server, such as https://ivr1.example.com:8723; several times for several.") private List<String> urls = new ArrayList<>();

    @Option(names = "--folder", paramLabel = "PATH", description = "A server's store, by its folder; several times for several.") private List<Path> folders = new ArrayList<>();

    @Option(names = "--servers", paramLabel = "FILE", description = "The servers that this file lists.") private @Nullable Path servers;

    @Option(names = "--token-file", paramLabel = "FILE", description = "Read the servers' token from the first line of this file, which only you may read (default: the variable "
            + VARIABLE + ").") private @Nullable Path tokenFile;

    @Option(names = "--fingerprint", paramLabel = "SHA256", description = "Trust the certificate with this fingerprint, for --to (default: trust by the system's authorities).") private @Nullable String fingerprint;

    @Option(names = "--authority", paramLabel = "FILE", description = "Trust certificates that the authority in this PEM file vouches for, for --to (default: the system's authorities).") private @Nullable Path authority;

    @Option(names = "--trusted", paramLabel = "FILE", description = "The keys whose packages --folder takes.") private @Nullable Path trusted;

    /// Opens targets, and tells their histories who this is.
    ///
    /// @param own keys whose packages folders take
    public static Targets clients(List<SignerKey> own) {
        return Targets.real(own, System.getProperty("user.name", "unknown"));
    }

    /// @param environment variables
    public List<Target> targets(Map<String, String> environment) {
        List<Target> targets = new ArrayList<>();
        TokenSource token = token(environment);
        if (fingerprint != null && authority != null) {
            throw new CliFailure(
                    "Give either --fingerprint or --authority: the first trusts one certificate, the second "
                            + "all of an authority");
        }
        try {
            for (String url : urls) {
                targets.add(new Target.ServerTarget(url, ServerAddress.parse(url), token,
                        fingerprint == null ? null : new Fingerprint(fingerprint), authority));
            }
            folders.forEach(folder -> targets.add(new Target.FolderTarget(folder.toString(), folder, trusted)));
            if (servers != null) {
                Path parent = servers.toAbsolutePath().getParent();
                targets.addAll(new ServersFile(parent == null ? servers : parent, environment, token)
                        .parse(Files.readAllBytes(servers)));
            }
        } catch (IOException e) {
            throw new CliFailure("The servers cannot be read from " + servers + ": " + IoReason.of(e), e);
        } catch (IllegalArgumentException e) {
            throw new CliFailure((servers == null ? "" : servers + ": ") + e.getMessage(), e);
        }
        return targets;
    }

    /// The same, of which there must be one at least.
    public List<Target> required(Map<String, String> environment) {
        List<Target> targets = targets(environment);
        if (targets.isEmpty()) {
            throw new CliFailure("No server is named; give --to URL, --folder PATH or --servers FILE");
        }
        return targets;
    }

    private TokenSource token(Map<String, String> environment) {
        if (tokenFile != null) {
            return SecretFile.token(tokenFile);
        }
        String variable = environment.get(VARIABLE);
        return () -> {
            if (variable == null || variable.isBlank()) {
                throw new RemoteFailure(RemoteFailure.Kind.TOKEN, "The server's token is missing; set " + VARIABLE
                        + " or give --token-file FILE");
            }
            return variable;
        };
    }
}
