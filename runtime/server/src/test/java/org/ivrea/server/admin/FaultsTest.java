package org.ivrea.server.admin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.ivrea.deploy.store.FlowStore;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.pack.PackageLimits;
import org.ivrea.flow.pack.TrustedSigners;
import org.ivrea.server.admin.AdminClient.Answer;
import org.ivrea.server.run.SimulatedRun;
import org.ivrea.server.token.Role;
import org.ivrea.server.token.TokenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What may go wrong between those who deploy and a server, and what callers notice of it: nothing.
class FaultsTest {
    private static final byte[] ONE = TestPackage.of("shop", "1.0");
    private static final byte[] TWO = TestPackage.of("shop", "2.0");

    @TempDir private Path folder;

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("store/tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aPackageWithAWrongSignatureOrOfAStrangerIsRefusedWithItsReason() throws IOException {
        try (var server = new TestServer(folder)) {
            byte[] changed = ONE.clone();
            changed[changed.length / 2] ^= 1;
            assertThat(server.put(changed).code()).isIn("CONTENT", "SIGNATURE", "NOT_CANONICAL");
            assertThat(server.put(TestPackage.of("shop", "1.0", "", TestPackage.STRANGER)).code()).isEqualTo("SIGNER");
            assertThat(server.get(Role.VIEWER, "/projects").text()).contains("\"projects\":[]");
            assertNothingIsLeft();
        }
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        try (var server = new TestServer(folder)) {
            String answer = server.half("PUT /api/v1/packages/" + TestPackage.sum(ONE) + " HTTP/1.1\r\nHost: x\r\n"
                    + "Content-Length: " + ONE.length + "\r\nAuthorization: Bearer " + server.token(Role.DEPLOYER)
                    + "\r\n\r\nPK and then");
            assertThat(answer).doesNotContain("HTTP/1.1 20");
            while (!server.get(Role.ADMIN, "/audit").text().contains("/packages/")) {
                Thread.onSpinWait();
            }
            assertThat(server.send(Role.VIEWER, "HEAD", "/packages/" + TestPackage.sum(ONE), null).status())
                    .isEqualTo(404);
            assertNothingIsLeft();
            assertThat(server.put(ONE).status()).isEqualTo(201);
        }
    }

    @Test
    void aSlowUploadKeepsNobodyElseWaiting() throws IOException {
        try (var server = new TestServer(folder); var socket = new Socket("127.0.0.1", server.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/v1/packages/" + TestPackage.sum(ONE) + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                    + ONE.length + "\r\nAuthorization: Bearer " + server.token(Role.DEPLOYER) + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ONE.length; i++) {
                out.write(ONE[i]);
                out.flush();
                if (i == ONE.length / 2) {
                    assertThat(server.get(Role.VIEWER, "/projects").text()).contains("\"projects\":[]");
                    assertThat(server.put(TWO).status()).isEqualTo(201);
                    assertThat(server.activate(TWO).status()).isEqualTo(200);
                }
            }
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 201");
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItsLengthIsAnnouncedOrNot() throws Exception {
        try (var server = new TestServer(folder, "", "\"maxPackageBytes\": 2000,");
                HttpClient client = HttpClient.newHttpClient()) {
            byte[] large = new byte[50_000];
            assertThat(server.put(large).code()).isEqualTo("TOO_LARGE");
            var chunked = client.send(HttpRequest.newBuilder(server.uri("/packages/" + TestPackage.sum(large)))
                    .header("Authorization", "Bearer " + server.token(Role.DEPLOYER))
                    .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))).build(),
                    BodyHandlers.ofString());
            assertThat(chunked.statusCode()).isEqualTo(413);
            assertThat(chunked.body()).contains("TOO_LARGE", "more than 2000 bytes");
            assertNothingIsLeft();
            assertThat(server.put(ONE).status()).as("a small one").isEqualTo(201);
        }
    }

    @Test
    void aStoreThatCannotTellWhatRunsSaysSoAndWhatRunsGoesOn() throws IOException {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            Path state = folder.resolve("store/active.json");
            byte[] good = Files.readAllBytes(state);
            Files.writeString(state, "{ damaged");
            assertThat(server.get(Role.VIEWER, "/projects").status()).isEqualTo(503);
            Answer refused = server.put(TWO);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("UNAVAILABLE");
            assertThat(refused.text()).contains("active.json is damaged", "Restore it from a backup");
            assertThat(server.activate(ONE).code()).isEqualTo("UNAVAILABLE");
            assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "{}").code()).isEqualTo("UNAVAILABLE");
            assertThat(server.post(Role.DEPLOYER, "/projects/shop/deactivate", "{}").code()).isEqualTo("UNAVAILABLE");
            assertThat(server.running.server().simulate("shop", "", null).version()).isEqualTo("1.0");

            Files.write(state, good);
            assertThat(server.put(TWO).status()).isIn(200, 201);
            assertThat(server.activate(TWO).status()).isEqualTo(200);
        }
    }

    @Test
    void anEnvironmentThatCannotBeReadMakesItUnreadyAndWhatRunsGoesOn() throws IOException {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            Path file = folder.resolve("environment.json");
            String good = Files.readString(file);
            Files.writeString(file, "{ \"queues\": 7 }");
            server.running.server().reload();
            Answer unready = server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of());
            assertThat(unready.status()).isEqualTo(503);
            assertThat(unready.text()).contains("\"ready\":false", "environment.json");
            assertThat(server.running.server().simulate("shop", "", null).version()).isEqualTo("1.0");
            Files.writeString(file, good);
            server.running.server().reload();
            assertThat(server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of()).status()).isEqualTo(200);
        }
    }

    @Test
    void theNumbersOfAVersionGoWithIt() {
        try (var server = new TestServer(folder, "\"requestsPerMinute\": 1000000,")) {
            for (byte[] pack : List.of(ONE, TWO)) {
                server.put(pack);
                server.activate(pack);
                server.running.server().simulate("shop", "hang up", null);
            }
            assertThat(server.get(Role.VIEWER, "/metrics").text()).contains("version=\"1.0\"", "version=\"2.0\"");
            assertThat(server.send(Role.ADMIN, "DELETE", "/packages/" + TestPackage.sum(ONE), null).status())
                    .isEqualTo(204);
            while (server.get(Role.VIEWER, "/metrics").text().contains("version=\"1.0\"")) {
                Thread.onSpinWait();
            }
            assertThat(server.get(Role.VIEWER, "/metrics").text()).contains(
                    "ivrea_calls_total{flow=\"main\",outcome=\"hung-up\",project=\"shop\",version=\"2.0\"} 1.0");
        }
    }

    @Test
    void anOlderVersionIsNotReplayed() {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            server.put(TWO);
            server.activate(TWO);
            assertThat(server.activate(ONE).code()).isEqualTo("OLDER");
            server.send(Role.ADMIN, "DELETE", "/packages/" + TestPackage.sum(ONE), null);
            server.put(ONE);
            assertThat(server.activate(ONE).code()).isEqualTo("OLDER");
        }
    }

    @Test
    void ofTwoWhoDeployAtOnceOneIsTold() throws Exception {
        try (var server = new TestServer(folder); ExecutorService two = Executors.newFixedThreadPool(2)) {
            server.put(ONE);
            server.put(TWO);
            List<Future<Answer>> both = new ArrayList<>();
            for (byte[] pack : List.of(ONE, TWO)) {
                both.add(two.submit(() -> server.post(Role.DEPLOYER, "/activations", """
                        { "packages": [ "%s" ], "expectedGeneration": 0 }""".formatted(TestPackage.sum(pack)))));
            }
            assertThat(List.of(both.getFirst().get().status(), both.getLast().get().status()))
                    .containsExactlyInAnyOrder(200, 409);
            assertThat(server.running.server().generation()).isEqualTo(1);
        }
    }

    @Test
    void wrongTokensAreSoonNotEvenLookedAt() {
        try (var server = new TestServer(folder, "\"failuresPerMinute\": 3,")) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.send("ivrea_guess" + i, "GET", "/projects", null, Map.of()).code())
                        .isEqualTo("UNAUTHORIZED");
            }
            assertThat(server.send("ivrea_guess", "GET", "/projects", null, Map.of()).code()).isEqualTo("TOO_MANY");
            assertThat(server.get(Role.VIEWER, "/projects").status()).as("from the same address").isEqualTo(429);
        }
    }

    @Test
    void whoAsksTooOftenWaits() {
        try (var server = new TestServer(folder, "\"requestsPerMinute\": 2,")) {
            assertThat(server.get(Role.VIEWER, "/projects").status()).isEqualTo(200);
            assertThat(server.get(Role.VIEWER, "/projects").status()).isEqualTo(200);
            assertThat(server.get(Role.VIEWER, "/projects").code()).isEqualTo("TOO_MANY");
            assertThat(server.get(Role.ADMIN, "/projects").status()).as("another one").isEqualTo(200);
        }
    }

    @Test
    void aRevokedTokenEndsAtOnce() throws IOException {
        try (var server = new TestServer(folder)) {
            assertThat(server.get(Role.VIEWER, "/projects").status()).isEqualTo(200);
            assertThat(new TokenFile(folder.resolve("tokens")).revoke("the-viewer")).isTrue();
            assertThat(server.get(Role.VIEWER, "/projects").status()).isEqualTo(401);
        }
    }

    @Test
    void aCallInProgressFinishesOnTheVersionItBeganWith() throws Exception {
        try (var server = new TestServer(folder); ExecutorService caller = Executors.newSingleThreadExecutor()) {
            server.put(ONE);
            server.activate(ONE);
            // Real time, so that it is still up when the next version comes.
            Future<SimulatedRun> slow = caller
                    .submit(() -> server.running.server().simulate("shop", "hear \"Your number\"\nhang up", 1.0));
            while (server.get(Role.VIEWER, "/calls").json().get("calls") instanceof Json.Arr(var calls)
                    && calls.isEmpty()) {
                Thread.onSpinWait();
            }
            server.put(TWO);
            server.activate(TWO);
            assertThat(server.running.server().simulate("shop", "", null).version()).isEqualTo("2.0");
            assertThat(server.send(Role.ADMIN, "DELETE", "/packages/" + TestPackage.sum(ONE), null).code())
                    .isEqualTo("CONFLICT");
            SimulatedRun first = slow.get();
            assertThat(first.version()).isEqualTo("1.0");
            assertThat(first.trace().toString()).contains("v1-0-hello", "v1-0-pin").doesNotContain("v2-0");
            assertThat(server.send(Role.ADMIN, "DELETE", "/packages/" + TestPackage.sum(ONE), null).status())
                    .isEqualTo(204);
        }
    }

    @Test
    void whatAnotherProcessActivatesRunsHereToo() throws Exception {
        try (var server = new TestServer(folder)) {
            FlowStore other = FlowStore.open(folder.resolve("store"),
                    new TrustedSigners(List.of(TestPackage.KEY.signer())), PackageLimits.DEFAULT);
            Path file = Files.write(folder.resolve("one.ivrea"), ONE);
            other.activate(List.of(other.add(file, "somebody").sha256()), "somebody", null);
            while (server.running.server().generation() != 1) {
                Thread.onSpinWait();
            }
            assertThat(server.running.server().simulate("shop", "", null).version()).isEqualTo("1.0");
        }
    }

    @Test
    void aServerThatWasKilledRunsWhatItRan() {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            // Without closing: another one on the same store, as after a kill.
            try (var again = new TestServer(again())) {
                assertThat(again.running.server().simulate("shop", "", null).version()).isEqualTo("1.0");
                assertThat(again.running.server().generation()).isEqualTo(1);
            }
        }
    }

    private Path again() {
        try {
            Path again = Files.createDirectory(folder.resolve("again"));
            Files.createSymbolicLink(again.resolve("store"), folder.resolve("store"));
            return again;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void digitsThatAreSecretStandNowhere() throws IOException {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            SimulatedRun run = server.running.server().simulate("shop", "hear \"Your number\"\npress 4711", null);
            assertThat(run.failure()).isNull();
            while (server.get(Role.VIEWER, "/journeys/" + run.id() + "/trace").status() != 200) {
                Thread.onSpinWait();
            }
            String journey = server.get(Role.VIEWER, "/journeys").text();
            assertThat(journey).contains("\"digits\":\"••••\"", "v1-0-pin", "\"exit\":\"collected\"");
            assertThat(journey + server.get(Role.VIEWER, "/journeys/" + run.id() + "/trace").text() + server.log)
                    .doesNotContain("4711");
            try (Stream<Path> files = Files.walk(folder.resolve("journeys"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file)).doesNotContain("4711");
                }
            }
        }
    }

    @Test
    void theNumbersTellProjectsFlowsAndVersionsApart() {
        try (var server = new TestServer(folder)) {
            server.put(ONE);
            server.activate(ONE);
            server.running.server().simulate("shop", "hang up", null);
            assertThat(server.get(Role.VIEWER, "/metrics").text()).contains(
                    "ivrea_calls_total{flow=\"main\",outcome=\"hung-up\",project=\"shop\",version=\"1.0\"} 1.0",
                    "ivrea_calls_live{flow=\"main\",project=\"shop\",version=\"1.0\"} 0.0",
                    "ivrea_node_steps_total{flow=\"main\",project=\"shop\",type=\"play\",version=\"1.0\"} 1.0",
                    "ivrea_hangups_total{", "ivrea_call_duration_seconds_count{",
                    "ivrea_activations_total{action=\"activate\",result=\"ok\"} 1.0");
        }
    }
}
