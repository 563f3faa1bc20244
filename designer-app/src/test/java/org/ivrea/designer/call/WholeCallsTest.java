package org.ivrea.designer.call;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.simulation.AnswerPolicy;
import org.ivrea.designer.simulation.CallState;
import org.ivrea.designer.simulation.StubText;
import org.ivrea.designer.simulation.WorldKind;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import static org.assertj.core.api.Assertions.assertThat;

/// Whole calls to the samples, by keypad, keyboard and clipboard. There is no audio device.
@ExtendWith(ApplicationExtension.class)
final class WholeCallsTest {
    @TempDir private Path folder;
    @SuppressWarnings("NullAway.Init") private Stage stage;
    @SuppressWarnings("NullAway.Init") private Desk desk;

    @Start
    void start(Stage given) {
        stage = given;
    }

    private Desk open(FxRobot robot, String sample) {
        robot.interact(() -> {
            try {
                desk = Desk.of(stage, folder, sample);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        return desk;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void onMondayAtTen(FxRobot robot) {
        robot.interact(() -> {
            desk.look(robot, "setup-now", CheckBox.class).setSelected(false);
            desk.look(robot, "setup-date", DatePicker.class).setValue(LocalDate.of(2026, 3, 2));
            desk.look(robot, "setup-time", TextInputControl.class).setText("10:00");
            @SuppressWarnings("unchecked") ComboBox<String> zone = desk.look(robot, "setup-zone", ComboBox.class);
            zone.setValue("Europe/Berlin");
        });
    }

    private void stub(String lines) {
        desk.desk.calls().world(desk.desk.calls().world().withStubs(StubText.read(lines).stubs()));
    }

    @Test
    void theMainMenuByMouseOnTheKeypad(FxRobot robot) {
        Desk on = open(robot, "main-menu");
        onMondayAtTen(robot);
        robot.interact(() -> stub("queue sales -> full"));
        on.call(robot);
        assertThat(on.look(robot, "call-subtitle", Label.class).getText()).contains("Mon 10:00 Europe/Berlin");
        on.skipTo(robot, "choose-language");
        robot.clickOn("#key-1");
        on.await(() -> on.nodes().contains("menu"));
        on.skipTo(robot, "menu");
        robot.clickOn("#key-1");
        on.skipTo(robot, "message");
        assertThat(on.nodes()).containsSubsequence("choose-language", "english", "hours", "menu", "sales", "nobody",
                "message");
        assertThat(on.trace(robot)).anyMatch(line -> "open".equals(line.exit()) && line.what().contains("Monday"));
        robot.clickOn("#call-button");
        on.awaitEnd();
        assertThat(on.look(robot, "call-title", Label.class).getText()).isEqualTo("Call ended");
    }

    @Test
    void theBankByKeyboardAndClipboard(FxRobot robot) {
        Desk on = open(robot, "bank");
        robot.interact(() -> stub("""
                http core-banking POST /sessions -> 200 {"token": "t-1"}
                http core-banking GET /accounts/123456/balance -> 200 {"amount": 1234.5, "asOf": "2026-03-01T09:00:00Z"}
                """));
        on.call(robot);
        on.skipTo(robot, "account");
        robot.clickOn("#call-title");
        robot.type(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6);
        on.await(() -> on.node().equals("pin"));
        on.skipTo(robot, "pin");
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "4711")));
        robot.clickOn("#call-title");
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        on.await(() -> on.node().equals("services"));
        on.skipTo(robot, "services");
        robot.clickOn("#call-title");
        robot.type(KeyCode.DIGIT1);
        on.await(() -> on.nodes().contains("say-balance"));
        robot.type(KeyCode.ESCAPE);
        on.awaitEnd();
        assertThat(on.nodes()).containsSubsequence("account", "pin", "check", "signed-in", "services", "balance",
                "say-balance", "caller-left");
        assertThat(on.trace(robot).toString()).doesNotContain("4711");
    }

    @Test
    void theSurveyWithSomebodyWhoAnswersForTheWorld(FxRobot robot) {
        Desk on = open(robot, "survey");
        robot.interact(() -> {
            on.look(robot, "setup-channel", TextInputControl.class).setText("shop = Example Shop");
            on.desk.calls().world(on.desk.calls().world().withPolicy(WorldKind.DRAW, AnswerPolicy.ASK)
                    .withPolicy(WorldKind.HTTP, AnswerPolicy.ASK));
        });
        on.call(robot);
        on.skipTo(robot, "consent");
        robot.clickOn("#key-1");
        for (String key : List.of("5", "4", "3")) {
            on.await(() -> on.node().startsWith("question") || on.node().equals("rate"));
            on.skipTo(robot, "rate");
            robot.clickOn("#key-" + key);
            on.await(() -> !on.node().equals("rate"));
        }
        on.await(() -> on.desk.calls().state().question() != null);
        robot.clickOn("#answer-1");
        on.await(() -> on.desk.calls().state().question() != null
                && on.desk.calls().state().question().kind() == WorldKind.HTTP);
        robot.clickOn("#question-own").write("tea").type(KeyCode.ENTER);
        assertThat(on.desk.calls().state().question()).isNotNull();
        robot.eraseText(3).write("503");
        robot.clickOn("#question-send");
        on.await(() -> on.desk.calls().state().question() == null);
        robot.clickOn("#bar-skip");
        on.awaitEnd();
        assertThat(on.nodes()).containsSubsequence("share", "send", "lost", "thanks");
    }

    @Test
    void aCallWithoutItsRecordingsIsReadAllTheSame(FxRobot robot) throws Exception {
        Desk on = open(robot, "main-menu");
        try (var files = Files.walk(folder.resolve("prompts"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        on.call(robot);
        on.skipTo(robot, "choose-language");
        assertThat(on.desk.calls().conversation().bubbles()).anyMatch(bubble -> bubble.text().contains("For English"));
    }

    @Test
    void aFlowWithErrorsSaysWhyAndLeadsToTheProblem(FxRobot robot) {
        Desk on = open(robot, "main-menu");
        robot.interact(() -> {
            var editor = Objects.requireNonNull(on.workspace.editors().get("main"));
            editor.apply(Edit.of("break it", flow -> flow.withNode("menu",
                    Objects.requireNonNull(flow.node("menu")).withFields(new java.util.TreeMap<>(
                            Map.of("prompt", Json.of(3)))))));
        });
        robot.clickOn("#call-button");
        on.await(() -> on.desk.calls().obstacle() != null);
        assertThat(on.look(robot, "call-obstacle-text", Label.class).getText()).contains("has errors");
        robot.clickOn("#call-obstacle-show");
        assertThat(on.shownProblems).hasSize(1).allMatch(problem -> problem.pointer().toString().contains("menu"));
    }

    @Test
    void anEndlessFlowIsStoppedByItsGuardAndThePhoneSaysWhy(FxRobot robot) {
        Desk on = open(robot, "main-menu");
        robot.interact(() -> Objects.requireNonNull(on.workspace.editors().get("main"))
                .apply(Edit.of("a loop", flow -> flow
                        .withNode("round", NodeDocument.of("log").withField("text", Json.of("again"))
                                .withExit("next", "round"))
                        .withNode("entry", Objects.requireNonNull(flow.node("entry")).withExit("next", "round")))));
        robot.clickOn("#call-button");
        on.awaitEnd();
        assertThat(on.look(robot, "call-outcome", Label.class).getText()).contains("1000 nodes")
                .contains("look for a loop");
        assertThat(on.look(robot, "call-outcome", Label.class).isVisible()).isTrue();
        assertThat(on.look(robot, "call-button", Button.class).getText()).isEqualTo("Call again");
    }

    @Test
    void theCallerHangsUpAtTheWorstMoments(FxRobot robot) {
        Desk on = open(robot, "main-menu");
        robot.interact(() -> on.desk.calls().world(on.desk.calls().world()
                .withPolicy(WorldKind.CLOCK, AnswerPolicy.ASK)));
        // Before anything is heard.
        robot.interact(() -> {
            on.phone.callOrHangUp();
            on.phone.callOrHangUp();
        });
        hangUpIfUp(robot, on);
        // In the middle of a prompt, paused.
        on.call(robot);
        on.await(() -> on.desk.calls().state().playing() != null);
        robot.clickOn("#call-pause");
        on.await(() -> on.desk.calls().state().phase() == CallState.Phase.PAUSED);
        robot.type(KeyCode.ESCAPE);
        on.awaitEnd();
        // While the world is asked.
        on.call(robot);
        on.skipTo(robot, "choose-language");
        robot.clickOn("#key-1");
        on.await(() -> on.desk.calls().state().question() != null);
        assertThat(on.look(robot, "question", Node.class).isVisible()).isTrue();
        robot.clickOn("#call-button");
        on.awaitEnd();
        assertThat(on.look(robot, "question", Node.class).isVisible()).isFalse();
        assertThat(on.look(robot, "call-outcome", Label.class).getText()).contains("hung up");
        assertThat(on.nodes()).as("the hang-up handler").endsWith("caller-left");
    }

    private static void hangUpIfUp(FxRobot robot, Desk on) {
        on.await(() -> on.desk.calls().state().phase() != CallState.Phase.IDLE);
        robot.interact(on.desk.calls()::hangUp);
        on.awaitEnd();
    }

    @Test
    void thePersonSetsTheClockWhenTheFlowLooksAtIt(FxRobot robot) {
        Desk on = open(robot, "main-menu");
        onMondayAtTen(robot);
        robot.interact(() -> on.desk.calls().world(on.desk.calls().world()
                .withPolicy(WorldKind.CLOCK, AnswerPolicy.ASK)));
        on.call(robot);
        on.skipTo(robot, "choose-language");
        robot.clickOn("#key-1");
        on.await(() -> on.desk.calls().state().question() != null);
        assertThat(on.look(robot, "question", Node.class).lookupAll(".question-title"))
                .allSatisfy(
                        title -> assertThat(((Label) title).getText()).contains("hours").contains("Mon 2 Mar 10:00"));
        robot.clickOn("Sun 8 Mar 23:59");
        on.await(() -> on.nodes().contains("closed"));
        assertThat(on.trace(robot)).anyMatch(line -> "closed".equals(line.exit()) && line.what().contains("Sunday"));
    }
}
