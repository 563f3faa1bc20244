package org.ivrea.designer.window;

import java.nio.file.Files;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.Nodes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EditingTest extends WindowFixture {
    @Test
    void theMainFlowIsInFrontAndTheStatusBarSaysHowThingsStand() {
        assertThat(session().tabs().front().orElseThrow().flow()).isEqualTo(FLOW);
        assertThat(this.<Label>find("status-place").getText()).isEqualTo("Example Bank · bank");
        assertThat(this.<Label>find("status-languages").getText()).isEqualTo("en");
    }

    @Test
    void anEditMarksTheTabUntilItIsSavedByKey() throws Exception {
        rename("Hello");
        assertThat(dirtyMarkShown()).isTrue();
        assertThat(window().stage().getTitle()).endsWith("•");

        robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        await(() -> !editor().isDirty());

        assertThat(dirtyMarkShown()).isFalse();
        assertThat(Files.readString(project.resolve("flows/bank.flow.json"))).contains("\"Hello\"");
        assertThat(this.<Label>find("status-saved").getText()).startsWith("Saved ");
    }

    @Test
    void undoAndRedoAreNamedInTheMenuAndDoneByKeys() {
        rename("Hello");
        MenuItem undo = item("edit.undo");
        assertThat(undo.getText()).startsWith("_Undo labelling of");

        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(label("welcome")).isEqualTo("Welcome");
        assertThat(undo.isDisable()).isTrue();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.Z).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(label("welcome")).isEqualTo("Hello");
    }

    @Test
    void leavingWithUnsavedChangesAsksFirst() {
        rename("Hello");
        javafx.application.Platform.runLater(() -> window().run("file.welcome"));
        await(() -> robot.lookup(".ivrea-dialog").tryQuery().isPresent());

        robot.clickOn("Cancel");
        assertThat(window().session()).isPresent();
        assertThat(editor().isDirty()).isTrue();
    }

    @Test
    void tabsAreSteppedThroughAndClosedByKeysAndRemembered() {
        robot.press(KeyCode.CONTROL).type(KeyCode.PAGE_DOWN).release(KeyCode.CONTROL);
        assertThat(session().tabs().front().orElseThrow().flow()).isEqualTo("sign-in");

        robot.press(KeyCode.CONTROL).type(KeyCode.W).release(KeyCode.CONTROL);
        assertThat(session().tabs().open().flows()).containsExactly(FLOW);

        robot.interact(window()::showWelcome);
        assertThat(settings.get().recent().firstEntry().getValue().flows()).containsExactly(FLOW);
    }

    @Test
    void panelsCloseAndOpenAtTheirSizes() {
        robot.interact(() -> window().run("view.palette"));
        await(() -> !session().layout().isPaletteOpen());
        assertThat(isThere("palette")).isFalse();

        robot.interact(() -> window().run("view.palette"));
        await(() -> session().palette().getScene() != null && session().palette().getWidth() > 0);
        assertThat(session().palette().getWidth()).isBetween(225.0, 240.0);
    }

    @Test
    void theDrawingStaysAsItIsWhenTheRoomForItChanges() {
        var canvas = session().canvas().orElseThrow();
        assertThat(canvas.zoomProperty().get()).as("too large to be read as a whole").isEqualTo(1);
        double height = canvas.getHeight();
        robot.interact(() -> window().run("view.bottom"));
        await(() -> canvas.getHeight() > height);
        assertThat(canvas.zoomProperty().get()).isEqualTo(1);
    }

    private void rename(String label) {
        robot.interact(() -> editor().apply(Nodes.label(editor().document(), "welcome", label)));
    }

    private boolean dirtyMarkShown() {
        return robot.lookup("#tab-bank .dirty-mark").tryQuery().map(javafx.scene.Node::isVisible).orElse(false);
    }

    private MenuItem item(String action) {
        javafx.scene.control.MenuBar bar = find("menu-bar");
        return bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> ("menu-" + action).equals(item.getId())).findFirst().orElseThrow();
    }
}
