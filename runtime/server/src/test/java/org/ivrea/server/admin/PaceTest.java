package org.ivrea.server.admin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PaceTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final byte[] PACKAGE = TestPackage.of("shop", "1.0");

    @TempDir private Path folder;
    private long now;

    /// A body of which each byte takes that long.
    private InputStream body(int length, long nanosAByte) {
        return new ByteArrayInputStream(new byte[length]) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int most) {
                int count = super.read(bytes, offset, Math.min(most, 1));
                now += count < 0 ? 0 : nanosAByte;
                return count;
            }
        };
    }

    @Test
    void whoSendsFastEnoughIsHeardToTheEnd() throws IOException {
        var in = new PacedInput(body(1_000, SECOND / 100), new Pace(100), () -> now);

        assertThat(in.readAllBytes()).hasSize(1_000);
        assertThat(in.isTooSlow()).isFalse();
    }

    @Test
    void whoTricklesIsEndedAfterAWhile() {
        var in = new PacedInput(body(1_000, SECOND), new Pace(100), () -> now);

        assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class)
                .hasMessage("fewer than 100 bytes a second");
        assertThat(in.isTooSlow()).isTrue();
        assertThat(now).isBetween(Pace.GRACE, Pace.GRACE + 2 * SECOND);
    }

    @Test
    void aPauseAfterALongHaulIsForgiven() throws IOException {
        var pace = new Pace(100);
        pace.moved(10_000, SECOND);
        var in = new PacedInput(body(1, 100 * SECOND), pace, () -> now);

        assertThat(in.readAllBytes()).hasSize(1);
    }

    @Test
    void whatTheServerItselfTakesDoesNotCount() throws IOException {
        var in = new PacedInput(body(2, 0), new Pace(100), () -> now);

        assertThat(in.read()).isZero();
        now += 1_000 * SECOND;
        assertThat(in.read()).isZero();
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void withoutALimitAnythingGoes() throws IOException {
        var in = new PacedInput(body(10, 10_000 * SECOND), new Pace(0), () -> now);

        assertThat(in.readAllBytes()).hasSize(10);
    }

    @Test
    void whoTakesTooSlowlyIsCutOffInTheMiddleOfAWrite() throws IOException {
        List<Long> alarms = new ArrayList<>();
        List<String> happened = new ArrayList<>();
        var taken = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                now += 3 * SECOND;
            }
        };
        OutputStream out = new PacedOutput(taken, new Pace(100), () -> now, (nanos, _) -> {
            alarms.add(nanos);
            return () -> happened.add("off");
        }, () -> happened.add("cut"));

        out.write(new byte[200]);
        out.write(new byte[200]);
        out.close();

        assertThat(alarms).as("the time that is left, for each write").containsExactly(Pace.GRACE + 2 * SECOND,
                Pace.GRACE + SECOND, Pace.GRACE - 2 * SECOND);
        assertThat(happened).containsExactly("off", "off", "off");
        assertThat(taken.size()).isEqualTo(400);
    }

    @Test
    void whoseWriteLastsTooLongLosesTheConnection() throws IOException {
        List<String> happened = new ArrayList<>();
        OutputStream out = new PacedOutput(OutputStream.nullOutputStream(), new Pace(100), () -> now, (_, then) -> {
            then.run();
            return () -> happened.add("off");
        }, () -> happened.add("cut"));

        out.write(1);

        assertThat(happened).containsExactly("cut", "off");
    }

    /// With a limit that nobody keeps, a whole server ends an upload that goes on and on.
    @Test
    void anUploadThatTricklesIsAnsweredAndLeavesNothing() throws IOException {
        try (var server = new TestServer(folder, "\"minBytesPerSecond\": 1073741824,");
                var socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/v1/packages/" + TestPackage.sum(PACKAGE) + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + (1 << 30) + "\r\nAuthorization: Bearer " + server.token(Role.DEPLOYER) + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            trickle(out, socket.getInputStream());
            String answer = received(socket.getInputStream());

            assertThat(answer).contains("HTTP/1.1 408", "\"TOO_SLOW\"", "came too slowly", "minBytesPerSecond");
            assertThat(folder.resolve("store/tmp")).isEmptyDirectory();
            assertThat(server.get(Role.ADMIN, "/audit").text()).contains("TOO_SLOW");
            assertThat(server.put(PACKAGE).status()).as("a quick one").isEqualTo(201);
        }
    }

    /// A byte at a time, until there is an answer.
    private static void trickle(OutputStream out, InputStream in) throws IOException {
        try {
            while (in.available() == 0) {
                out.write('x');
                Thread.onSpinWait();
            }
        } catch (SocketException _) {
            // The server has hung up; its answer is there.
            return;
        }
    }

    /// All that there is, also where the connection is reset behind it.
    private static String received(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException _) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
