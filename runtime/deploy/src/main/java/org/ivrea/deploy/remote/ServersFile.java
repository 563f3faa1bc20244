package org.ivrea.deploy.remote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.jspecify.annotations.Nullable;

/// A list of targets in a file, for pipelines. Tokens are never in it, but in the files or environment variables that
/// it names:
///
/// ```json
/// { "servers": [
///   { "name": "Milan", "url": "https://ivr1.example.com", "tokenEnv": "MILAN_TOKEN", "fingerprint": "AB:CD:…" },
///   { "name": "Spare", "folder": "/mnt/spare/store", "trustedKeys": "trusted-keys" } ] }
/// ```
public final class ServersFile {
    private static final Set<String> KNOWN = Set.of("name", "url", "tokenEnv", "tokenFile", "fingerprint",
            "authority", "folder", "trustedKeys");

    private final Path folder;
    private final Map<String, String> environment;
    private final TokenSource usual;

    /// @param folder      that relative paths in the file are relative to
    /// @param environment variables
    /// @param usual       the token of servers that name none
    public ServersFile(Path folder, Map<String, String> environment, TokenSource usual) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.usual = usual;
    }

    /// @throws IllegalArgumentException with a message for people when the file is wrong
    public List<Target> parse(byte[] bytes) {
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (!parsed.problems().isEmpty()) {
            throw new IllegalArgumentException(parsed.problems().getFirst().position() + ": "
                    + parsed.problems().getFirst().message());
        }
        if (!(parsed.value() instanceof Json.Obj file) || !(file.get("servers") instanceof Json.Arr(List<Json> items))
                || items.isEmpty()) {
            throw new IllegalArgumentException("A file of servers is { \"servers\": [ { \"name\": …, \"url\": … } ] }, "
                    + "with at least one");
        }
        List<Target> targets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Json item : items) {
            Target target = target(item);
            if (!names.add(target.name())) {
                throw new IllegalArgumentException("Two servers are called \"" + target.name() + "\"");
            }
            targets.add(target);
        }
        return targets;
    }

    private Target target(Json item) {
        if (!(item instanceof Json.Obj server)) {
            throw new IllegalArgumentException("A server is an object, not " + item.kind());
        }
        for (String member : server.members().keySet()) {
            if (!KNOWN.contains(member)) {
                throw new IllegalArgumentException("A server has no \"" + member + "\"; it has name, url, tokenEnv, "
                        + "tokenFile, fingerprint or authority, or folder and trustedKeys");
            }
        }
        String url = text(server, "url");
        String store = text(server, "folder");
        if ((url == null) == (store == null)) {
            throw new IllegalArgumentException("A server has either \"url\" or \"folder\"");
        }
        String name = text(server, "name");
        if (store != null) {
            String keys = text(server, "trustedKeys");
            return new Target.FolderTarget(name == null ? store : name, folder.resolve(store),
                    keys == null ? null : folder.resolve(keys));
        }
        String fingerprint = text(server, "fingerprint");
        String authority = text(server, "authority");
        if (fingerprint != null && authority != null) {
            throw new IllegalArgumentException("A server has either \"fingerprint\" or \"authority\"");
        }
        String address = java.util.Objects.requireNonNull(url);
        return new Target.ServerTarget(name == null ? address : name, ServerAddress.parse(address), token(server),
                fingerprint == null ? null : new Fingerprint(fingerprint),
                authority == null ? null : folder.resolve(authority));
    }

    private TokenSource token(Json.Obj server) {
        String variable = text(server, "tokenEnv");
        String file = text(server, "tokenFile");
        if (variable != null) {
            return () -> {
                String token = environment.get(variable);
                if (token == null || token.isBlank()) {
                    throw new RemoteFailure(RemoteFailure.Kind.TOKEN, "The environment variable " + variable
                            + " holds no token");
                }
                return token;
            };
        }
        return file == null ? usual : SecretFile.token(folder.resolve(file));
    }

    private static @Nullable String text(Json.Obj server, String member) {
        Json value = server.get(member);
        if (value != null && !(value instanceof Json.Str)) {
            throw new IllegalArgumentException("\"" + member + "\" of a server is text, not " + value.kind());
        }
        return value == null ? null : value.asText();
    }
}
