package org.ivrea.engine.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.LOOPBACK;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.localPolicy;
import static org.ivrea.engine.http.Requests.outcome;
import static org.ivrea.engine.http.Requests.retried;

class LiveHttpRetryTest {

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void triesAgainUntilTheServiceIsBack(int status) throws IOException {
        String bad = reply(status + " Bad", "busy");
        try (var server = RawServer.replying(bad, bad, reply("200 OK", "here")); var http = client(server)) {
            assertThat(outcome(http, retried("GET", 2))).isEqualTo(new Reply(200, "", "here"));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void givesTheLastReplyWhenAllAttemptsFail() throws IOException {
        try (var server = RawServer.replying(reply("503 Bad", "busy")); var http = client(server)) {
            assertThat(outcome(http, retried("GET", 2))).isEqualTo(new Reply(503, "", "busy"));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 400, 404, 429, 500, 501})
    void takesOtherRepliesAsTheyAre(int status) throws IOException {
        try (var server = RawServer.replying(reply(status + " Whatever", "")); var http = client(server)) {
            outcome(http, retried("GET", 2));

            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,4", "HEAD,4", "PUT,4", "DELETE,4", "POST,1", "PATCH,1"})
    void aBrokenConnectionIsTriedAgainOnlyWhereThatDoesNoHarm(String method, int attempts) throws IOException {
        try (var server = new RawServer((_, _) -> {
            throw new IOException("close");
        }); var http = client(server)) {
            assertThat(outcome(http, retried(method, 3))).isInstanceOf(Failed.class);
            assertThat(server.requests()).hasSize(attempts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void a503ToAMethodThatChangesThingsIsNotTriedAgain(String method) throws IOException {
        try (var server = RawServer.replying(reply("503 Bad", "busy")); var http = client(server)) {
            outcome(http, retried(method, 3));

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPostIsTriedAgainAsLongAsNoConnectionWasMade() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "paid"))) {
            var lookups = new AtomicInteger();
            HostResolver late = host -> {
                if (lookups.incrementAndGet() < 3) {
                    throw new UnknownHostException(host);
                }
                return List.of(LOOPBACK);
            };
            try (var http = client(HttpService.at(server.uri(HOST)), localPolicy(server.port()), late)) {
                assertThat(outcome(http, retried("POST", 5))).isEqualTo(new Reply(200, "", "paid"));
                assertThat(lookups).hasValue(3);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void aRefusedConnectionIsCountedAsAnAttempt() throws IOException {
        int port;
        try (var closed = new ServerSocket(0, 1, LOOPBACK)) {
            port = closed.getLocalPort();
        }
        var lookups = new AtomicInteger();
        HostResolver counting = _ -> {
            lookups.incrementAndGet();
            return List.of(LOOPBACK);
        };
        try (var http = client(HttpService.at(URI.create("http://" + HOST + ":" + port)), localPolicy(port),
                counting)) {
            assertThat(outcome(http, retried("POST", 2))).isEqualTo(new Failed("the service bank could not be connected"
                    + " to; is it running?"));
            assertThat(lookups).hasValue(3);
        }
    }

    @Test
    void whatIsRefusedIsNotTriedAgain() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "x".repeat(5000))); var http = client(server)) {
            assertThat(outcome(http, retried("GET", 3))).isInstanceOf(Failed.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aPauseThatWouldOutliveTheDeadlineIsNotMade() throws Exception {
        try (var server = RawServer.replying(reply("503 Bad", "busy"));
                var http = new LiveHttp(_ -> HttpService.at(server.uri(HOST)), localPolicy(server.port()),
                        Requests.TO_LOOPBACK, SSLContext.getDefault(),
                        new Backoff(10_000_000, 10_000_000))) {
            assertThat(outcome(http, retried("GET", 3))).isEqualTo(new Reply(503, "", "busy"));
        }
    }
}
