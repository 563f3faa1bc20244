package org.ivrea.designer.window;

import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaletteTest extends WindowFixture {
    private Set<String> before = Set.of();

    @BeforeEach
    void opened() {
        before = new TreeSet<>(editor().document().nodes().keySet());
    }

    @Test
    void aNodeTypeIsDraggedOntoTheCanvas() {
        Node canvas = find("canvas-bank");
        Point2D at = canvas.localToScreen(200, 40);
        robot.moveTo("#palette-menu").press(MouseButton.PRIMARY).moveTo(new Point2D(at.getX() - 20, at.getY()));
        assertThat(isThere("palette-ghost")).isTrue();
        robot.moveTo(at).release(MouseButton.PRIMARY);
        await(() -> !isThere("palette-ghost"));

        assertThat(added()).containsExactly("menu");
        assertThat(isThere("palette-ghost")).isFalse();
    }

    @Test
    void aDragThatEndsElsewhereOrByEscapeAddsNothing() {
        robot.moveTo("#palette-menu").press(MouseButton.PRIMARY).moveTo("#top-bar").release(MouseButton.PRIMARY);
        assertThat(added()).isEmpty();

        robot.moveTo("#palette-menu").press(MouseButton.PRIMARY).moveTo("#canvas-bank").type(KeyCode.ESCAPE);
        assertThat(isThere("palette-ghost")).isFalse();
        robot.release(MouseButton.PRIMARY);
        assertThat(added()).isEmpty();
    }

    @Test
    void aDoubleClickAddsANode() {
        robot.doubleClickOn("#palette-wait");

        assertThat(added()).containsExactly("wait");
    }

    @Test
    void aNodeTypeIsFoundByNameAndAddedByEnter() {
        robot.clickOn("#palette-search").write("voice").type(KeyCode.ENTER);

        assertThat(added()).hasSize(1);
        String id = added().iterator().next();
        assertThat(type(id)).isEqualTo("voicemail");
    }

    @Test
    void arrowKeysLeadThroughTheList() {
        robot.clickOn("#palette-search").type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(added()).hasSize(1);
    }

    private Set<String> added() {
        Set<String> now = new TreeSet<>(editor().document().nodes().keySet());
        now.removeAll(before);
        return now;
    }
}
