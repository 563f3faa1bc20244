package org.ivrea.engine.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.ivrea.engine.call.Operation.HttpOutcome.Failed;
import org.ivrea.engine.call.Operation.HttpOutcome.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.get;
import static org.ivrea.engine.http.Requests.outcome;
import static org.ivrea.engine.http.Requests.request;

/// What is taken of a reply. The requests allow 1000 bytes.
class LiveHttpReplyTest {
    private static final Failed TOO_LARGE = new Failed("the service bank sent more than the 1000 bytes that the request"
            + " allows; ask it for less or raise the largest reply");

    @Test
    void takesABodyOfExactlyTheAllowedSize() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "x".repeat(1000))); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Reply(200, "", "x".repeat(1000)));
        }
    }

    @Test
    void refusesOneByteMore() throws IOException {
        try (var server = RawServer.replying(reply("200 OK", "x".repeat(1001))); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void stopsReadingAnEndlessBody() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(("64\r\n" + "x".repeat(100) + "\r\n").getBytes(UTF_8));
                out.flush();
            }
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(TOO_LARGE);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void stopsReadingABodyWithoutALength() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[100]);
            }
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(TOO_LARGE);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void refusesHeadersWithoutEnd() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
            while (true) {
                out.write("X-More: and more\r\n".getBytes(UTF_8));
                out.flush();
            }
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("the service bank sent a reply that is not valid"
                    + " HTTP; tell its operator"));
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void refusesAHeaderLineWithoutEnd() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(UTF_8));
            while (true) {
                out.write("and longer ".getBytes(UTF_8));
                out.flush();
            }
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isInstanceOf(Failed.class);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void neverUnpacksACompressionBomb() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[500_000]);
        }
        assertThat(bomb.size()).isLessThan(1000);
        try (var server = new RawServer((_, out) -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.size() + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(bomb.toByteArray());
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("the service bank sent a compressed reply, which"
                    + " was not asked for; let it honour Accept-Encoding: identity"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.9\r\n\r\n", "HTTP/1.1 abc OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n", "HTTP/9.9 200 OK\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: TLS/1.2\r\n\r\n", "\r\n\r\n\r\n\r\n", ""})
    void aMalformedReplyIsAFailure(String bytes) throws IOException {
        try (var server = new RawServer((_, out) -> {
            out.write(bytes.getBytes(UTF_8));
            out.flush();
            throw new IOException("close");
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isInstanceOfSatisfying(Failed.class,
                    failed -> assertThat(failed.reason()).startsWith("the service bank "));
        }
    }

    @Test
    void aBodyThatEndsTooEarlyIsAFailure() throws IOException {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(UTF_8));
            out.flush();
            throw new IOException("close");
        }); var http = client(server)) {
            assertThat(outcome(http, get("/"))).isEqualTo(new Failed("the service bank broke the connection before its"
                    + " reply was complete; is it running?"));
        }
    }

    @Test
    void aHeadRequestHasNoBodyHoweverLargeItWouldBe() throws IOException {
        try (var server = RawServer.replying("HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\n");
                var http = client(server)) {
            assertThat(outcome(http, request("HEAD", "/", Map.of(), null, 60_000, 0)))
                    .isEqualTo(new Reply(200, "", ""));
        }
    }
}
