package org.ivrea.designer.canvas;

import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.flow.document.LayoutEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MouseGesturesTest extends CanvasFixture {

    @Test
    void aClickSelectsAndAClickOnTheGroundSelectsNothing() {
        robot.clickOn(title("menu"));
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("menu"));

        robot.clickOn(at(650, 500));
        assertThat(editor.selection().isEmpty()).isTrue();
    }

    @Test
    void shiftAddsToTheSelectionAndTakesOut() {
        robot.clickOn(title("menu"));
        dragHolding(KeyCode.SHIFT, title("bye"), title("bye"));
        assertThat(editor.selection().nodes()).containsExactly("bye", "menu");

        dragHolding(KeyCode.SHIFT, title("menu"), title("menu"));
        assertThat(editor.selection().nodes()).containsExactly("bye");
    }

    @Test
    void aDragMovesABoxToTheGridInOneUndoStep() {
        drag(title("loose"), title("loose").add(83, 47));

        assertThat(place("loose")).isEqualTo(new LayoutEntry(440, 470));
        assertThat(editor.undoName()).startsWith("move");
        robot.interact(editor::undo);
        assertThat(place("loose")).isEqualTo(new LayoutEntry(360, 420));
        assertThat(editor.undoName()).isNull();
        assertThat(box("loose").bounds().x()).isEqualTo(360);
    }

    @Test
    void aDragOfOneOfTheSelectedMovesAllOfThem() {
        select("menu", "loose");
        drag(title("loose"), title("loose").add(20, 30));

        assertThat(place("menu")).isEqualTo(new LayoutEntry(380, 90));
        assertThat(place("loose")).isEqualTo(new LayoutEntry(380, 450));
    }

    @Test
    void aMovedBoxComesToRestInLineWithAnother() {
        drag(title("loose"), title("loose").add(-316, 0));

        assertThat(place("loose").x()).isEqualTo(40);
    }

    @Test
    void guidesShowWhatABoxIsInLineWith() {
        robot.moveTo(title("loose")).press(MouseButton.PRIMARY).moveBy(-200, 0).moveTo(title("loose"))
                .moveTo(at(134, 439));
        settle();
        assertThat(robot.lookup(".guide").<javafx.scene.Node>queryAll()).anyMatch(javafx.scene.Node::isVisible);

        robot.release(MouseButton.PRIMARY);
        settle();
        assertThat(robot.lookup(".guide").<javafx.scene.Node>queryAll()).noneMatch(javafx.scene.Node::isVisible);
    }

    @Test
    void escapeGivesUpAMoveWithoutATrace() {
        robot.moveTo(title("loose")).press(MouseButton.PRIMARY).moveBy(60, 60);
        settle();
        assertThat(box("loose").bounds().x()).isNotEqualTo(360);

        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        assertThat(box("loose").bounds().x()).isEqualTo(360);
        assertThat(place("loose")).isEqualTo(new LayoutEntry(360, 420));
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void altDragPutsACopyElsewhere() {
        dragHolding(KeyCode.ALT, title("loose"), title("loose").add(-320, 100));

        assertThat(place("loose")).isEqualTo(new LayoutEntry(360, 420));
        String copy = editor.selection().nodes().first();
        assertThat(copy).isNotEqualTo("loose");
        assertThat(place(copy)).isEqualTo(new LayoutEntry(40, 520));
        robot.interact(editor::undo);
        assertThat(editor.document().node(copy)).isNull();
    }

    @Test
    void aMarqueeSelectsWhatItTouches() {
        drag(at(300, 20), at(600, 600));
        assertThat(editor.selection().nodes()).containsExactly("loose", "menu");
    }

    @Test
    void aMarqueeGivenUpLeavesTheSelectionAsItWas() {
        select("bye");
        robot.moveTo(at(300, 20)).press(MouseButton.PRIMARY).moveTo(at(600, 600));
        settle();
        assertThat(find("marquee").isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);

        assertThat(editor.selection()).isEqualTo(Selection.ofNode("bye"));
        assertThat(find("marquee").isVisible()).isFalse();
    }

    @Test
    void aBoxThatIsMovedToTheBorderTakesTheViewAlong() {
        double before = canvas().view().viewport().translateY();
        robot.moveTo(title("loose")).press(MouseButton.PRIMARY);
        Point2D border = canvas().view().localToScreen(WIDTH / 2, HEIGHT - 4);
        robot.moveTo(border.subtract(0, 40)).moveTo(border);
        await(() -> canvas().view().viewport().translateY() < before - 60);
        robot.release(MouseButton.PRIMARY);

        assertThat(place("loose").y()).isGreaterThan(700);
    }

    @Test
    void aClickOnAnEdgeSelectsIt() {
        Point2D exit = port("welcome", "next");
        Point2D entry = at(box("menu").entryX(), box("menu").entryY());
        robot.clickOn(exit.midpoint(entry));

        assertThat(editor.selection()).isEqualTo(Selection.ofEdge(new ExitRef("welcome", "next")));
    }

    @Test
    void aLooseNodeDroppedOnAnEdgeIsPutIntoIt() {
        Point2D exit = port("menu", "sales");
        Point2D entry = at(box("bye").entryX(), box("bye").entryY());
        robot.interact(() -> editor.apply(org.ivrea.designer.edit.Moves.by(editor.document(),
                java.util.List.of("bye"), 260, 0)));
        settle();
        drag(title("loose"), exit.midpoint(entry).add(110, 10));

        assertThat(document("menu").target("sales")).isEqualTo("loose");
        assertThat(document("loose").target("next")).isEqualTo("bye");
        robot.interact(editor::undo);
        assertThat(document("menu").target("sales")).isEqualTo("bye");
        assertThat(place("loose")).isEqualTo(new LayoutEntry(360, 420));
    }

    @Test
    void doubleClickEditsTheTitle() {
        robot.doubleClickOn(title("welcome"));
        robot.write("Hello").type(KeyCode.ENTER);

        assertThat(document("welcome").label()).isEqualTo("Hello");
        assertThat(robot.lookup("#title-editor").tryQuery()).isEmpty();
    }

    @Test
    void escapeGivesUpTheNewTitle() {
        robot.doubleClickOn(title("welcome"));
        robot.write("Hello").type(KeyCode.ESCAPE);

        assertThat(document("welcome").label()).isEqualTo("Welcome");
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void aReadOnlyCanvasCanBeLookedAtOnly() {
        robot.interact(() -> canvas().setReadOnly(true));
        drag(title("loose"), title("loose").add(80, 40));
        drag(port("menu", "support"), title("loose"));
        select("loose");
        robot.type(KeyCode.DELETE);

        assertThat(editor.undoName()).isNull();
        assertThat(box("loose").bounds().x()).isEqualTo(360);
    }
}
