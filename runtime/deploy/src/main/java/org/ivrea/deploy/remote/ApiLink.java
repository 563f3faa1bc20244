package org.ivrea.deploy.remote;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.Target.ServerTarget;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;

/// Sends requests to one server's admin interface and makes sense of what comes back.
final class ApiLink implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 << 20;
    private static final int TOO_MANY = 429;
    private static final int ATTEMPTS = 5;

    /// @param connect for a connection
    /// @param answer  for an ordinary answer
    /// @param stall   without a byte in a transfer
    /// @param verify  for the answer to an upload, which the server verifies first
    record Patience(Duration connect, Duration answer, Duration stall, Duration verify) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30),
                Duration.ofSeconds(30), Duration.ofMinutes(5));
    }

    private final ServerTarget target;
    private final Patience patience;
    private final ServerTrust trust;
    private final HttpClient client;

    ApiLink(ServerTarget target, Patience patience) {
        this.target = target;
        this.patience = patience;
        this.trust = new ServerTrust(target.pin(), target.authority());
        this.client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(patience.connect())
                .sslContext(trust.context()).executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    }

    /// @param path below `/api/v1`
    HttpRequest.Builder request(String path) throws RemoteFailure {
        trust.prepare();
        String token = target.token().token().strip();
        if (!token.matches("[\\x21-\\x7e]+")) {
            throw new RemoteFailure(Kind.TOKEN, token.isEmpty()
                    ? "There is no token for " + target.name() + "; \"ivrea tokens new\" makes one on the server"
                    : "The token for " + target.name() + " holds characters that no token has; copy it anew");
        }
        return HttpRequest.newBuilder(URI.create(target.uri() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    /// The status of the answer, for requests whose answer has no content.
    int status(HttpRequest.Builder request) throws RemoteFailure, InterruptedException {
        HttpResponse<byte[]> response = send(request);
        int status = response.statusCode();
        if (status != 404 && status >= 300) {
            throw refused(response);
        }
        return status;
    }

    Json.Obj ask(HttpRequest.Builder request) throws RemoteFailure, InterruptedException {
        return object(send(request));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws RemoteFailure, InterruptedException {
        HttpRequest built = request.timeout(patience.answer()).build();
        try {
            for (int attempt = 1;; attempt++) {
                HttpResponse<byte[]> response = client.send(built, answer());
                if (response.statusCode() != TOO_MANY || attempt == ATTEMPTS) {
                    return response;
                }
                TimeUnit.SECONDS.sleep(pause(response));
            }
        } catch (IOException e) {
            throw NetworkFailure.of(e, target.uri(), trust);
        }
    }

    /// How long the server, which is asked too much, wants to be left alone.
    private static long pause(HttpResponse<?> response) {
        String seconds = response.headers().firstValue("Retry-After").orElse("1");
        return seconds.matches("\\d{1,2}") ? Math.clamp(Long.parseLong(seconds), 1, 10) : 1;
    }

    /// Sends a request whose content is long. There is no limit for the whole, but for how long nothing moves.
    ///
    /// @param sent how many bytes have been sent
    /// @param size of the content
    Json.Obj upload(HttpRequest.Builder request, LongSupplier sent, long size)
            throws RemoteFailure, InterruptedException {
        return object(await(client.sendAsync(request.build(), answer()), sent, size));
    }

    /// The same for an answer that is long.
    <T> HttpResponse<T> download(HttpRequest.Builder request, BodyHandler<T> to, LongSupplier received)
            throws RemoteFailure, InterruptedException {
        return await(client.sendAsync(request.build(), to), received, Long.MAX_VALUE);
    }

    private <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> answer, LongSupplier moved, long size)
            throws RemoteFailure, InterruptedException {
        long before = -1;
        long since = System.nanoTime();
        while (true) {
            try {
                return answer.get(250, TimeUnit.MILLISECONDS);
            } catch (TimeoutException _) {
                long now = moved.getAsLong();
                if (now != before) {
                    before = now;
                    since = System.nanoTime();
                }
                Duration most = now >= size ? patience.verify() : patience.stall();
                if (System.nanoTime() - since > most.toNanos()) {
                    answer.cancel(true);
                    throw new RemoteFailure(Kind.TIMEOUT, target.uri().getHost() + " takes nothing more since "
                            + most.toSeconds() + " seconds; the transfer was given up, try again");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException network
                        ? NetworkFailure.of(network, target.uri(), trust)
                        : new RemoteFailure(Kind.UNREACHABLE, "The transfer failed: " + e.getCause());
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw e;
            }
        }
    }

    private static BodyHandler<byte[]> answer() {
        return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
    }

    private Json.Obj object(HttpResponse<byte[]> response) throws RemoteFailure {
        if (response.statusCode() >= 300) {
            throw refused(response);
        }
        if (parse(response.body()) instanceof Json.Obj object) {
            return object;
        }
        throw noServer(response.statusCode());
    }

    RemoteFailure refused(HttpResponse<byte[]> response) {
        if (parse(response.body()) instanceof Json.Obj object && object.get("error") instanceof Json.Obj error
                && error.get("code") instanceof Json.Str(String code)
                && error.get("message") instanceof Json.Str(String message)) {
            return RemoteFailure.ofCode(code, message,
                    error.get("details") instanceof Json.Obj details ? details : Json.obj());
        }
        return switch (response.statusCode()) {
            case 401 -> new RemoteFailure(Kind.UNAUTHORIZED, "The server does not know this token; make one there with "
                    + "\"ivrea tokens new\", or copy it anew");
            case 403 -> new RemoteFailure(Kind.FORBIDDEN, "This token's role does not allow that; ask the server's "
                    + "administrator for one of the role deployer");
            case TOO_MANY -> new RemoteFailure(Kind.UNAVAILABLE, "The server is asked too much; try again in a minute");
            case 503 -> new RemoteFailure(Kind.UNAVAILABLE, "The server cannot do it now; try again");
            default -> noServer(response.statusCode());
        };
    }

    private RemoteFailure noServer(int status) {
        return new RemoteFailure(Kind.INCOMPATIBLE, "What answers at " + target.uri() + " is no Ivrea server (it says "
                + "HTTP " + status + "); correct the address");
    }

    private static Json parse(byte[] answer) {
        Json value = JsonReader.read(answer, JsonLimits.DEFAULT.withMaxBytes(LONGEST_ANSWER)).value();
        return value == null ? Json.NULL : value;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
