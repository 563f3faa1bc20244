package org.ivrea.designer.call;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ivrea.designer.simulation.Breakpoint;
import org.ivrea.designer.simulation.CallState.Phase;
import org.ivrea.designer.simulation.TraceFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/// The views with which one looks into a call.
@ExtendWith(ApplicationExtension.class)
final class DebuggingTest {
    @TempDir private Path folder;
    @SuppressWarnings("NullAway.Init") private Stage stage;
    @SuppressWarnings("NullAway.Init") private Desk on;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open(FxRobot robot) {
        robot.interact(() -> {
            try {
                on = Desk.of(stage, folder, "bank");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @AfterEach
    void close() {
        on.close();
    }

    private void stopAtCheck(FxRobot robot) {
        robot.interact(() -> on.desk.calls().toggle(Breakpoint.onNode("sign-in", "check")));
        on.call(robot);
        on.skipTo(robot, "account");
        robot.interact(() -> on.desk.calls().paste("123456"));
        on.await(() -> on.node().equals("pin"));
        robot.interact(() -> on.desk.calls().paste("4711"));
        on.await(() -> on.desk.calls().state().phase() == Phase.STOPPED);
    }

    @Test
    void changesAVariableAtABreakpointAndGoesBack(FxRobot robot) {
        stopAtCheck(robot);
        assertThat(on.look(robot, "call-title", Label.class).getText()).isEqualTo("Stopped at a node");
        on.put(new VariablesView(on.desk.calls(), Platform::runLater));
        assertThat(on.look(robot, "variable-value-pin", Label.class).getText()).isEqualTo("••••");
        robot.clickOn("#frame-1 #variable-value-account");
        robot.interact(() -> on.look(robot, "frame-1 #variable-field-account", TextInputControl.class)
                .setText("654321"));
        robot.clickOn("#frame-1 #variable-field-account").type(KeyCode.ENTER);
        on.await(() -> on.look(robot, "frame-1 #variable-value-account", Label.class).getText().contains("654321"));

        var trace = new TraceView(on.desk.calls(), on);
        on.put(trace);
        robot.interact(() -> {
            ListView<?> list = on.look(robot, "trace-list", ListView.class);
            list.getSelectionModel().select(on.trace(robot).stream()
                    .filter(line -> line.node().equals("account")).mapToInt(TraceLine::event).min().orElseThrow());
            trace.goBack();
        });
        on.await(() -> on.desk.calls().state().generation() == 1
                && on.desk.calls().state().phase() == Phase.STOPPED);
        assertThat(on.node()).isEqualTo("account");
        assertThat(on.nodes()).doesNotContain("pin");
    }

    @Test
    void evaluatesInTheConsole(FxRobot robot) {
        stopAtCheck(robot);
        on.put(new ConsoleView(on.desk.calls(), Platform::runLater));
        robot.clickOn("#console-input").write("size(account)").type(KeyCode.ENTER);
        on.await(() -> on.look(robot, "console-list", ListView.class).getItems().toString().contains("text=6"));
        robot.clickOn("#console-input").type(KeyCode.UP);
        assertThat(on.look(robot, "console-input", TextInputControl.class).getText()).isEqualTo("size(account)");
    }

    @Test
    void conditionsAreWrittenAtTheBreakpoint(FxRobot robot) {
        robot.interact(() -> on.desk.calls().toggle(Breakpoint.onNode("bank", "welcome")));
        on.put(new BreakpointsView(on.desk.calls(), on));
        robot.clickOn("#breakpoint-condition-0").write("false");
        assertThat(on.desk.calls().breakpoints().getFirst().condition()).isEqualTo("false");
        robot.clickOn("#breakpoint-on-0");
        assertThat(on.desk.calls().breakpoints().getFirst().enabled()).isFalse();
        robot.clickOn("#breakpoint-remove-0");
        assertThat(on.desk.calls().breakpoints()).isEmpty();
    }

    @Test
    void aCallBecomesAScriptThatRunsAmongTheTests(FxRobot robot) throws Exception {
        on.call(robot);
        on.skipTo(robot, "account");
        robot.clickOn("#call-button");
        on.awaitEnd();
        robot.clickOn("#keep-script");
        robot.clickOn("#keep-name").write("left-at-once").type(KeyCode.ENTER);
        on.await(() -> Files.exists(folder.resolve("tests/left-at-once.call")));
        on.await(() -> on.look(robot, "keep-message", Label.class).getText().contains("goes the same way"));
        assertThat(Files.readString(folder.resolve("tests/left-at-once.call"))).contains("hang up");

        Files.writeString(folder.resolve("tests/aa-wrong.call"), "hear \"nothing of the kind\"\n");
        on.put(new TestsView(on.desk.tests(), on));
        robot.clickOn("#tests-run");
        on.await(() -> on.desk.tests().progress() != null && on.desk.tests().progress().finished());
        assertThat(Objects.requireNonNull(on.desk.tests().progress()).outcomes())
                .anyMatch(outcome -> outcome.file().endsWith("left-at-once.call") && outcome.passed());
        assertThat(on.look(robot, "tests-list", ListView.class).getSelectionModel().getSelectedIndex()).isZero();
        assertThat(on.look(robot, "tests-detail", TextInputControl.class).getText()).contains("<<< here");
        robot.clickOn("#tests-show");
        assertThat(on.shownNodes).hasSize(1);
        robot.clickOn("#tests-coverage");
        assertThat(on.desk.overlay().of("bank").coverage()).isNotEmpty();
    }

    @Test
    void aTraceFileIsReplayedForwardAndBack(FxRobot robot) throws Exception {
        on.call(robot);
        on.skipTo(robot, "account");
        robot.clickOn("#call-button");
        on.awaitEnd();
        Path file = folder.resolve("call.trace");
        TraceFiles.write(file, Objects.requireNonNull(on.desk.calls().session()).events(0));
        on.put(new ReplayView(on.desk.replays()));
        robot.interact(() -> on.desk.replays().open(file));
        on.await(() -> on.desk.replays().replay() != null);
        robot.clickOn("#replay-forward").clickOn("#replay-forward");
        assertThat(on.node()).isEqualTo("welcome");
        robot.clickOn("#replay-back");
        assertThat(on.node()).isEqualTo("entry");
        robot.interact(() -> {
            Slider line = on.look(robot, "replay-line", Slider.class);
            line.setValue(line.getMax());
        });
        assertThat(Objects.requireNonNull(on.desk.replays().replay()).isAtEnd()).isTrue();
        on.await(() -> isInView(robot));
        robot.clickOn("#replay-start").clickOn("#replay-forward");
        on.await(() -> isInView(robot));
        robot.clickOn("#replay-close");
        assertThat(on.desk.replays().replay()).isNull();
        robot.interact(() -> on.desk.replays().open(folder.resolve("project.json")));
        on.await(() -> on.look(robot, "replay-problem", Label.class).isVisible());
    }

    /// Whether the line where the replay stands is in view.
    private boolean isInView(FxRobot robot) {
        ListView<?> list = on.look(robot, "replay-list", ListView.class);
        return robot.lookup("#replay-list .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> cell.isSelected() && cell.isVisible())
                .map(cell -> list.sceneToLocal(cell.localToScene(cell.getBoundsInLocal())))
                .anyMatch(list.getLayoutBounds()::contains);
    }
}
