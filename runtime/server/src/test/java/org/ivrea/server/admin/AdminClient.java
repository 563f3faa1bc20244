package org.ivrea.server.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;

/// Those who use a server by its admin interface.
public class AdminClient implements AutoCloseable {
    static final String NOBODY = "";

    private final ServerFiles files;
    private final IntSupplier port;
    private final HttpClient client = HttpClient.newHttpClient();

    public AdminClient(ServerFiles files, IntSupplier port) {
        this.files = files;
        this.port = port;
    }

    /// @param status of the answer
    public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public Json.Obj json() {
            return JsonReader.read(bytes, JsonLimits.DEFAULT).value() instanceof Json.Obj object ? object : Json.obj();
        }

        public String code() {
            return json().get("error") instanceof Json.Obj error && error.get("code") instanceof Json.Str(String code)
                    ? code
                    : "none: " + text();
        }
    }

    public final int port() {
        return port.getAsInt();
    }

    final URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + "/api/v1" + path);
    }

    public final String token(Role role) {
        return files.token(role);
    }

    public final Answer get(Role role, String path) {
        return send(role, "GET", path, null);
    }

    public final Answer post(Role role, String path, String json) {
        return send(role, "POST", path, json.getBytes(StandardCharsets.UTF_8));
    }

    public final Answer put(byte[] pack) {
        return send(Role.DEPLOYER, "PUT", "/packages/" + TestPackage.sum(pack), pack);
    }

    public final Answer activate(byte[] pack) {
        return post(Role.DEPLOYER, "/activations", "{ \"packages\": [ \"" + TestPackage.sum(pack) + "\" ] }");
    }

    public final Answer send(Role role, String method, String path, byte @Nullable [] body) {
        return send(token(role), method, path, body, Map.of());
    }

    /// @param token [#NOBODY] for none
    public final Answer send(String token, String method, String path, byte @Nullable [] body,
            Map<String, String> headers) {
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

    /// Learns what was answered.
    void note(String method, String path, int status) {
        // For those who count.
    }

    @Override
    public void close() {
        client.close();
    }
}
