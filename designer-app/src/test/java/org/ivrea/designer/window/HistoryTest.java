package org.ivrea.designer.window;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.Nodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The panel of what was done.
class HistoryTest extends WindowFixture {

    @BeforeEach
    void editAndOpen() {
        for (String label : new String[] {"One", "Two", "Three"}) {
            robot.interact(() -> {
                editor().seal();
                editor().apply(Nodes.label(editor().document(), "welcome", label));
            });
        }
        robot.interact(() -> window().run("view.history"));
        awaitNode("history-list");
    }

    private ListView<String> list() {
        return find("history-list");
    }

    @Test
    void stepsAreListedByNameAndAClickGoesThere() {
        assertThat(list().getItems()).hasSize(4);
        assertThat(list().getItems().getLast()).startsWith("labelling of");

        robot.clickOn("#history-list .list-cell:filled");
        assertThat(label("welcome")).isEqualTo("Welcome");
        // What was undone is still there to go to.
        assertThat(list().getItems()).hasSize(4);
        assertThat(editor().steps().done()).isZero();
    }

    @Test
    void itIsUsedByKeysAsWell() {
        robot.interact(() -> {
            list().requestFocus();
            list().getSelectionModel().select(2);
        });
        robot.type(KeyCode.ENTER);
        assertThat(label("welcome")).isEqualTo("Two");
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        robot.interact(() -> editor().goTo(1));
        robot.interact(() -> editor().apply(Nodes.note(editor().document(), "welcome", "Later")));
        assertThat(list().getItems()).hasSize(3);
    }
}
