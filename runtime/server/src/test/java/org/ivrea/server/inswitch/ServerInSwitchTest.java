package org.ivrea.server.inswitch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ivrea.server.admin.AdminClient;
import org.ivrea.server.admin.ServerFiles;
import org.ivrea.server.admin.TestPackage;
import org.ivrea.server.token.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What a server promises, inside a switch: deployed over HTTP, called by the switch's callers.
abstract class ServerInSwitchTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir Path folder = Path.of("");
    private ServerFiles files;
    private int port;
    AdminClient admin;
    ServedSwitch served;

    /// Starts a switch whose setting `server` names the file.
    abstract ServedSwitch start(Path configuration) throws IOException;

    @BeforeEach
    void start() throws IOException {
        files = new ServerFiles(folder.resolve("server"));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        admin = new AdminClient(files, () -> port);
        served = begin();
    }

    /// A switch on what is in the folder.
    final ServedSwitch begin() throws IOException {
        return start(files.configure(port, "\"requestsPerMinute\": 100000,"));
    }

    @AfterEach
    void stop() {
        served.close();
        admin.close();
    }

    static void await(String what, BooleanSupplier condition) {
        await(() -> what, condition);
    }

    private static void await(Supplier<String> what, BooleanSupplier condition) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Waited in vain for " + what.get());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    final void deploy(byte[] pack) {
        assertThat(admin.put(pack).status()).isEqualTo(201);
        assertThat(admin.activate(pack).text()).contains("\"generation\":");
    }

    /// Waits until a call waits for a key in that version.
    final void awaitInside(String version) {
        String node = "\"node\":\"main/v" + version.replace('.', '-') + "-key\"";
        await(() -> node + " among " + admin.get(Role.VIEWER, "/calls").text(),
                () -> admin.get(Role.VIEWER, "/calls").text().contains(node));
    }

    final void awaitJourneys(int count) {
        await(() -> count + " journeys: " + admin.get(Role.VIEWER, "/journeys").text(),
                () -> admin.get(Role.VIEWER, "/journeys").text().split("\"outcome\"", -1).length - 1 == count);
    }

    /// A call that presses a key when it may.
    final Caller.Ended wholeCall(String version) {
        try (Caller caller = served.call("5000")) {
            awaitInside(version);
            caller.press("1");
            return caller.awaitEnd();
        }
    }

    @Test
    void aCallRunsWhatWasDeployedOverHttpAndIsToldOf() {
        deploy(Tones.ONE);
        try (Caller caller = served.call("5012")) {
            awaitInside("1.0");
            assertThat(admin.get(Role.VIEWER, "/calls").text()).contains("\"project\":\"shop\"", "\"flow\":\"main\"",
                    "\"version\":\"1.0\"");
            caller.press("1");
            assertThat(caller.awaitEnd()).isEqualTo(new Caller.Ended(Set.of("1.0"), false));
        }
        awaitJourneys(1);
        assertThat(admin.get(Role.VIEWER, "/journeys").text()).contains("\"called\":\"5012\"", "\"version\":\"1.0\"",
                "\"outcome\":\"completed\"", "\"node\":\"v1-0-bye\"", "\"digits\":\"1\"");
        await("the call to be gone", () -> admin.get(Role.VIEWER, "/calls").text().contains("\"calls\":[]"));
        assertThat(admin.get(Role.VIEWER, "/metrics").text()).contains(
                "ivrea_calls_total{flow=\"main\",outcome=\"completed\",project=\"shop\",version=\"1.0\"} 1.0");
        assertThat(admin.get(Role.ADMIN, "/audit").text()).contains("\"by\":\"the-deployer\"",
                "\"path\":\"/api/v1/activations\"", "\"result\":\"ok\"");
    }

    @Test
    void aCallFinishesOnTheVersionItBeganWithAndNewOnesGetWhatIsActivatedOrRolledBack() {
        deploy(Tones.ONE);
        try (Caller first = served.call("5000")) {
            awaitInside("1.0");
            deploy(Tones.TWO);
            assertThat(wholeCall("2.0")).isEqualTo(new Caller.Ended(Set.of("2.0"), false));
            String old = "/packages/" + TestPackage.sum(Tones.ONE);
            assertThat(admin.send(Role.ADMIN, "DELETE", old, null).code()).as("while a call is in it")
                    .isEqualTo("CONFLICT");
            assertThat(admin.post(Role.DEPLOYER, "/projects/shop/rollback", "{}").status()).isEqualTo(200);
            assertThat(wholeCallBesides("1.0")).isEqualTo(new Caller.Ended(Set.of("1.0"), false));
            first.press("1");
            assertThat(first.awaitEnd()).isEqualTo(new Caller.Ended(Set.of("1.0"), false));
        }
        awaitJourneys(3);
        assertThat(admin.get(Role.VIEWER, "/projects/shop/history").text()).contains("\"action\":\"rollback\"");
    }

    /// A whole call while another one waits in the same version.
    private Caller.Ended wholeCallBesides(String version) {
        try (Caller caller = served.call("5000")) {
            String node = "\"node\":\"main/v" + version.replace('.', '-') + "-key\"";
            await("both calls to wait",
                    () -> admin.get(Role.VIEWER, "/calls").text().split(node, -1).length - 1 == 2);
            caller.press("1");
            return caller.awaitEnd();
        }
    }

    @Test
    void numbersWithoutARouteAndRoutesToNothingGetTheFallback() {
        deploy(Tones.ONE);
        for (String number : new String[] {"4711", "5999"}) {
            try (Caller caller = served.call(number)) {
                assertThat(caller.awaitEnd()).as(number).isEqualTo(new Caller.Ended(Set.of(), true));
            }
        }
        assertThat(wholeCall("1.0").versions()).containsExactly("1.0");
    }

    @Test
    void aProjectThatIsTakenOutOfServiceGetsNoNewCallsAndKeepsThoseInProgress() {
        deploy(Tones.ONE);
        try (Caller first = served.call("5000")) {
            awaitInside("1.0");
            assertThat(admin.post(Role.DEPLOYER, "/projects/shop/deactivate", "{}").status()).isEqualTo(200);
            try (Caller second = served.call("5000")) {
                assertThat(second.awaitEnd()).isEqualTo(new Caller.Ended(Set.of(), true));
            }
            first.press("1");
            assertThat(first.awaitEnd()).isEqualTo(new Caller.Ended(Set.of("1.0"), false));
        }
        assertThat(admin.activate(Tones.ONE).status()).isEqualTo(200);
        assertThat(wholeCall("1.0").versions()).containsExactly("1.0");
    }

    @Test
    void modulesThatAreNotLoadedAreToldAndKeepAPackageFromBeingActivated() {
        deploy(Tones.ONE);
        assertThat(admin.get(Role.VIEWER, "/server").text()).contains("\"mod_tone_stream\"");
        assertThat(admin.send(Role.VIEWER, "POST", "/unbound",
                "{ \"modules\": [ \"mod_tone_stream\", \"mod_nonsense\" ] }".getBytes(
                        java.nio.charset.StandardCharsets.UTF_8))
                .text()).contains("{\"name\":\"mod_tone_stream\",\"loaded\":true}",
                        "{\"name\":\"mod_nonsense\",\"loaded\":false}");
        assertThat(admin.get(Role.VIEWER, "/ready").text()).contains("\"ready\":true,\"warnings\":[]");

        served.unloadTones();
        assertThat(admin.get(Role.VIEWER, "/ready").text()).contains("\"ready\":true",
                "shop 1.0 needs mod_tone_stream, which the switch has not loaded");
        assertThat(admin.put(Tones.TWO).status()).isEqualTo(201);
        String check = "/packages/" + TestPackage.sum(Tones.TWO) + "/check";
        assertThat(admin.get(Role.VIEWER, check).text()).contains("{\"name\":\"mod_tone_stream\",\"loaded\":false}");
        AdminClient.Answer refused = admin.activate(Tones.TWO);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("MODULE_MISSING");
        assertThat(refused.text()).contains("shop 2.0 needs modules that the switch has not loaded: mod_tone_stream",
                "\"modules\":[\"mod_tone_stream\"]");
        assertThat(admin.get(Role.VIEWER, "/projects").text()).contains("\"generation\":1");
    }

    @Test
    void whatRanRunsAgainAfterTheSwitchStoppedWithACallUp() throws IOException {
        deploy(Tones.ONE);
        try (Caller _ = served.call("5000")) {
            awaitInside("1.0");
            served.stop();
        }
        served.close();
        served = begin();
        awaitJourneys(1);
        assertThat(admin.get(Role.VIEWER, "/journeys").text()).contains("\"outcome\":\"hung-up\"");
        assertThat(wholeCall("1.0").versions()).containsExactly("1.0");
    }
}
