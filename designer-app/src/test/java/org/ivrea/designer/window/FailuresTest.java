package org.ivrea.designer.window;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import org.ivrea.designer.workspace.StateFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a person sees of a fault in the program.
class FailuresTest extends WindowFixture {

    @Override
    boolean opensProject() {
        return false;
    }

    @Test
    void itIsToldInWordsOnceAndWrittenToTheLog() throws Exception {
        var log = new FailureLog(new StateFolder(Path.of(System.getProperty(StateFolder.PROPERTY))));
        var failures = new Failures(log);
        failures.uncaughtException(Thread.currentThread(), new IllegalStateException("a planted fault"));
        failures.uncaughtException(Thread.currentThread(), new IllegalStateException("another one"));
        await(() -> robot.lookup("#failure").tryQuery().isPresent());

        assertThat(robot.lookup("#failure").queryAll()).hasSize(1);
        assertThat(robot.lookup("#failure .label").queryAll()).anySatisfy(
                label -> assertThat(((javafx.scene.control.Label) label).getText()).contains("Your changes are safe"));
        // Not before it is asked for.
        assertThat(robot.lookup("#failure .titled-pane").<TitledPane>query().isExpanded()).isFalse();

        robot.interact(() -> robot.lookup("#failure-copy").<javafx.scene.control.Button>query().fire());
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("a planted fault"));
        assertThat(robot.lookup("#failure .text-area").tryQuery().map(it -> ((TextArea) it).getText()))
                .hasValueSatisfying(text -> assertThat(text).contains("a planted fault"));
        assertThat(Files.readString(log.file())).contains("a planted fault").contains("another one");
        robot.interact(() -> robot.lookup("#failure").query().getScene().getWindow().hide());
    }
}
