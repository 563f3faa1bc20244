package org.ivrea.designer.window;

import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
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
        drag(MouseEvent.MOUSE_PRESSED, item("menu").localToScreen(5, 5), 1);
        drag(MouseEvent.MOUSE_DRAGGED, new Point2D(at.getX() - 20, at.getY()), 1);
        assertThat(isThere("palette-ghost")).isTrue();
        drag(MouseEvent.MOUSE_RELEASED, at, 1);

        assertThat(added()).containsExactly("menu");
        assertThat(isThere("palette-ghost")).isFalse();
    }

    @Test
    void aDragThatEndsElsewhereOrByEscapeAddsNothing() {
        Point2D outside = find("top-bar").localToScreen(300, 5);
        drag(MouseEvent.MOUSE_PRESSED, item("menu").localToScreen(5, 5), 1);
        drag(MouseEvent.MOUSE_DRAGGED, outside, 1);
        drag(MouseEvent.MOUSE_RELEASED, outside, 1);
        assertThat(added()).isEmpty();

        Point2D inside = find("canvas-bank").localToScreen(200, 40);
        drag(MouseEvent.MOUSE_PRESSED, item("menu").localToScreen(5, 5), 1);
        drag(MouseEvent.MOUSE_DRAGGED, inside, 1);
        robot.type(KeyCode.ESCAPE);
        assertThat(isThere("palette-ghost")).isFalse();
        drag(MouseEvent.MOUSE_RELEASED, inside, 1);
        assertThat(added()).isEmpty();
    }

    @Test
    void aDoubleClickAddsANode() {
        drag(MouseEvent.MOUSE_PRESSED, item("menu").localToScreen(5, 5), 2);

        assertThat(added()).containsExactly("menu");
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

    private Node item(String type) {
        return find("palette-" + type);
    }

    /// One step of a gesture with the menu's entry. Fired, as the headless platform does not deliver the release of a
    /// drag to where it began.
    private void drag(EventType<MouseEvent> type, Point2D screen, int clicks) {
        robot.interact(() -> {
            Node item = item("menu");
            Point2D at = item.localToScene(item.screenToLocal(screen));
            boolean down = type != MouseEvent.MOUSE_RELEASED;
            Event.fireEvent(item, new MouseEvent(type, at.getX(), at.getY(), screen.getX(), screen.getY(),
                    MouseButton.PRIMARY, clicks, false, false, false, false, down, false, false, false, false,
                    false, null));
        });
    }

    private Set<String> added() {
        Set<String> now = new TreeSet<>(editor().document().nodes().keySet());
        now.removeAll(before);
        return now;
    }
}
