package org.ivrea.designer.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.ivrea.deploy.remote.FileHash;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.flow.pack.PackageWriter;
import org.ivrea.flow.pack.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServersViewTest extends ServersFixture {

    @BeforeEach
    void show() {
        robot.interact(() -> {
            var stage = new Stage();
            stage.setScene(new Scene(new ServersView(servers(), () -> {}), 900, 400));
            stage.show();
        });
    }

    @Test
    void aServerIsTriedWithAWrongTokenAndAddedWithTheRightOne() throws IOException {
        try (StubServer server = new StubServer()) {
            press("servers-add-first");
            await(() -> find("server-name") != null);
            type("server-name", "Milan");
            type("server-address", server.address().toString());
            type("server-token", "wrong");
            press("server-try");
            await(() -> text("server-result").equals("Nobody here knows this token"));

            type("server-token", StubServer.TOKEN);
            press("server-try");
            await(() -> text("server-result").startsWith("It answers."));
            press("server-save");

            await(() -> servers().entries().size() == 1 && servers().state(servers().entries().getFirst()).isUp());
            assertThat(servers().state(servers().entries().getFirst()).calls()).hasSize(2);
            assertThat(Files.readString(scratch.resolve("settings/servers.json"))).doesNotContain(StubServer.TOKEN);
        }
    }

    @Test
    void aWrongAddressIsToldAndNotSaved() {
        press("servers-add");
        await(() -> find("server-name") != null);
        type("server-name", "Milan");
        type("server-address", "http://ivr1.example.com");
        type("server-token", "x");
        press("server-save");

        await(() -> text("server-result").contains("https://"));
        assertThat(servers().entries()).isEmpty();
    }

    @Test
    void anEarlierVersionIsRolledBackToFromTheHistory() throws Exception {
        ServerEntry entry = folder("milan");
        run(entry, "1.0.0", "2.0.0");
        robot.interact(() -> {
            servers().refresh();
            table().getSelectionModel().selectFirst();
        });

        press("servers-history");
        await(() -> find("history-list") instanceof ListView<?> list && list.getItems().size() == 2);
        robot.interact(
                () -> ((ListView<?>) Objects.requireNonNull(find("history-list"))).getSelectionModel().select(1));
        press("history-rollback");
        press("confirm-ok");

        await(() -> text("history-story").contains("New calls run shop 1.0.0"));
        try (TargetClient client = servers().targets().open(servers().target(entry))) {
            assertThat(client.inventory().active("shop")).extracting(PackageInfo::version).isEqualTo("1.0.0");
        }
    }

    @Test
    void whatRunsIsTakenOutOfServiceFromTheHistory() throws Exception {
        ServerEntry entry = folder("milan");
        run(entry, "1.0.0");
        robot.interact(() -> {
            servers().refresh();
            table().getSelectionModel().selectFirst();
        });

        press("servers-history");
        await(() -> find("history-list") instanceof ListView<?> list && list.getItems().size() == 1);
        robot.interact(
                () -> ((ListView<?>) Objects.requireNonNull(find("history-list"))).getSelectionModel().select(0));
        press("history-deactivate");
        press("confirm-ok");

        await(() -> text("history-story").contains("No version of shop runs there any more"));
        await(() -> find("history-list") instanceof ListView<?> list && list.getItems().size() == 2);
        try (TargetClient client = servers().targets().open(servers().target(entry))) {
            assertThat(client.inventory().active("shop")).isNull();
        }
    }

    @Test
    void whatRunsIsTakenOutOfServiceFromTheMenuOfAServer() throws Exception {
        ServerEntry entry = folder("milan");
        run(entry, "1.0.0");
        robot.interact(() -> servers().refresh());
        await(() -> servers().state(entry).running().contains("1.0.0"));

        robot.rightClickOn("milan");
        await(() -> find("servers-menu-out-shop") != null);
        robot.clickOn("#servers-menu-out-shop");
        press("confirm-ok");

        await(() -> servers().state(entry).isUp() && servers().state(entry).running().isEmpty());
    }

    @Test
    void aKeyIsMadeAndItsLineShown() {
        press("servers-keys");
        await(() -> find("key-owner") != null);
        type("key-owner", "Bert");
        type("key-passphrase", "seven tall giraffes");
        type("key-passphrase-again", "other");
        await(() -> text("key-story").contains("differ"));
        type("key-passphrase-again", "seven tall giraffes");
        press("key-make");

        await(() -> text("key-story").startsWith("Made."));
        await(() -> find("key-list") instanceof ListView<?> list && list.getItems().size() == 2);
    }

    private TableView<?> table() {
        return Objects.requireNonNull((TableView<?>) find("servers-table"));
    }

    private void run(ServerEntry entry, String... versions) throws IOException, RemoteFailure, InterruptedException {
        KeyRack rack = servers().keys();
        SigningKey key = rack.unlock(rack.keys().getFirst(), PASSPHRASE.toCharArray());
        try (TargetClient client = servers().targets().open(servers().target(entry))) {
            for (String version : versions) {
                Path file = scratch.resolve(version + ".ivrea");
                try (OutputStream out = Files.newOutputStream(file)) {
                    PackageWriter.write("shop", version, 1, List.of(), List.of("project.json"),
                            _ -> new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), key, out);
                }
                String sha256 = FileHash.of(file);
                client.upload(file, sha256, bytes -> {});
                client.activate(List.of(sha256), null, false);
            }
        }
    }
}
