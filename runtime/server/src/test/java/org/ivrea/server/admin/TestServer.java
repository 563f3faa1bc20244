package org.ivrea.server.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.config.ConfigurationFile;
import org.ivrea.server.config.ServerConfiguration;
import org.ivrea.server.host.RunningServer;
import org.ivrea.server.token.Role;
import org.ivrea.server.token.Token;
import org.ivrea.server.token.TokenFile;
import org.ivrea.server.token.TokenHolder;
import org.jspecify.annotations.Nullable;

/// A whole server on the loopback, and those who may use it.
final class TestServer implements AutoCloseable {
    static final String NOBODY = "";

    /// `METHOD PATH STATUS` of all that was answered, with the paths of the routes.
    static final ConcurrentSkipListSet<String> ANSWERED = new ConcurrentSkipListSet<>();

    final Path folder;
    final StringWriter log = new StringWriter();
    final RunningServer running;
    private final Map<Role, Token> tokens = Map.of(Role.VIEWER, Token.random(), Role.DEPLOYER, Token.random(),
            Role.ADMIN, Token.random());
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer(Path folder) {
        this(folder, "");
    }

    /// @param more members of the configuration's `admin`, each with a comma behind it
    TestServer(Path folder, String more) {
        this.folder = folder;
        try {
            Files.writeString(folder.resolve("trusted-keys"), TestPackage.KEY.signer().line());
            Files.writeString(folder.resolve("environment.json"),
                    "{ \"queues\": { \"support\": \"support@default\" } }");
            for (Map.Entry<Role, Token> token : tokens.entrySet()) {
                new TokenFile(folder.resolve("tokens")).add(new TokenHolder(token.getKey(),
                        "the-" + token.getKey().word(), token.getValue().hash()));
            }
            Path file = Files.writeString(folder.resolve("server.json"),
                    """
                            { "name": "test", "store": "store", "environment": "environment.json", "trustedKeys": "trusted-keys",
                              "admin": { %s "listen": "127.0.0.1:0", "tokens": "tokens" },
                              "journeys": { "folder": "journeys" }, "routes": [ { "number": "50*", "flow": "shop" } ] }
                            """
                            .formatted(more));
            ConfigurationFile.Result read = ConfigurationFile.read(file);
            ServerConfiguration configuration = Objects.requireNonNull(read.configuration(), read::message);
            running = new RunningServer(configuration, new PrintWriter(log, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param status of the answer
    record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        Json.Obj json() {
            return JsonReader.read(bytes, JsonLimits.DEFAULT).value() instanceof Json.Obj object ? object : Json.obj();
        }

        String code() {
            return json().get("error") instanceof Json.Obj error
                    ? String.valueOf(Objects.requireNonNull(error.get("code")).asText())
                    : "none: " + text();
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + running.port() + "/api/v1" + path);
    }

    String token(Role role) {
        return Objects.requireNonNull(tokens.get(role)).text();
    }

    Answer get(Role role, String path) {
        return send(role, "GET", path, null);
    }

    Answer post(Role role, String path, String json) {
        return send(role, "POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    Answer put(byte[] pack) {
        return send(Role.DEPLOYER, "PUT", "/packages/" + TestPackage.sum(pack), pack);
    }

    Answer activate(byte[] pack) {
        return post(Role.DEPLOYER, "/activations", "{ \"packages\": [ \"" + TestPackage.sum(pack) + "\" ] }");
    }

    Answer send(Role role, String method, String path, byte @Nullable [] body) {
        return send(token(role), method, path, body, Map.of());
    }

    /// @param token [#NOBODY] for none
    Answer send(String token, String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).method(method, body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (!token.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            note(method, path, response.statusCode());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Sends the beginning of a request, and then nothing more.
    String half(String request) throws IOException {
        return talk(request, true);
    }

    /// Sends what no client would.
    String raw(String request) throws IOException {
        return talk(request, false);
    }

    private String talk(String request, boolean breaksOff) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", running.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            if (breaksOff) {
                socket.shutdownOutput();
            }
            byte[] answer = new byte[4_096];
            int length = 0;
            for (int count; (count = socket.getInputStream().read(answer, length, answer.length - length)) > 0;) {
                length += count;
            }
            return new String(answer, 0, length, StandardCharsets.UTF_8);
        }
    }

    private void note(String method, String path, int status) {
        var parts = List.of(path.replaceAll("\\?.*", "").split("/", -1));
        for (Route route : AdminServer.routes(running.server(), audit())) {
            if (route.method().equals(method) && route.match(parts) != null) {
                ANSWERED.add(method + " " + route.path() + " " + status);
                return;
            }
        }
    }

    /// All that the routes document: `METHOD PATH STATUS`.
    TreeSet<String> documented() {
        var documented = new TreeSet<String>();
        for (Route route : AdminServer.routes(running.server(), audit())) {
            route.outcomes().keySet()
                    .forEach(status -> documented.add(route.method() + " " + route.path() + " " + status));
        }
        return documented;
    }

    Audit audit() {
        return new Audit(folder.resolve("audit.jsonl"), InstantSource.system(), _ -> {});
    }

    @Override
    public void close() {
        running.close();
        client.close();
    }
}
