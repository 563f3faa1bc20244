package org.ivrea.designer.servers.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.servers.ServerEntry;
import org.ivrea.designer.servers.StubServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExportWizardTest extends ExportFixture {

    @Test
    void aProjectGoesToTwoServers() throws Exception {
        ServerEntry one = folder("one");
        ServerEntry two = folder("two");
        begin("1.0.0");
        press("export-next");
        awaitPage("export-scripts");
        assertThat(text("export-scripts")).startsWith("All 7 call scripts pass");
        press("export-next");
        awaitPage("export-names");
        press("export-next");
        awaitPage("export-changes");
        assertThat(text("export-changes-story")).contains("No version of desk runs there yet");
        press("export-next");

        awaitPage("export-story");
        await(() -> text("export-story").contains("answers new calls on all servers"));
        assertThat(text("go-stage-one")).isEqualTo("Activated");
        assertThat(version(one)).isEqualTo("1.0.0");
        assertThat(version(two)).isEqualTo("1.0.0");
    }

    @Test
    void theNextVersionShowsWhatChanged() throws Exception {
        folder("one");
        goThrough("1.0.0");
        robot.interact(() -> workspace().editors().values().iterator().next().apply(
                org.ivrea.designer.edit.Fields.set("goodbye", org.ivrea.flow.json.JsonPointer.parse("/cause"),
                        org.ivrea.flow.json.Json.of("USER_BUSY"), "Cause")));
        robot.interact(() -> new ExportWizard(servers(), context(), null).show());
        fill("1.1.0");
        press("export-next");
        awaitPage("export-scripts");
        press("export-next");
        awaitPage("export-names");
        press("export-next");

        await(() -> find("export-changes") instanceof ListView<?> list && !list.getItems().isEmpty());
        assertThat(((ListView<?>) Objects.requireNonNull(find("export-changes"))).getItems().getFirst().toString())
                .contains("USER_BUSY");
        await(() -> find("node-goodbye") != null);
        assertThat(Objects.requireNonNull(find("node-goodbye")).getPseudoClassStates())
                .anyMatch(state -> state.getPseudoClassName().equals("changed"));
    }

    @Test
    void aFailingCallScriptStopsIt() throws Exception {
        Path script = project.resolve("tests/closed.call");
        Files.writeString(script, Files.readString(script).replace("hear \"Our", "hear \"elephants\"\nhear \"Our"));
        folder("one");
        begin("1.0.0");
        press("export-next");

        await(() -> text("export-scripts").contains("One call script fails of 7"));
        assertThat(Objects.requireNonNull((Button) find("export-next")).isDisabled()).isTrue();
        robot.interact(() -> {
            ListView<?> wrong = Objects.requireNonNull((ListView<?>) find("export-wrong"));
            wrong.getSelectionModel().selectFirst();
            wrong.requestFocus();
            wrong.fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                    KeyCode.ENTER, false, false, false, false));
        });
        assertThat(visited).containsExactly("tests");
    }

    @Test
    void aWrongPassphraseIsTold() throws Exception {
        folder("one");
        begin("1.0.0");
        type("export-passphrase", "wrong");
        press("export-next");

        await(() -> text("export-setup-wrong").contains("passphrase does not fit"));
    }

    @Test
    void unboundNamesAreShownAndStopIt() throws Exception {
        try (StubServer server = new StubServer()) {
            robot.interact(() -> servers().put(ServerEntry.at("stub", server.address(), null), StubServer.TOKEN));
            begin("1.0.0");
            press("export-next");
            awaitPage("export-scripts");
            press("export-next");

            await(() -> text("export-names-story").startsWith("Not ready: 1 of 1 servers"));
            await(() -> robot.lookup("not bound").tryQuery().isPresent());
            assertThat(Objects.requireNonNull((Button) find("export-next")).isDisabled()).isTrue();
        }
    }

    @Test
    void oneOfThreeIsDownAndIsTriedAgain() throws Exception {
        ServerEntry one = folder("one");
        ServerEntry two = folder("two");
        Path mount = scratch.resolve("mount");
        ServerEntry three = ServerEntry.in("three", mount.resolve("store"));
        robot.interact(() -> servers().put(three, null));
        begin("1.0.0");
        robot.interact(() -> Objects.requireNonNull((RadioButton) find("export-many")).setSelected(true));
        toChanges();
        press("export-next");

        await(() -> text("export-story").equals("Not running on 1 of 3 servers"));
        assertThat(text("go-stage-two")).isEqualTo("Activated");
        assertThat(text("go-stage-three")).isEqualTo("Failed");
        assertThat(text("go-message-three")).contains("mounted?").contains("Nothing has changed there");
        Files.createDirectories(mount);
        press("export-retry");

        await(() -> text("export-story").contains("answers new calls on all servers"));
        assertThat(List.of(version(one), version(two), version(three))).containsOnly("1.0.0");
    }
}
