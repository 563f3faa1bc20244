package org.ivrea.engine.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.ivrea.engine.call.Operation.HttpOutcome.TimedOut;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.ivrea.engine.http.RawServer.reply;
import static org.ivrea.engine.http.Requests.HOST;
import static org.ivrea.engine.http.Requests.client;
import static org.ivrea.engine.http.Requests.outcome;
import static org.ivrea.engine.http.Requests.request;
import static org.ivrea.engine.http.Requests.within;

/// The servers here never come to an end of their own: only the deadline can end these requests.
class LiveHttpDeadlineTest {
    private static final TimedOut TIMED_OUT = new TimedOut("the service bank did not send its whole reply within 300"
            + " ms");

    @Test
    void endsTheWaitForANameServer() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var gaveUp = new CountDownLatch(1);
        HostResolver hanging = _ -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                gaveUp.countDown();
            }
            return List.of();
        };
        var service = HttpService.at(URI.create("https://" + HOST));
        try (var http = client(service, HostPolicy.anyPublicHost(), hanging)) {
            assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(gaveUp.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void endsTheWaitForAConnection() throws IOException {
        var waiting = new ArrayList<SocketChannel>();
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // More than the listener's queue takes: further attempts to connect get no answer.
            for (int i = 0; i < 4; i++) {
                var channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
            }
            try (var http = client(URI.create("http://" + HOST + ":" + full.getLocalPort()), full.getLocalPort())) {
                assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            }
        } finally {
            for (var channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void endsTheWaitForTheTlsHandshake() throws Exception {
        var accepted = new LinkedBlockingQueue<Object>();
        try (var mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> {
                try {
                    accepted.add(mute.accept());
                } catch (IOException e) {
                    accepted.add(e);
                }
            });
            var policy = new HostPolicy(false, List.of(new HostPattern("*")), Set.of(mute.getLocalPort()),
                    List.of(Cidr.parse("127.0.0.0/8")));
            var service = HttpService.at(URI.create("https://" + HOST + ":" + mute.getLocalPort()));
            try (var http = client(service, policy, Requests.TO_LOOPBACK)) {
                assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            }
            assertThat(accepted.poll(30, TimeUnit.SECONDS)).isInstanceOf(Socket.class);
        }
    }

    @Test
    void endsTheWaitForTheHeaders() throws Exception {
        try (var server = new RawServer((_, _) -> {}); var http = client(server)) {
            assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void endsHeadersThatTrickle() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes(UTF_8));
            trickle(out);
        }); var http = client(server)) {
            assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void endsABodyThatTrickles() throws Exception {
        try (var server = new RawServer((_, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
            trickle(out);
        }); var http = client(server)) {
            assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void endsProvisionalRepliesWithoutEnd() throws Exception {
        try (var server = new RawServer((_, out) -> {
            while (true) {
                out.write("HTTP/1.1 102 Processing\r\n\r\n".getBytes(UTF_8));
                out.flush();
            }
        }); var http = client(server)) {
            assertThat(outcome(http, within(300))).isEqualTo(TIMED_OUT);
            assertThat(server.connectionIsLost()).isTrue();
        }
    }

    @Test
    void coversAllAttemptsTogether() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new RawServer((_, out) -> {
            if (asked.incrementAndGet() == 1) {
                out.write(reply("503 Service Unavailable", "").getBytes(UTF_8));
            }
        }); var http = client(server)) {
            assertThat(outcome(http, request("GET", "/", Map.of(), null, 300, 5))).isEqualTo(TIMED_OUT);
            assertThat(server.connectionIsLost()).isTrue();
            assertThat(server.requests()).hasSize(2);
        }
    }

    /// A byte now and then until the client breaks the connection.
    private static void trickle(OutputStream out) throws IOException {
        var never = new CountDownLatch(1);
        try {
            do {
                out.write('x');
                out.flush();
            } while (!never.await(20, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
