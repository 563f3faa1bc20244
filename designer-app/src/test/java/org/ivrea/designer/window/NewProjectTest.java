package org.ivrea.designer.window;

import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A project is made from nothing, by keys alone.
class NewProjectTest extends WindowFixture {

    @Override
    boolean opensProject() {
        return false;
    }

    private void ask() {
        Platform.runLater(() -> window().actions().get("file.newProject").run().run());
        await(() -> isThere("new-name") && find("new-name").isFocused());
        robot.targetWindow(find("new-name").getScene().getWindow());
    }

    private String name() {
        return this.<TextField>find("new-name").getText();
    }

    @Test
    void theNameFollowsTheTemplateUntilItIsWritten() {
        ask();
        ListView<?> templates = find("new-templates");
        assertThat(templates.getItems()).as("empty, front desk, four samples").hasSize(6);
        assertThat(name()).isEqualTo("My front desk");
        robot.interact(() -> templates.getSelectionModel().selectFirst());
        assertThat(name()).isEqualTo("New project");
        robot.interact(() -> {
            this.<TextField>find("new-name").setText("Mine");
            templates.getSelectionModel().selectLast();
        });
        assertThat(name()).isEqualTo("Mine");
        robot.interact(() -> templates.getSelectionModel().clearSelection());
        assertThat(find("new-make").isDisabled()).as("the template before still counts").isFalse();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void anEmptyProjectIsMadeOpenedAndHasNoProblems() {
        Path parent = Objects.requireNonNull(project.getParent());
        ask();
        robot.interact(() -> this.<TextField>find("new-place").setText(parent.toString()));
        robot.interact(() -> find("new-templates").requestFocus());
        robot.type(KeyCode.UP);
        assertThat(name()).isEqualTo("New project");
        robot.type(KeyCode.ENTER);
        awaitProject();

        assertThat(session().workspace().folder()).isEqualTo(parent.resolve("new-project"));
        assertThat(session().workspace().project().settings().name()).isEqualTo("New project");
        assertThat(session().workspace().analysis().problems()).isEmpty();
        assertThat(editor().document().nodes()).hasSize(2);
    }
}
