package org.ivrea.engine.http;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.get;
import static org.ivrea.engine.http.Requests.outcome;
import static org.ivrea.engine.http.Requests.request;

class LiveHttpTest {

    @Test
    void passesTheRequestOnAndTheReplyBack() throws IOException {
        try (var server = RawServer.replying(reply("201 Created", "{\"balance\":\"12 €\"}",
                "Content-Type: application/json; charset=utf-8"));
                var http = client(new HttpService(URI.create(server.uri(HOST) + "/v1/"), Map.of("X-Key", "s3cret"),
                        false), Requests.localPolicy(server.port()), Requests.TO_LOOPBACK)) {
            var request = request("POST", "/accounts?id=7%208", Map.of("Accept", "application/json"), "größer", 60_000,
                    0);

            assertThat(outcome(http, request)).isEqualTo(new Reply(201, "application/json; charset=utf-8",
                    "{\"balance\":\"12 €\"}"));

            assertThat(server.requests()).singleElement().satisfies(seen -> {
                assertThat(seen.line()).isEqualTo("POST /v1/accounts?id=7%208 HTTP/1.1");
                assertThat(seen.head()).contains("\r\nHost: " + HOST + ":" + server.port() + "\r\n",
                        "\r\nAccept: application/json\r\n", "\r\nX-Key: s3cret\r\n", "\r\nContent-Type: text/plain\r\n",
                        "\r\nAccept-Encoding: identity\r\n").doesNotContain("Upgrade");
                assertThat(seen.body()).isEqualTo("größer");
            });
        }
    }

    @Test
    void theOperatorsHeadersWinOverTheFlows() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", ""));
                var http = client(new HttpService(server.uri(HOST), Map.of("Authorization", "Bearer right"), false),
                        Requests.localPolicy(server.port()), Requests.TO_LOOPBACK)) {
            outcome(http, request("GET", "/", Map.of("authorization", "Bearer forged"), null, 60_000, 0));

            assertThat(server.requests().getFirst().head()).containsIgnoringCase("Authorization: Bearer right")
                    .doesNotContainIgnoringCase("forged");
        }
    }

    @Test
    void repliesThatAreNoUtf8GetReplacementCharacters() throws IOException {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".getBytes(UTF_8));
            out.write(new byte[] {'a', (byte) 0xe4});
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "a\uFFFD"));
        }
    }

    @Test
    void errorRepliesAreRepliesToo() throws IOException {
        try (var server = RawServer.replying(reply("404 Not Found", "no such account")); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(404, "", "no such account"));
        }
    }

    @Test
    void usesAConnectionAgain() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "x")); var http = client(server)) {
            outcome(http, get("/1"));
            outcome(http, get("/2"));

            assertThat(server.requests()).hasSize(2);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownServiceIsNamed() {
        try (var http = new LiveHttp(_ -> null, HostPolicy.anyPublicHost())) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("no service is named bank on this server; ask the"
                    + " operator to bind that name to an address"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "@evil.example/", "//evil.example/", "/../admin", "/a/%2e%2E/admin", "/a%2f..%2fb",
            "/a b", "/a\r\nX: y", "/a#b", "/\\evil"})
    void aPathStaysBelowTheServicesAddress(String path) throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "")); var http = client(server)) {
            assertThat(outcome(http, get(path))).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.reason()).startsWith("the request's path "));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void headersThatWouldSplitTheRequestAreRefused() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "")); var http = client(server)) {
            var request = request("GET", "/", Map.of("X-Name", "a\r\nX-Evil: b"), null, 60_000, 0);

            assertThat(outcome(http, request)).isEqualTo(new Failed("the request sets the header X-Name to a value with"
                    + " a line break or a character outside ASCII; encode it"));
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aContentTypeCannotSplitTheRequestEither() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "")); var http = client(server)) {
            var request = new HttpExchange("node", "bank", "POST", "/", "/", Map.of(), "text/plain\r\nX-Evil: b", "x",
                    60_000, 0, 1_000, List.of());

            assertThat(outcome(http, request)).isInstanceOf(Failed.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "get", "GET / HTTP/1.1\r\nX: y"})
    void methodsThatAreNotForFlowsAreRefused(String method) throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "")); var http = client(server)) {
            assertThat(outcome(http, request(method, "/", Map.of(), null, 60_000, 0))).isInstanceOf(Failed.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aHangUpGivesTheRequestUpAtOnce() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new RawServer((_, _) -> asked.countDown()); var http = client(server)) {
            CompletableFuture<HttpOutcome> outcome = http.send(get("/"));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            outcome.cancel(true);

            assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
            assertThat(server.connectionIsLost()).isTrue();
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closingGivesUpWhatIsUnderWay() throws Exception {
        var asked = new CountDownLatch(1);
        try (var server = new RawServer((_, _) -> asked.countDown()); var http = client(server)) {
            CompletableFuture<HttpOutcome> outcome = http.send(get("/"));
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

            http.close();

            assertThatThrownBy(outcome::join).isInstanceOf(CancellationException.class);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }
}
