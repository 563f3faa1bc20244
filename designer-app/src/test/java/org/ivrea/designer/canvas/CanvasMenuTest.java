package org.ivrea.designer.canvas;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.view.Minimap;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Menus of the right button, and double-clicks: what is chosen happens where the pointer was.
class CanvasMenuTest extends CanvasFixture {

    @AfterEach
    void release() {
        robot.release(MouseButton.SECONDARY);
    }

    @Test
    void onTheGroundTheMenuIsNotAboutWhatIsSelectedElsewhere() {
        select("loose");
        robot.rightClickOn(at(100, 500));
        assertThat(editor.selection().isEmpty()).isTrue();
        assertThat(robot.lookup("#canvas-menu-add").tryQuery()).isPresent();
        assertThat(robot.lookup("#canvas-menu-rename").tryQuery()).isEmpty();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theKeyForMenusOpensItAtWhatIsSelected() {
        select("loose");
        robot.interact(() -> canvas().requestFocus());
        robot.type(KeyCode.CONTEXT_MENU);
        assertThat(robot.lookup("#canvas-menu-rename").tryQuery()).isPresent();
        Bounds box = find("node-loose").localToScreen(find("node-loose").getLayoutBounds());
        Window menu = robot.lookup("#canvas-menu-rename").query().getScene().getWindow();
        assertThat(menu.getX()).isBetween(box.getMinX() - 20, box.getMaxX());
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#canvas-menu-rename").tryQuery()).isEmpty();

        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        assertThat(robot.lookup("#canvas-menu-rename").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void theMenuPastesWhereItWasOpened() {
        select("loose");
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        robot.rightClickOn(at(100, 500));
        robot.clickOn("#canvas-menu-paste");

        String copy = editor.selection().nodes().first();
        assertThat(place(copy).x()).isEqualTo(100);
        assertThat(place(copy).y()).isEqualTo(500);
    }

    @Test
    void theMenuAddsWhereItWasOpened() {
        robot.rightClickOn(at(140, 520));
        robot.clickOn("#canvas-menu-add");
        robot.write("wait").type(KeyCode.ENTER);

        String added = editor.selection().nodes().first();
        assertThat(document(added).type()).isEqualTo("wait");
        assertThat(box(added).bounds().contains(140, 520)).isTrue();
    }

    private Point2D middleOfEdge() {
        Point2D from = port("menu", "sales");
        Box to = box("bye");
        return from.midpoint(at(to.entryX(), to.entryY()));
    }

    @Test
    void theMenuOfAnEdgeInsertsANodeAndLeadsToItsEnds() {
        robot.rightClickOn(middleOfEdge());
        assertThat(editor.selection()).isEqualTo(Selection.ofEdge(new ExitRef("menu", "sales")));
        robot.clickOn("#canvas-menu-insert");
        robot.write("wait").type(KeyCode.ENTER);
        String added = editor.selection().nodes().first();
        assertThat(document("menu").target("sales")).isEqualTo(added);
        assertThat(document(added).exits().toString()).contains("bye");
        robot.interact(editor::undo);
        assertThat(document("menu").target("sales")).isEqualTo("bye");

        robot.rightClickOn(middleOfEdge());
        robot.clickOn("#canvas-menu-target");
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("bye"));
    }

    @Test
    void aDoubleClickOnAnEdgeInsertsAndOnALooseExitGoesOn() {
        robot.doubleClickOn(middleOfEdge());
        robot.write("wait").type(KeyCode.ENTER);
        assertThat(document("menu").target("sales")).isEqualTo(editor.selection().nodes().first());
        robot.interact(editor::undo);

        robot.doubleClickOn(port("loose", "next"));
        robot.write("hang").type(KeyCode.ENTER);
        String added = editor.selection().nodes().first();
        assertThat(document("loose").target("next")).isEqualTo(added);
        assertThat(box(added).bounds().x()).isGreaterThan(box("loose").bounds().maxX());
    }

    @Test
    void nothingLiesBelowTheMapWhenTheFlowIsFitted() {
        // Low and to the right, where the map is; and much more wide than high, so that the height is no matter.
        robot.interact(() -> {
            editor.apply(org.ivrea.designer.edit.Moves.by(editor.document(), java.util.Set.of("bye"), 900, 700));
            canvas().fit();
        });
        settle();
        Node map = find("minimap");
        assertThat(map.isVisible()).isTrue();
        var covered = map.localToScreen(map.getLayoutBounds());
        for (Box box : canvas().view().graph().boxes()) {
            Point2D corner = at(box.bounds().maxX(), box.bounds().maxY());
            assertThat(corner.getX() <= covered.getMinX() || corner.getY() <= covered.getMinY()).as(box.id()).isTrue();
        }
        assertThat(map.getLayoutBounds().getWidth()).isEqualTo(Minimap.WIDTH);
    }
}
