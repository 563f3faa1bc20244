package org.ivrea.designer.window;

import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Wires;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemsTest extends WindowFixture {
    @BeforeEach
    void brokenByAnEdit() {
        robot.interact(() -> editor().apply(
                Wires.disconnect(List.of(new ExitRef("welcome", "next")))));
        await(() -> window().isAnalysed() && !session().workspace().analysis().problems().isEmpty());
    }

    @Test
    void problemsAppearAsTheFlowIsEditedAndGoWhenItIsUndone() {
        assertThat(list().getItems()).isNotEmpty();

        robot.interact(() -> editor().undo());
        await(() -> list().getItems().isEmpty());
    }

    @Test
    void enterOnAProblemGoesToItsNode() {
        robot.interact(() -> {
            list().requestFocus();
            list().getSelectionModel().select(1);
        });
        robot.type(KeyCode.ENTER);

        assertThat(editor().selection().nodes()).hasSize(1);
    }

    @Test
    void aClickOnAProblemGoesToItsNode() {
        robot.clickOn("#problem-list .problem-node");

        assertThat(editor().selection().nodes()).hasSize(1);
    }

    @Test
    void theListIsFilteredByTextAndSeverity() {
        robot.clickOn("#problem-filter").write("no such text");
        assertThat(list().getItems()).isEmpty();

        robot.eraseText("no such text".length());
        assertThat(list().getItems()).isNotEmpty();
        for (String severity : new String[] {"error", "warning", "info"}) {
            robot.interact(() -> this.<ToggleButton>find("filter-" + severity).fire());
        }
        assertThat(list().getItems()).isEmpty();
    }

    private ListView<?> list() {
        return find("problem-list");
    }
}
