package org.ivrea.designer.window;

import java.nio.file.Files;
import javafx.application.Platform;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.canvas.view.ViewOptions;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.settings.ThemeChoice;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What a person likes one way or the other.
class PreferencesTest extends WindowFixture {

    private void open() {
        Platform.runLater(() -> window().run("file.preferences"));
        await(() -> robot.lookup("#preferences").tryQuery().isPresent());
    }

    private void leave() {
        robot.clickOn("Close");
        await(() -> robot.lookup("#preferences").tryQuery().isEmpty());
    }

    @Test
    void choicesAreSeenAtOnceAndKept() {
        open();
        robot.clickOn("#preferences-grid").clickOn("#preferences-minimap").clickOn("#preferences-snap")
                .clickOn("#preferences-theme-dark");
        leave();

        assertThat(window().session().orElseThrow().canvas().orElseThrow().lookup("#minimap").isVisible()).isFalse();
        var kept = SettingsStore.in(project.resolveSibling("settings")).get();
        assertThat(kept.preferences().grid()).isFalse();
        assertThat(kept.preferences().snap()).isFalse();
        assertThat(kept.preferences().animations()).isTrue();
        assertThat(kept.theme()).isEqualTo(ThemeChoice.DARK);
        robot.interact(() -> window().settings().change(now -> now.withTheme(ThemeChoice.LIGHT)));
        robot.interact(window()::applyTheme);
    }

    @Test
    void flowsThatAreOpenedLaterAreShownSoAsWell() {
        open();
        robot.clickOn("#preferences-minimap");
        leave();
        robot.press(KeyCode.CONTROL).type(KeyCode.PAGE_DOWN).release(KeyCode.CONTROL);
        await(() -> session().canvas().isPresent());
        assertThat(session().canvas().orElseThrow().lookup("#minimap").isVisible()).isFalse();
        assertThat(ViewOptions.USUAL.minimap()).isTrue();
    }

    @Test
    void everythingIsSavedWhenTheWindowIsLeft() throws Exception {
        open();
        assertThat(this.<CheckBox>find("preferences-autosave").isSelected()).isFalse();
        robot.clickOn("#preferences-autosave");
        leave();
        robot.interact(() -> editor().apply(Nodes.label(editor().document(), "welcome", "Hello")));

        robot.interact(window()::left);
        await(() -> !editor().isDirty());
        assertThat(Files.readString(project.resolve("flows/bank.flow.json"))).contains("\"Hello\"");
    }
}
