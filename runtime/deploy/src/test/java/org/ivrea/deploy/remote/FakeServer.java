package org.ivrea.deploy.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// A server that answers what a test tells it to.
final class FakeServer implements AutoCloseable {
    static final String TOKEN = "t0ken";
    static final String INFO = """
            {"name":"ivr1","version":"0.1.0","apiVersion":1,"packageFormats":[1],"flowFormat":1,"modules":null,
             "generation":3,"time":"2026-01-01T00:00:00Z","later":true}""";

    private final HttpServer server;
    private final String scheme;

    private FakeServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static FakeServer http() throws IOException {
        return new FakeServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
    }

    static FakeServer https(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new FakeServer(server, "https");
    }

    /// Answers at a path below `/api/v1`, whoever asks with the right token.
    FakeServer on(String path, HttpHandler handler) {
        server.createContext("/api/v1" + path, exchange -> {
            if (("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                handler.handle(exchange);
            } else {
                answer(exchange, 401,
                        "{\"error\":{\"code\":\"UNAUTHORIZED\",\"message\":\"Nobody here knows this token\"}}");
            }
        });
        return this;
    }

    FakeServer on(String path, int status, String answer) {
        return on(path, exchange -> answer(exchange, status, answer));
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    Target.ServerTarget target(String token, @Nullable Fingerprint pin) {
        return new Target.ServerTarget("ivr1", URI.create(scheme + "://localhost:" + port()), () -> token, pin);
    }

    /// Trusted when the authority in the file vouches for it.
    Target.ServerTarget vouchedFor(Path authority) {
        return new Target.ServerTarget("ivr1", URI.create(scheme + "://localhost:" + port()), () -> TOKEN, null,
                authority);
    }

    ApiClient client() {
        return new ApiClient(target(TOKEN, null));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
