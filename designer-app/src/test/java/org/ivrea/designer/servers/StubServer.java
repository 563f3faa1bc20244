package org.ivrea.designer.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// A server that runs nothing, and does not know one queue.
public final class StubServer implements AutoCloseable {
    public static final String TOKEN = "good";

    private final HttpServer server;

    public StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on("/server", """
                {"name":"stub","version":"0.1.0","apiVersion":1,"packageFormats":[1],"flowFormat":1,"modules":[],
                 "generation":0}""");
        on("/projects", "{\"generation\":0,\"projects\":[]}");
        on("/calls", "{\"calls\":[{\"id\":\"1\"},{\"id\":\"2\"}]}");
        on("/unbound", """
                {"unbound":[{"kind":"mailbox","name":"office"}],"modules":[],"problems":[]}""");
        server.start();
    }

    private void on(String path, String answer) {
        server.createContext("/api/v1" + path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            if (("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                answer(exchange, 200, answer);
            } else {
                answer(exchange, 401,
                        "{\"error\":{\"code\":\"UNAUTHORIZED\",\"message\":\"Nobody here knows this token\"}}");
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
