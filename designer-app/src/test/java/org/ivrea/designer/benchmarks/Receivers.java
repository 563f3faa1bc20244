package org.ivrea.designer.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/// Servers that take what is sent and throw it away: plain ones below `/plain`, and such that speak as Ivrea's admin
/// interface does. A process of their own, so that they cost the measured one nothing. Prints their ports.
public final class Receivers {
    private static final String PACKAGE = """
            {"sha256":"%s","name":"big","version":"1.0.0","signer":"","uploadedAt":"","by":"","size":1,"active":false}""";

    private Receivers() {}

    /// @param arguments how many
    public static void main(String[] arguments) throws IOException {
        var ports = new StringBuilder();
        for (int i = 0; i < Integer.parseInt(arguments[0]); i++) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/plain", exchange -> {
                drain(exchange);
                answer(exchange, 200, "");
            });
            server.createContext("/api/v1", Receivers::api);
            server.start();
            ports.append(server.getAddress().getPort()).append(' ');
        }
        System.out.println(ports.toString().strip());
    }

    private static void api(HttpExchange exchange) throws IOException {
        drain(exchange);
        String path = exchange.getRequestURI().getPath().substring("/api/v1".length());
        switch (path) {
            case "/server" -> answer(exchange, 200, """
                    {"name":"r","version":"0","apiVersion":1,"packageFormats":[1],"flowFormat":1,"generation":0}""");
            case "/projects" -> answer(exchange, 200, "{\"generation\":0,\"projects\":[]}");
            case "/activations" -> answer(exchange, 200, "{\"generation\":1,\"activated\":[]}");
            default -> {
                if (exchange.getRequestMethod().equals("HEAD")) {
                    answer(exchange, 404, "");
                } else if (path.endsWith("/check")) {
                    answer(exchange, 200, "{\"unbound\":[],\"modules\":[],\"problems\":[]}");
                } else {
                    answer(exchange, 201, PACKAGE.formatted(path.substring("/packages/".length())));
                }
            }
        }
    }

    private static void drain(HttpExchange exchange) throws IOException {
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = exchange.getRequestBody()) {
            while (in.read(buffer) >= 0) {
                continue;
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
