package org.ivrea.designer.window;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.command.Entry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsTest extends WindowFixture {
    @Test
    void aCommandIsFoundByAFewLettersRunAndRememberedAsRecent() {
        openPalette();
        robot.write("dark col").type(KeyCode.ENTER);

        assertThat(isThere("command-palette")).isFalse();
        assertThat(settings.get().theme()).hasToString("DARK");
        openPalette();
        ListView<Entry> list = find("command-list");
        assertThat(list.getItems().getFirst().id()).isEqualTo("view.themeDark");
    }

    @Test
    void nodesOfAllFlowsAreFound() {
        openPalette();
        robot.write("what would you like").type(KeyCode.ENTER);

        assertThat(editor().selection().nodes()).containsExactly("services");
    }

    @Test
    void escapeClosesThePaletteAndKeysDoNotReachWhatIsBehind() {
        openPalette();
        robot.type(KeyCode.DELETE).type(KeyCode.ESCAPE);

        assertThat(isThere("command-palette")).isFalse();
        assertThat(editor().undoName()).isNull();
    }

    @Test
    void theQuestionMarkShowsTheKeysButNotWhileTyping() {
        robot.clickOn("#palette-search").write("?");
        assertThat(isThere("cheat-sheet")).isFalse();

        robot.interact(() -> find("canvas-bank").requestFocus());
        robot.write("?");
        assertThat(isThere("cheat-sheet")).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(isThere("cheat-sheet")).isFalse();
    }

    @Test
    void everyActionIsInAMenuOrHasAKey() {
        var inMenus = this.<javafx.scene.control.MenuBar>find("menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream()).map(item -> String.valueOf(item.getId())).toList();
        assertThat(window().actions().all()).allSatisfy(action -> assertThat(inMenus).contains("menu-" + action.id()));
    }

    private void openPalette() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.P).release(KeyCode.SHIFT, KeyCode.CONTROL);
        assertThat(isThere("command-palette")).isTrue();
    }
}
