package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.jspecify.annotations.Nullable;

/// Requests to a service "bank", and clients to make them with.
final class Requests {
    static final String HOST = "bank.example.test";
    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    static final HostResolver TO_LOOPBACK = _ -> List.of(LOOPBACK);
    private static final int LONG_MS = 60_000;

    private Requests() {}

    static HttpExchange get(String path) {
        return request("GET", path, Map.of(), null, LONG_MS, 0);
    }

    static HttpExchange post(String body) {
        return request("POST", "/", Map.of(), body, LONG_MS, 0);
    }

    static HttpExchange request(String method, String path, Map<String, String> headers, @Nullable String body,
            int timeoutMs, int retries) {
        return new HttpExchange("node", "bank", method, path, path, headers, body == null ? null : "text/plain", body,
                timeoutMs, retries, 1_000, List.of());
    }

    static HttpExchange within(int timeoutMs) {
        return request("GET", "/", Map.of(), null, timeoutMs, 0);
    }

    static HttpExchange retried(String method, int retries) {
        return request(method, "/", Map.of(), method.equals("POST") ? "x" : null, LONG_MS, retries);
    }

    /// Allows plain http to all hosts at these ports, and the loopback addresses.
    static HostPolicy localPolicy(Integer... ports) {
        return new HostPolicy(true, List.of(new HostPattern("*")), Set.of(ports), List.of(Cidr.parse("127.0.0.0/8")));
    }

    static LiveHttp client(URI base, Integer... ports) {
        return client(new HttpService(base, Map.of(), false), localPolicy(ports), TO_LOOPBACK);
    }

    static LiveHttp client(RawServer server) {
        return client(server.uri(HOST), server.port());
    }

    static LiveHttp client(HttpService service, HostPolicy policy, HostResolver resolver) {
        try {
            return new LiveHttp(HttpServices.of(Map.of("bank", service)), policy, resolver, SSLContext.getDefault(),
                    new Backoff(1, 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The outcome; a test that hangs fails.
    static HttpOutcome outcome(LiveHttp http, HttpExchange request) {
        try {
            return http.send(request).get(120, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new CompletionException(e);
        }
    }
}
