package org.ivrea.engine.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.ivrea.engine.call.Operation.HttpExchange;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.get;
import static org.ivrea.engine.http.Requests.localPolicy;
import static org.ivrea.engine.http.Requests.outcome;
import static org.ivrea.engine.http.Requests.request;

class LiveHttpRedirectTest {

    private static String redirect(int status, String location) {
        return reply(status + " Elsewhere", "", "Location: " + location);
    }

    @Test
    void followsThreeRedirects() throws IOException {
        try (var server = RawServer.replying(redirect(302, "/a"), redirect(301, "b"), redirect(307, "?c"),
                reply("200 OK", "there")); var http = client(server)) {
            assertThat(outcome(http, get("/start"))).isEqualTo(new Reply(200, "", "there"));
            assertThat(server.requests()).extracting(RawServer.Request::line).containsExactly("GET /start HTTP/1.1",
                    "GET /a HTTP/1.1", "GET /b HTTP/1.1", "GET /?c HTTP/1.1");
        }
    }

    @Test
    void refusesTheFourth() throws IOException {
        try (var server = RawServer.replying(redirect(302, "/again")); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("the service bank redirects more than 3 times;"
                    + " tell its operator"));
            assertThat(server.requests()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.1:PORT/", "http://169.254.169.254:PORT/latest/", "http://[fd00::1]:PORT/",
            "http://0.0.0.0:PORT/", "http://evil.example:1/", "file:///etc/passwd", "ftp://x/", "http://u:p@x:PORT/",
            "http://2130706433:PORT/", "http:///", "http://a b/", "https:nothing", "http://x:99999/"})
    void isNotLedAstray(String location) throws IOException {
        var next = new AtomicReference<>("");
        try (var server = new RawServer((_, out) -> out.write(redirect(302, next.get()).getBytes(UTF_8)));
                var http = client(server)) {
            next.set(location.replace("PORT", String.valueOf(server.port())));

            assertThat(outcome(http, get("/"))).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.reason()).startsWith("the service bank redirects to "));
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void theServicesOwnPrivilegeDoesNotReachFurther() throws IOException {
        try (var server = RawServer.replying(redirect(302, "http://10.1.2.3/"));
                var http = client(new HttpService(server.uri(HOST), Map.of(), true), localPolicy(server.port(), 80),
                        Requests.TO_LOOPBACK)) {
            assertThat(outcome(http, get("/")))
                    .isEqualTo(new Failed("the service bank redirects to a place that is at a"
                            + " private address, which the server does not allow; ask the operator to list it"));
        }
    }

    @Test
    void credentialsStayWithTheServiceTheyAreFor() throws IOException {
        try (var other = RawServer.replying(reply("200 OK", "there"));
                var server = RawServer.replying(redirect(307, "http://other.example:" + other.port() + "/x"));
                var http = client(new HttpService(server.uri(HOST), Map.of("Authorization", "Bearer s3cret"), false),
                        localPolicy(server.port(), other.port()), Requests.TO_LOOPBACK)) {
            outcome(http, request("GET", "/", Map.of("X-Key", "k3y", "Cookie", "c00kie", "Accept", "text/plain"), null,
                    60_000, 0));

            assertThat(server.requests().getFirst().head()).contains("s3cret", "k3y", "c00kie");
            assertThat(other.requests().getFirst().head()).contains("Host: other.example:", "Accept: text/plain")
                    .doesNotContain("s3cret", "k3y", "c00kie");
        }
    }

    @Test
    void credentialsGoAlongWithinTheService() throws IOException {
        try (var server = RawServer.replying(redirect(307, "/x"), reply("200 OK", ""));
                var http = client(new HttpService(server.uri(HOST), Map.of("Authorization", "Bearer s3cret"), false),
                        localPolicy(server.port()), Requests.TO_LOOPBACK)) {
            outcome(http, get("/"));

            assertThat(server.requests()).hasSize(2)
                    .allSatisfy(seen -> assertThat(seen.head()).contains("Bearer s3cret"));
        }
    }

    @ParameterizedTest
    @CsvSource({"301,GET,''", "302,GET,''", "303,GET,''", "307,POST,pay", "308,POST,pay"})
    void aRedirectedPostDoesWhatTheStatusSays(int status, String method, String body) throws IOException {
        try (var server = RawServer.replying(redirect(status, "/next"), reply("200 OK", ""));
                var http = client(
                        server)) {
            outcome(http, Requests.post("pay"));

            assertThat(server.requests().get(1).line()).isEqualTo(method + " /next HTTP/1.1");
            assertThat(server.requests().get(1).body()).isEqualTo(body);
        }
    }

    @Test
    void aPostThatWasSentAndRedirectedIsNotSentAgain() throws IOException {
        try (var server = RawServer.replying(redirect(303, "http://gone.example:1/"))) {
            var policy = new HostPolicy(true, List.of(new HostPattern("*")), Set.of(server.port(), 1),
                    List.of(Cidr.parse("127.0.0.0/8")));
            try (var http = client(HttpService.at(server.uri(HOST)), policy, Requests.TO_LOOPBACK)) {
                HttpExchange post = request("POST", "/", Map.of(), "pay", 60_000, 3);

                assertThat(outcome(http, post)).isInstanceOf(Failed.class);
                assertThat(server.requests()).hasSize(1);
            }
        }
    }

    @Test
    void aPathOfSlashesIsStillAPathOfThatHost() throws IOException {
        try (var server = new RawServer((request, out) -> out.write((request.line().startsWith("GET / ")
                ? redirect(302, "http://" + HOST + ":" + request.head().replaceAll("(?s).*Host: [^:]*:([0-9]+).*", "$1")
                        + "//evil.example/x")
                : reply("200 OK", "same host")).getBytes(UTF_8))); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "same host"));
        }
    }

    @Test
    void aRedirectWithoutALocationIsAReply() throws IOException {
        try (var server = RawServer.replying(reply("302 Found", "lost")); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(302, "", "lost"));
        }
    }
}
