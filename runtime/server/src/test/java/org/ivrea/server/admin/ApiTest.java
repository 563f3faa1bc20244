package org.ivrea.server.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.server.admin.AdminClient.Answer;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole server through its interface: each answer that the OpenAPI document lists is given here.
class ApiTest {
    private static final Path DOCUMENT = Path.of("..", "..", "docs", "openapi.json");
    private static final byte[] ONE = TestPackage.of("shop", "1.0");
    private static final byte[] TWO = TestPackage.of("shop", "2.0");
    private static final String UNKNOWN = "/packages/" + "0".repeat(64);

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(folder, "\"failuresPerMinute\": 1000, \"requestsPerMinute\": 100000,");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String path(byte[] pack) {
        return "/packages/" + TestPackage.sum(pack);
    }

    @Test
    void theDocumentOnDiskIsWhatTheServerSays() throws IOException {
        Json.Obj said = server.send(TestServer.NOBODY, "GET", "/openapi.json", null, Map.of()).json();
        byte[] text = JsonWriter.canonicalBytes(said);
        if (Boolean.getBoolean("ivrea.update")) {
            Files.write(DOCUMENT, text);
        }
        assertThat(DOCUMENT).hasBinaryContent(text);
        for (String reference : new TreeSet<>(List.of(JsonWriter.compact(said).split("#/components/schemas/")))) {
            String name = reference.replaceAll("(?s)\".*", "");
            assertThat(!name.matches("[A-Za-z]+")
                    || (said.get("components") instanceof Json.Obj components
                            && components.get("schemas") instanceof Json.Obj schemas && schemas.get(name) != null))
                    .as(name).isTrue();
        }
    }

    /// One test, so that it can be told in the end which answers nobody gave.
    @Test
    void everyAnswerThatIsDocumentedIsGiven() throws Exception {
        TestServer.ANSWERED.clear();
        looking();
        uploading();
        activating();
        removing();
        refusing();
        assertThat(server.documented()).isSubsetOf(TestServer.ANSWERED);
    }

    private void looking() throws IOException {
        assertThat(server.send(TestServer.NOBODY, "GET", "/health", null, Map.of()).text()).contains("up");
        assertThat(server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of()).status()).isEqualTo(200);
        assertThat(server.send(TestServer.NOBODY, "GET", "/openapi.json", null, Map.of()).status()).isEqualTo(200);
        assertThat(server.get(Role.VIEWER, "/server").json().get("generation")).isEqualTo(Json.of(0));
        assertThat(server.get(Role.VIEWER, "/projects").text()).contains("\"projects\":[]");
        assertThat(server.get(Role.VIEWER, "/calls").text()).contains("\"calls\":[]");
        assertThat(server.get(Role.VIEWER, "/journeys?limit=5").text()).contains("\"journeys\":[]");
        assertThat(server.get(Role.VIEWER, "/journeys?limit=none").code()).isEqualTo("INVALID");
        assertThat(server.get(Role.VIEWER, "/journeys?since=yesterday").code()).isEqualTo("INVALID");
        assertThat(server.get(Role.VIEWER, "/journeys?after=here").code()).isEqualTo("INVALID");
        assertThat(server.get(Role.VIEWER, "/journeys/nobody/trace").code()).isEqualTo("NOT_FOUND");
        assertThat(server.get(Role.VIEWER, "/metrics").text()).contains("ivrea_store_generation 0.0");
        assertThat(server.get(Role.ADMIN, "/audit?limit=3").status()).isEqualTo(200);
        assertThat(server.get(Role.ADMIN, "/audit?limit=0").code()).isEqualTo("INVALID");
        Files.writeString(folder.resolve("environment.json"), "{ nonsense");
        Files.setLastModifiedTime(folder.resolve("environment.json"), java.nio.file.attribute.FileTime.fromMillis(1));
        while (server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of()).status() == 200) {
            Thread.onSpinWait();
        }
        assertThat(server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of()).text())
                .contains("environment.json: error: 1:3");
        Files.writeString(folder.resolve("environment.json"), "{ \"queues\": { \"support\": \"support@default\" } }");
        while (server.send(TestServer.NOBODY, "GET", "/ready", null, Map.of()).status() != 200) {
            Thread.onSpinWait();
        }
    }

    private void uploading() {
        assertThat(server.send(Role.VIEWER, "HEAD", path(ONE), null).status()).isEqualTo(404);
        assertThat(server.put(ONE).status()).isEqualTo(201);
        assertThat(server.put(ONE).status()).isEqualTo(200);
        assertThat(server.send(Role.VIEWER, "HEAD", path(ONE), null).status()).isEqualTo(200);
        assertThat(server.get(Role.VIEWER, path(ONE)).bytes()).isEqualTo(ONE);
        assertThat(server.get(Role.VIEWER, UNKNOWN).code()).isEqualTo("NOT_FOUND");
        assertThat(server.send(Role.DEPLOYER, "PUT", "/packages/me", ONE).code()).isEqualTo("INVALID");
        assertThat(server.send(Role.DEPLOYER, "PUT", path(TWO), ONE).code()).isEqualTo("CONTENT");
        assertThat(server.get(Role.VIEWER, path(ONE) + "/check").text())
                .contains("\"unbound\":[]", "\"name\":\"mod_fifo\"", "\"problems\":[]");
        assertThat(server.get(Role.VIEWER, UNKNOWN + "/check").code()).isEqualTo("NOT_FOUND");
        assertThat(server.get(Role.VIEWER, path(ONE) + "/difference").json().get("changes"))
                .isInstanceOfSatisfying(Json.Arr.class, changes -> assertThat(changes.items()).isNotEmpty());
        assertThat(server.get(Role.VIEWER, UNKNOWN + "/difference").code()).isEqualTo("NOT_FOUND");
        byte[] unreadable = TestPackage.broken("unreadable");
        assertThat(server.put(unreadable).status()).isEqualTo(201);
        assertThat(server.get(Role.VIEWER, path(unreadable) + "/difference").status()).isEqualTo(422);
        assertThat(server.activate(unreadable).code()).isEqualTo("INVALID");
        byte[] broken = Arrays.copyOf(TestPackage.of("broken", "1", "", TestPackage.KEY), ONE.length);
        assertThat(server.put(broken).status()).isEqualTo(422);
        assertThat(server.post(Role.VIEWER, "/unbound", """
                { "names": [ { "kind": "queue", "name": "sales" }, { "kind": "queue", "name": "support" } ] }""")
                .text())
                .contains("\"unbound\":[{\"kind\":\"queue\",\"name\":\"sales\"}]");
        assertThat(server.post(Role.VIEWER, "/unbound", "{ \"names\": [ 1 ] }").code()).isEqualTo("INVALID");
    }

    private void activating() {
        assertThat(server.activate(TWO).code()).isEqualTo("NOT_FOUND");
        assertThat(server.post(Role.DEPLOYER, "/activations", "{}").code()).isEqualTo("INVALID");
        assertThat(server.post(Role.DEPLOYER, "/activations", "[]").code()).isEqualTo("INVALID");
        assertThat(server.activate(ONE).json().get("generation")).isEqualTo(Json.of(1));
        assertThat(server.post(Role.DEPLOYER, "/activations", """
                { "packages": [ "%s" ], "expectedGeneration": 0 }""".formatted(TestPackage.sum(ONE))).code())
                .isEqualTo("CONFLICT");
        byte[] unbound = TestPackage.of("bank", "1", """
                "queue": { "type": "queue", "queue": "sales", "exits": {} },""", TestPackage.KEY);
        server.put(unbound);
        assertThat(server.activate(unbound).code()).isEqualTo("UNBOUND");
        assertThat(server.activate(unbound).text()).contains("{\"kind\":\"queue\",\"name\":\"sales\"}");
        assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "{}").code()).isEqualTo("NOT_FOUND");
        server.put(TWO);
        assertThat(server.activate(TWO).status()).isEqualTo(200);
        assertThat(server.activate(ONE).code()).isEqualTo("OLDER");
        assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "{ \"expectedGeneration\": 9 }").code())
                .isEqualTo("CONFLICT");
        assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "{ \"to\": 5 }").code()).isEqualTo("INVALID");
        assertThat(server.post(Role.DEPLOYER, "/projects/bank/rollback", "{ \"to\": \"" + TestPackage.sum(unbound)
                + "\" }").code()).isEqualTo("UNBOUND");
        assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "").status()).isEqualTo(200);
        assertThat(server.get(Role.VIEWER, "/projects/shop/history").text()).contains("\"action\":\"rollback\"");
        assertThat(server.get(Role.VIEWER, "/projects/nothing/history").code()).isEqualTo("NOT_FOUND");
        deactivating();
        assertThat(server.post(Role.DEPLOYER, "/simulated-calls", "{ \"called\": \"5012\" }").text())
                .contains("\"version\":\"1.0\"", "\"outcome\":\"completed\"");
        assertThat(server.post(Role.DEPLOYER, "/simulated-calls", "{}").code()).isEqualTo("INVALID");
        assertThat(server.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shap\" }").status()).isEqualTo(422);
        String id = server.post(Role.DEPLOYER, "/simulated-calls", "{ \"flow\": \"shop\" }").json()
                .get("id") instanceof Json.Str(String text) ? text : "";
        while (server.get(Role.VIEWER, "/journeys/" + id + "/trace").status() != 200) {
            Thread.onSpinWait();
        }
        assertThat(server.get(Role.VIEWER, "/journeys?project=shop&limit=1").text()).contains("\"next\":\"");
        assertThat(
                server.send(server.token(Role.VIEWER), "GET", "/journeys", null, Map.of("Accept", "text/csv")).text())
                .startsWith("id,startedAt,").contains(id);
    }

    private void deactivating() {
        String path = "/projects/shop/deactivate";
        assertThat(server.post(Role.DEPLOYER, path, "{ \"expectedGeneration\": 1 }").code()).isEqualTo("CONFLICT");
        assertThat(server.post(Role.DEPLOYER, path, "{ \"expectedGeneration\": \"x\" }").code()).isEqualTo("INVALID");
        assertThat(server.post(Role.DEPLOYER, path, "").text()).contains("\"project\":\"shop\"", "\"to\":null");
        assertThat(server.post(Role.DEPLOYER, path, "").code()).isEqualTo("NOT_FOUND");
        assertThat(server.post(Role.DEPLOYER, "/simulated-calls", "{ \"called\": \"5012\" }").code())
                .as("nothing answers").isEqualTo("INVALID");
        assertThat(server.get(Role.VIEWER, "/projects").text()).contains("\"name\":\"shop\",\"active\":null");
        assertThat(server.get(Role.VIEWER, "/projects/shop/history").text()).contains("\"action\":\"deactivate\"");
        assertThat(server.activate(ONE).code()).as("replayed").isEqualTo("OLDER");
        assertThat(server.post(Role.DEPLOYER, "/projects/shop/rollback", "").status()).isEqualTo(200);
    }

    private void removing() {
        assertThat(server.send(Role.ADMIN, "DELETE", path(ONE), null).code()).isEqualTo("CONFLICT");
        assertThat(server.send(Role.ADMIN, "DELETE", path(TWO), null).status()).isEqualTo(204);
        assertThat(server.send(Role.ADMIN, "DELETE", path(TWO), null).code()).isEqualTo("NOT_FOUND");
    }

    private void refusing() throws IOException {
        assertThat(server.raw("PUT /api/v1" + path(ONE) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000000\r\n"
                + "Authorization: Bearer " + server.token(Role.DEPLOYER) + "\r\n\r\n")).contains("413", "TOO_LARGE");
        TestServer.ANSWERED.add("PUT /packages/{sha256} 413");
        byte[] huge = new byte[(1 << 20) + 1];
        assertThat(server.send(Role.DEPLOYER, "POST", "/activations", huge).code()).isEqualTo("TOO_LARGE");
        for (Route route : AdminServer.routes(server.running.server(), server.audit())) {
            String path = route.path().replaceAll("\\{[a-zA-Z0-9]+}", "0".repeat(64));
            Role role = route.role();
            if (role == Role.DEPLOYER || role == Role.ADMIN) {
                Answer answer = server.send(Role.VIEWER, route.method(), path,
                        "{}".getBytes(StandardCharsets.UTF_8));
                assertThat(answer.status()).as(route.path()).isEqualTo(403);
            }
            if (role != null) {
                assertThat(server.send("ivrea_wrong", route.method(), path, null, Map.of()).status()).isEqualTo(401);
            }
        }
        assertThat(server.get(Role.ADMIN, "/audit").text())
                .contains("\"by\":\"the-viewer\"", "\"result\":\"FORBIDDEN\"",
                        "\"result\":\"UNAUTHORIZED\"", "\"path\":\"/api/v1/activations\"")
                .doesNotContain("ivrea_wrong");
    }
}
