package org.ivrea.designer.window;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// A flow is drawn from nothing without a mouse: the focus is always where one goes on.
class KeyboardTest extends WindowFixture {

    private void shortcut(KeyCode... keys) {
        robot.press(keys);
        robot.release(keys);
    }

    @Test
    void anOpenedProjectAndATabThatComesToTheFrontHaveTheFocus() {
        await(this::drawingHasFocus);
        robot.interact(() -> find("palette-search").requestFocus());
        shortcut(KeyCode.CONTROL, KeyCode.PAGE_DOWN);
        await(this::drawingHasFocus);
        assertThat(window().actions().get("flow.tidy").enabled().getAsBoolean()).as("as the drawing is there").isTrue();
    }

    private boolean isFocusIn(String id) {
        Node owner = window().scene().getFocusOwner();
        return owner != null && isIn(owner, find(id));
    }

    @Test
    void aKeyLeadsFromEachPartOfTheWindowToTheNextAndAnotherBack() {
        await(this::drawingHasFocus);
        robot.type(KeyCode.F6);
        await(() -> isFocusIn("inspector"));
        robot.type(KeyCode.F6);
        await(() -> isFocusIn("bottom-panels"));
        robot.type(KeyCode.F6);
        await(() -> find("palette-search").isFocused());
        robot.type(KeyCode.F6);
        await(this::drawingHasFocus);
        shortcut(KeyCode.SHIFT, KeyCode.F6);
        await(() -> find("palette-search").isFocused());

        robot.interact(() -> session().layout().showPalette(false));
        robot.interact(() -> session().layout().showInspector(false));
        robot.interact(() -> session().tabs().focusFront());
        robot.type(KeyCode.F6);
        await(() -> isFocusIn("bottom-panels"));
        robot.type(KeyCode.F6);
        await(this::drawingHasFocus);
    }

    @Test
    void aFlowIsMadeDrawnWiredSpokenAndSaved() {
        await(this::drawingHasFocus);
        shortcut(KeyCode.CONTROL, KeyCode.N);
        await(() -> isThere("ask-text") && find("ask-text").isFocused());
        robot.targetWindow(find("ask-text").getScene().getWindow());
        robot.write("callback").type(KeyCode.ENTER);
        robot.targetWindow(window().stage());
        await(() -> session().editor().map(it -> it.flow().equals("callback")).orElse(false) && drawingHasFocus());

        robot.write("/");
        await(() -> isThere("node-picker") && find("node-picker").isVisible());
        robot.write("play").type(KeyCode.ENTER);
        await(() -> editor().document().nodes().size() == 1 && drawingHasFocus());
        robot.type(KeyCode.ENTER);
        robot.write("Hello").type(KeyCode.TAB);
        robot.write("Thank you for calling.");
        await(() -> editor().document().nodes().toString().contains("Thank you for calling."));
        assertThat(label("play")).isEqualTo("Hello");

        robot.type(KeyCode.ESCAPE);
        await(this::drawingHasFocus);
        robot.write("/");
        robot.write("hang").type(KeyCode.ENTER);
        await(() -> editor().document().nodes().size() == 2);
        assertThat(java.util.Objects.requireNonNull(editor().document().node("play")).target("next"))
                .isEqualTo("hangup");
        assertThat(editor().document().start()).isEqualTo("play");

        shortcut(KeyCode.CONTROL, KeyCode.S);
        await(() -> !editor().isDirty());
        awaitProject();
        assertThat(session().workspace().analysis().problemsOf("callback"))
                .noneMatch(problem -> problem.severity() == org.ivrea.flow.problem.Severity.ERROR);
    }
}
