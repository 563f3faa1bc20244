package org.ivrea.designer.window;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.Selection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Selected nodes become a subflow; and what becomes of callers when flows change their name or go.
class ExtractingTest extends WindowFixture {

    private void extract(String... nodes) {
        robot.interact(() -> {
            editor().select(Selection.ofNodes(List.of(nodes)));
            session().canvas().orElseThrow().requestFocus();
        });
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.U).release(KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> robot.lookup(".ivrea-dialog").tryQuery().isPresent());
    }

    private String said() {
        return ((DialogPane) robot.lookup(".ivrea-dialog").query()).getContentText();
    }

    @Test
    void oneStepForBothFlows() {
        extract("welcome");
        robot.interact(() -> robot.lookup("#ask-text").<TextField>query().setText("greeting"));
        robot.interact(() -> robot.lookup("#ask-ok").<Button>query().fire());
        await(() -> session().workspace().editor("greeting").isPresent());

        assertThat(editor().document().nodes()).containsKey("greeting").doesNotContainKey("welcome");
        assertThat(type("greeting")).isEqualTo("subflow");
        assertThat(editor().selection().nodes()).containsExactly("greeting");
        awaitProject();
        assertThat(session().workspace().analysis().problems()).isEmpty();

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(editor().document().nodes()).containsKey("welcome");
        assertThat(session().workspace().editor("greeting")).isEmpty();
    }

    @Test
    void whyItCannotBeIsSaid() {
        extract("entry");
        assertThat(said()).contains("Call comes in");
        robot.clickOn("OK");
        assertThat(editor().undoName()).isNull();
    }

    @Test
    void callersFollowWhenAFlowGoes() {
        robot.interact(() -> session().openFlow("sign-in"));
        javafx.application.Platform.runLater(() -> window().run("file.deleteFlow"));
        await(() -> robot.lookup(".ivrea-dialog").tryQuery().isPresent());
        assertThat(said()).contains("bank · ");

        robot.clickOn("Delete it and its calls");
        await(() -> session().workspace().editor("sign-in").isEmpty());
        await(() -> session().workspace().usesOf("sign-in").isEmpty());
        assertThat(session().workspace().editor("bank").orElseThrow().undoName()).startsWith("deletion of");
    }

    @Test
    void callersFollowWhenAnExitIsRenamed() {
        String exit = session().workspace().editor("sign-in").orElseThrow().document().exits().getFirst();
        robot.interact(() -> session().workspace().renameExit("sign-in", exit, "renamed"));

        var caller = session().workspace().usesOf("sign-in").getFirst();
        var node = session().workspace().editor(caller.flow()).orElseThrow().document().node(caller.node());
        assertThat(node).isNotNull();
        assertThat(java.util.Objects.requireNonNull(node).exits()).containsKey("renamed").doesNotContainKey(exit);
        awaitProject();
        assertThat(session().workspace().analysis().problems()).isEmpty();

        robot.interact(() -> session().workspace().editor("bank").orElseThrow().undo());
        assertThat(session().workspace().editor("sign-in").orElseThrow().document().exits()).contains(exit)
                .doesNotContain("renamed");
        robot.interact(() -> session().workspace().editor("sign-in").orElseThrow().redo());
        assertThat(session().workspace().editor("bank").orElseThrow().redoName()).isNull();
    }
}
