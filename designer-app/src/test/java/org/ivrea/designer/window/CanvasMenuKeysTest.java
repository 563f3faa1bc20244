package org.ivrea.designer.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.ivrea.designer.canvas.FlowCanvas;
import org.junit.jupiter.api.Test;
import org.testfx.service.query.PointQuery;

import static org.assertj.core.api.Assertions.assertThat;

/// The drawing's own menu names the keys that the window has for the same.
class CanvasMenuKeysTest extends WindowFixture {

    private List<MenuItem> menuAt(PointQuery place) {
        robot.rightClickOn(place);
        await(() -> menus().findAny().isPresent());
        return menus().flatMap(menu -> menu.getItems().stream()).toList();
    }

    private static Stream<ContextMenu> menus() {
        return Window.getWindows().stream().filter(ContextMenu.class::isInstance).map(ContextMenu.class::cast);
    }

    private FlowCanvas drawing() {
        return session().tabs().canvas().orElseThrow();
    }

    private void assertKeys(List<MenuItem> items, String item, String action) {
        MenuItem found = items.stream().filter(it -> ("canvas-menu-" + item).equals(it.getId())).findFirst()
                .orElseThrow();
        assertThat(found.getAccelerator()).as(item)
                .isEqualTo(Objects.requireNonNull(window().actions().get(action).keys()));
    }

    @Test
    void itNamesTheKeysOfTheWindow() {
        robot.interact(() -> drawing().reveal("goodbye"));
        awaitNode("node-goodbye");
        List<MenuItem> ofNode = menuAt(robot.point("#node-goodbye"));
        assertKeys(ofNode, "rename", "flow.rename");
        assertKeys(ofNode, "duplicate", "edit.duplicate");
        assertKeys(ofNode, "delete", "edit.delete");
        assertKeys(ofNode, "disable", "flow.disable");
        assertKeys(ofNode, "extract", "flow.extract");
        robot.type(KeyCode.ESCAPE);

        List<MenuItem> ofNothing = menuAt(robot.point(drawing()).atPosition(Pos.TOP_LEFT).atOffset(6, 6));
        assertKeys(ofNothing, "paste", "edit.paste");
        assertKeys(ofNothing, "tidy", "flow.tidy");
        assertKeys(ofNothing, "fit", "view.zoomFit");
        robot.type(KeyCode.ESCAPE);
    }
}
