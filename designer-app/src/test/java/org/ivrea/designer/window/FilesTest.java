package org.ivrea.designer.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.engine.spec.NodeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FilesTest extends WindowFixture {
    private static final String FILE = "flows/bank.flow.json";

    @Override
    void prepare() throws IOException {
        Files.writeString(project.resolve("flows/damaged.flow.json"), "{ \"formatVersion\": 1,\n  \"nodes\": [ }");
    }

    @Test
    void aDamagedFileIsShownAsItIsWithWhatIsWrong() {
        robot.interact(() -> session().openFlow("damaged"));

        Label title = robot.lookup(".broken-file .ivrea-title").query();
        assertThat(title.getText()).isEqualTo("flows/damaged.flow.json cannot be read");
        assertThat(robot.lookup(".broken-line").queryAll()).isNotEmpty();
        assertThat(window().session().flatMap(ProjectSession::editor)).isEmpty();
        assertThat(isThere("flow-name")).as("the form of another flow").isFalse();
    }

    @Test
    void aFileThatChangedOnDiskAndHereIsAChoice() throws IOException {
        rename("Mine");
        change("Theirs");
        awaitNode("notice-conflict-bank");

        robot.clickOn("Take theirs");
        assertThat(label("welcome")).isEqualTo("Theirs");
        assertThat(isThere("notice-conflict-bank")).isFalse();
    }

    @Test
    void aFileThatChangedOnDiskAloneIsReadAgain() throws IOException {
        change("Theirs");

        await(() -> "Theirs".equals(label("welcome")));
        assertThat(isThere("notice-conflict-bank")).isFalse();
    }

    @Test
    void whatACrashLeftUnsavedIsOffered() {
        rename("Unsaved");
        await(() -> session().workspace().isDirty());
        Path journalled = project;
        Path state = Path.of(System.getProperty(org.ivrea.designer.workspace.StateFolder.PROPERTY));
        await(() -> hasJournal(state));
        // As after a crash: what is in the state folder is copied before the session ends in order.
        Path copy = copyOf(state);
        robot.interact(window()::showWelcome);
        System.setProperty(org.ivrea.designer.workspace.StateFolder.PROPERTY, copy.toString());
        robot.interact(() -> window().open(journalled));
        awaitNode("notice-recovery");

        robot.clickOn("Recover");
        assertThat(label("welcome")).isEqualTo("Unsaved");
        assertThat(editor().isDirty()).isTrue();
        assertThat(drawingHasFocus()).as("the button that had the focus is gone").isTrue();
    }

    @Test
    void aSecondWindowOnTheProjectIsReadOnlyUntilItTakesOver() throws Exception {
        robot.interact(window()::showWelcome);
        try (Workspace other = Workspace.open(project, NodeRegistry.load(), javafx.application.Platform::runLater)) {
            robot.interact(() -> window().open(project));
            awaitNode("notice-read-only");
            awaitProject();
            assertThat(this.<Label>find("status-saved").getText()).isEqualTo("Read-only");
            assertThat(window().actions().get("file.save").enabled().getAsBoolean()).isFalse();
            assertThat(find("flow-name").isDisabled()).as("what cannot be saved cannot be typed").isTrue();

            robot.clickOn("Take over");
            await(() -> !session().workspace().isReadOnly());
            assertThat(find("flow-name").isDisabled()).isFalse();
            robot.interact(other::refresh);
            await(other::isReadOnly);
        }
    }

    private void rename(String label) {
        robot.interact(() -> editor().apply(Nodes.label(editor().document(), "welcome", label)));
    }

    private void change(String label) throws IOException {
        Path file = project.resolve(FILE);
        Files.writeString(file,
                Files.readString(file).replace("\"label\": \"Welcome\"", "\"label\": \"" + label + "\""));
    }

    private static boolean hasJournal(Path state) throws IOException {
        try (var files = Files.walk(state)) {
            return files.anyMatch(file -> Files.isRegularFile(file) && contains(file, "Unsaved"));
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException _) {
            return false;
        }
    }

    private static Path copyOf(Path folder) {
        Path copy = folder.resolveSibling("copy");
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().contains("lock")) {
                    Files.copy(file, target);
                }
            }
            return copy;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
