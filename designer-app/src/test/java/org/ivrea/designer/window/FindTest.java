package org.ivrea.designer.window;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Finding a text in the project.
class FindTest extends WindowFixture {

    @BeforeEach
    void openFind() {
        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        awaitNode("find-input");
        await(() -> this.<TextField>find("find-input").isFocused());
        robot.clickOn("#find-input");
    }

    private ListView<?> found() {
        return find("find-list");
    }

    @Test
    void placesAreFoundWhileTypingAndEnterGoesThere() {
        robot.write("account number", 0);
        await(() -> this.<TextField>find("find-input").getText().equals("account number"));
        await(() -> !found().getItems().isEmpty());
        assertThat(this.<Label>find("find-count").getText()).contains(String.valueOf(found().getItems().size()));

        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        await(() -> !editor().selection().isEmpty());
        assertThat(editor().selection().nodes()).hasSize(1);
    }

    @Test
    void whatIsNowhereIsSaidToBeNowhere() {
        robot.write("zebra", 0);
        await(() -> !this.<Label>find("find-count").getText().isEmpty());
        assertThat(found().getItems()).isEmpty();
    }
}
