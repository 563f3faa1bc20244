package org.ivrea.server.admin;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ivrea.server.admin.AdminClient.Answer;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// A server as a process: killed at whatever it is doing, and on a disk that is full.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ServerProcessTest {
    private static final int SIZE = 3_000_000;
    private static final byte[] ONE = TestPackage.of("shop", "1.0");
    private static final byte[] HEAVY = TestPackage.heavy("shop", "2.0", SIZE);

    @TempDir private Path folder;
    private ServerFiles files;
    private Path configuration;

    @BeforeEach
    void configure() {
        files = new ServerFiles(folder);
        configuration = files.configure(0, "\"requestsPerMinute\": 100000,");
    }

    private AdminClient client(ServerProcess server) {
        return new AdminClient(files, server::port);
    }

    /// Sends the head of a request and the beginning of its body.
    private Socket begin(ServerProcess server, String request, byte[] body, int count) throws IOException {
        var socket = new Socket("127.0.0.1", server.port());
        OutputStream out = socket.getOutputStream();
        out.write((request + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length + "\r\nAuthorization: Bearer "
                + files.token(Role.DEPLOYER) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        out.write(body, 0, count);
        out.flush();
        return socket;
    }

    private void awaitArrival() throws IOException {
        while (true) {
            try (Stream<Path> arriving = Files.list(folder.resolve("store/tmp"))) {
                if (arriving.anyMatch(path -> !path.toString().endsWith(".lock"))) {
                    return;
                }
            }
            Thread.onSpinWait();
        }
    }

    private void assertWhole(ServerProcess server, boolean mayBeThere) throws IOException {
        try (AdminClient client = client(server); Stream<Path> left = Files.list(folder.resolve("store/tmp"))) {
            assertThat(left).as("what the killed one left").isEmpty();
            assertThat(client.get(Role.VIEWER, "/projects").text()).contains("\"generation\":1");
            int there = client.send(Role.VIEWER, "HEAD", "/packages/" + TestPackage.sum(HEAVY), null).status();
            assertThat(there).isIn(mayBeThere ? new Object[] {200, 404} : new Object[] {404});
            assertThat(client.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").text())
                    .contains("\"version\":\"1.0\"");
        }
    }

    @Test
    void killedInTheMiddleOfAnUploadItHasNothingHalfAndTakesItAgain() throws IOException {
        String upload = "PUT /api/v1/packages/" + TestPackage.sum(HEAVY);
        try (var server = ServerProcess.start(configuration); AdminClient client = client(server)) {
            assertThat(client.put(ONE).status()).isEqualTo(201);
            assertThat(client.activate(ONE).status()).isEqualTo(200);
            try (Socket _ = begin(server, upload, HEAVY, 0)) {
                awaitArrival();
                server.kill();
            }
        }
        for (int count : new int[] {SIZE / 2, HEAVY.length - 1, HEAVY.length}) {
            try (var server = ServerProcess.start(configuration)) {
                assertWhole(server, false);
                try (Socket _ = begin(server, upload, HEAVY, count)) {
                    awaitArrival();
                    server.kill();
                }
            }
        }
        try (var server = ServerProcess.start(configuration); AdminClient client = client(server)) {
            assertWhole(server, true);
            assertThat(client.put(HEAVY).status()).isIn(200, 201);
            assertThat(client.activate(HEAVY).status()).isEqualTo(200);
            assertThat(client.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").text())
                    .contains("\"version\":\"2.0\"");
        }
    }

    @Test
    void killedWhileItActivatesItRunsTheOldOrTheNewVersion() throws IOException {
        try (var server = ServerProcess.start(configuration); AdminClient client = client(server)) {
            client.put(ONE);
            client.activate(ONE);
            client.put(HEAVY);
            byte[] body = ("{ \"packages\": [ \"" + TestPackage.sum(HEAVY) + "\" ] }").getBytes(StandardCharsets.UTF_8);
            try (Socket _ = begin(server, "POST /api/v1/activations", body, body.length)) {
                server.kill();
            }
        }
        try (var server = ServerProcess.start(configuration); AdminClient client = client(server)) {
            String projects = client.get(Role.VIEWER, "/projects").text();
            String run = client.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").text();
            assertThat(run).contains(projects.contains("\"generation\":2")
                    ? "\"version\":\"2.0\""
                    : "\"version\":\"1.0\"");
            assertThat(client.activate(HEAVY).status()).isEqualTo(200);
            assertThat(client.post(Role.DEPLOYER, "/projects/shop/deactivate", "{}").status()).isEqualTo(200);
        }
        try (var server = ServerProcess.start(configuration); AdminClient client = client(server)) {
            assertThat(client.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").status())
                    .as("out of service still").isEqualTo(422);
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a small disk of its own needs Linux")
    void aFullDiskIsToldAndWhatRunsGoesOn() throws Exception {
        assumeTrue(ServerProcess.mayHaveOwnDisks(), "this system lets nobody mount a disk of its own");
        Path store = Files.createDirectory(folder.resolve("store"));
        try (var server = ServerProcess.onSmallDisk(configuration, store, 4); AdminClient client = client(server)) {
            assertThat(client.put(ONE).status()).isEqualTo(201);
            assertThat(client.activate(ONE).status()).isEqualTo(200);

            Answer full = client.put(HEAVY);
            assertThat(full.status()).isEqualTo(507);
            assertThat(full.code()).isEqualTo("NO_SPACE");
            assertThat(full.text()).contains("is full. Nothing was changed; make room");
            assertThat(client.get(Role.VIEWER, "/projects").text()).contains("\"generation\":1")
                    .doesNotContain(TestPackage.sum(HEAVY));
            assertThat(client.get(Role.VIEWER, "/ready").text()).contains("\"ready\":true");
            assertThat(client.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").text())
                    .contains("\"version\":\"1.0\"");

            byte[] small = TestPackage.of("shop", "1.1");
            assertThat(client.put(small).status()).as("what fits").isEqualTo(201);
            assertThat(client.activate(small).status()).isEqualTo(200);
        }
    }
}
