package org.ivrea.designer.canvas;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.flow.document.LayoutEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTest extends CanvasFixture {

    @Test
    void arrowsMoveTheSelectionAndAreUndoneTogether() {
        select("loose");
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN);
        assertThat(place("loose")).isEqualTo(new LayoutEntry(380, 430));
        robot.press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        assertThat(place("loose")).isEqualTo(new LayoutEntry(280, 430));

        robot.interact(editor::undo);
        assertThat(place("loose")).isEqualTo(new LayoutEntry(360, 420));
    }

    @Test
    void tabGoesFromNodeToNodeAndOutAtTheEnd() {
        for (String expected : new String[] {"welcome", "menu", "loose", "bye"}) {
            robot.type(KeyCode.TAB);
            assertThat(editor.selection()).isEqualTo(Selection.ofNode(expected));
        }
        robot.press(KeyCode.SHIFT).type(KeyCode.TAB).release(KeyCode.SHIFT);
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("loose"));
    }

    @Test
    void enterAsksForTheFieldsAndF2ForTheTitle() {
        select("menu");
        robot.type(KeyCode.ENTER);
        assertThat(fields).containsExactly("menu");

        robot.type(KeyCode.F2);
        robot.write("Choices").type(KeyCode.ENTER);
        assertThat(document("menu").label()).isEqualTo("Choices");
        assertThat(canvas().view().isFocused()).isTrue();
    }

    @Test
    void deleteRemovesNodesAndWhatLedToThem() {
        select("menu");
        robot.type(KeyCode.DELETE);

        assertThat(editor.document().node("menu")).isNull();
        assertThat(document("welcome").target("next")).isNull();
        assertThat(robot.lookup("#node-menu").tryQuery()).isEmpty();
    }

    @Test
    void copiesArePastedAtThePointer() {
        select("menu", "bye");
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("\"menu\""));
        robot.moveTo(at(100, 500));
        robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);

        assertThat(editor.document().nodes()).hasSize(6);
        assertThat(editor.selection().nodes()).hasSize(2).allMatch(id -> place(id).y() == 500);
        String menu = editor.selection().nodes().stream().filter(id -> document(id).type().equals("menu")).findFirst()
                .orElseThrow();
        assertThat(editor.selection().nodes()).contains(Objects.requireNonNull(document(menu).target("sales")));
    }

    @Test
    void cutAndDuplicate() {
        select("loose");
        robot.press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        assertThat(editor.document().nodes()).hasSize(5);
        robot.press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);
        assertThat(editor.document().nodes()).hasSize(4).containsKey("loose");
    }

    @Test
    void selectAllAndEscape() {
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        assertThat(editor.selection().nodes()).hasSize(4);
        assertThat(editor.selection().edges()).hasSize(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(editor.selection().isEmpty()).isTrue();
    }

    @Test
    void slashAddsANodeByName() {
        robot.moveTo(at(100, 500));
        robot.write("/");
        settle();
        assertThat(find("node-picker").isVisible()).isTrue();
        robot.write("business").type(KeyCode.ENTER);

        String added = editor.selection().nodes().first();
        assertThat(document(added).type()).isEqualTo("hours");
        assertThat(document(added).exits()).containsKeys("open", "closed");
        assertThat(canvas().view().isFocused()).isTrue();
    }

    @Test
    void thePickerIsChosenFromByArrows() {
        robot.write("/");
        robot.write("record").type(KeyCode.DOWN).type(KeyCode.ENTER);

        assertThat(editor.document().nodes()).hasSize(5);
        assertThat(document(editor.selection().nodes().first()).type()).isEqualTo("callRecording");
    }

    @Test
    void theMenuOfTheRightButtonDoesWhatItSays() {
        robot.rightClickOn(title("loose"));
        robot.clickOn("#canvas-menu-disable");
        assertThat(document("loose").disabled()).isTrue();

        robot.rightClickOn(title("loose"));
        robot.clickOn("#canvas-menu-breakpoint");
        assertThat(breakpoints).containsExactly("loose");
        robot.release(MouseButton.SECONDARY);
    }

    @Test
    void anExitGetsABreakpointWhereItsRowItsPortOrItsEdgeIs() {
        robot.rightClickOn(port("loose", "next"));
        robot.clickOn("#canvas-menu-exit-breakpoint");
        robot.rightClickOn(port("menu", "support").subtract(60, 0));
        robot.clickOn("#canvas-menu-exit-breakpoint");
        assertThat(exitBreakpoints).containsExactly(new ExitRef("loose", "next"), new ExitRef("menu", "support"));

        robot.clickOn(at(300, 90)).interact(() -> editor.select(Selection.ofEdge(new ExitRef("menu", "sales"))));
        robot.interact(() -> canvas().actions().toggleBreakpoint());
        assertThat(exitBreakpoints).hasSize(3);
        assertThat(breakpoints).isEmpty();

        robot.rightClickOn(port("menu", "support").subtract(60, 0));
        robot.clickOn("#canvas-menu-exit-condition");
        assertThat(conditions).containsExactly("menu.support");

        robot.interact(() -> canvas().setOverlay(new CanvasOverlay(null, Set.of(), null, Set.of(),
                Set.of(new ExitRef("menu", "support")), Map.of(), false)));
        assertThat(robot.lookup("#breakpoint-menu-support").query().isVisible()).isTrue();
        assertThat(robot.lookup("#breakpoint-menu-sales").query().isVisible()).isFalse();
        robot.release(MouseButton.SECONDARY);
    }
}
