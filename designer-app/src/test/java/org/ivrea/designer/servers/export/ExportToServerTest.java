package org.ivrea.designer.servers.export;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.ivrea.designer.servers.RealServer;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.designer.servers.ServersView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The whole way: from the designer to a server's process, which new calls then run.
class ExportToServerTest extends ExportFixture {
    private RealServer server;

    @BeforeEach
    void start() throws Exception {
        server = new RealServer(scratch.resolve("server"), servers().keys().keys().getFirst().signer());
        robot.interact(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new ServersView(servers(), () -> {}), 900, 400));
            stage.show();
        });
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void addServer() {
        press("servers-add-first");
        await(() -> find("server-name") != null);
        type("server-name", "Milan");
        type("server-address", server.address().toString());
        type("server-token", server.token());
    }

    private ServerEntry saved() {
        press("server-save");
        await(() -> servers().entries().size() == 1 && servers().state(servers().entries().getFirst()).isUp());
        return servers().entries().getFirst();
    }

    @Test
    void aServerIsTrustedByItsFingerprintAndRunsWhatIsExported() throws Exception {
        addServer();
        press("server-try");
        await(() -> text("server-result").contains("SHA-256:"));
        String digits = server.fingerprint().text();
        assertThat(text("server-result").replace("\n", "")).contains(digits.substring(0, 40), "CN=Our authority");
        robot.clickOn("#server-trust");
        await(() -> text("server-result").startsWith("It answers."));
        ServerEntry milan = saved();
        assertThat(milan.fingerprint()).isEqualTo(server.fingerprint());

        goThrough("1.0.0");
        assertThat(version(milan)).isEqualTo("1.0.0");
        robot.interact(() -> servers().refresh());
        await(() -> servers().state(milan).running().equals("desk 1.0.0"));
    }

    @Test
    void aServerIsTrustedBecauseAPrivateAuthorityVouchesForIt() throws Exception {
        addServer();
        Path wrong = scratch.resolve("none.pem");
        type("server-authority", wrong.toString());
        press("server-try");
        await(() -> text("server-result").contains("none.pem cannot be read"));
        type("server-authority", server.authority().toString());
        press("server-try");
        await(() -> text("server-result").startsWith("It answers."));
        ServerEntry milan = saved();
        assertThat(milan.fingerprint()).isNull();
        assertThat(Objects.requireNonNull(milan.authority())).isEqualTo(server.authority());

        goThrough("1.0.0");
        assertThat(version(milan)).isEqualTo("1.0.0");
    }
}
