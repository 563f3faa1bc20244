package org.ivrea.designer.canvas;

import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WiringTest extends CanvasFixture {

    @Test
    void aDragFromAnExitToABoxWiresIt() {
        drag(port("menu", "support"), title("loose"));

        assertThat(document("menu").target("support")).isEqualTo("loose");
        robot.interact(editor::undo);
        assertThat(document("menu").target("support")).isNull();
    }

    @Test
    void anExitCanLeadBackToItsOwnBox() {
        drag(port("menu", "timeout"), title("menu"));

        assertThat(document("menu").target("timeout")).isEqualTo("menu");
    }

    @Test
    void onEmptyCanvasTheWireAsksForANewNode() {
        drag(port("menu", "support"), at(700, 500));
        assertThat(find("node-picker").isVisible()).isTrue();
        assertThat(find("wire").isVisible()).isTrue();
        robot.write("voicem").type(KeyCode.ENTER);

        String target = document("menu").target("support");
        assertThat(target).isNotNull();
        assertThat(document(String.valueOf(target)).type()).isEqualTo("voicemail");
        assertThat(find("wire").isVisible()).isFalse();
        robot.interact(editor::undo);
        assertThat(editor.document().nodes()).hasSize(4);
    }

    @Test
    void escapeInThePickerLeavesNoTrace() {
        drag(port("menu", "support"), at(700, 500));
        robot.type(KeyCode.ESCAPE);

        assertThat(find("node-picker").isVisible()).isFalse();
        assertThat(find("wire").isVisible()).isFalse();
        assertThat(editor.undoName()).isNull();
        assertThat(canvas().view().isFocused()).isTrue();
    }

    @Test
    void escapeGivesUpAWire() {
        robot.moveTo(port("menu", "support")).press(MouseButton.PRIMARY).moveTo(title("loose"));
        settle();
        assertThat(find("wire").isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);

        assertThat(find("wire").isVisible()).isFalse();
        assertThat(document("menu").target("support")).isNull();
    }

    @Test
    void theHeadOfAnEdgeCanBeLedElsewhere() {
        drag(at(box("bye").entryX() - 6, box("bye").entryY()), title("loose"));

        assertThat(document("menu").target("sales")).isEqualTo("loose");
        assertThat(editor.undoName()).contains("sales");
    }

    @Test
    void theHeadOfAnEdgeDroppedOnTheGroundIsDetached() {
        drag(at(box("bye").entryX() - 6, box("bye").entryY()), at(700, 500));

        assertThat(document("menu").target("sales")).isNull();
        assertThat(find("node-picker").isVisible()).isFalse();
    }

    @Test
    void deleteUnwiresTheSelectedEdge() {
        robot.interact(() -> editor.select(Selection.ofEdge(new ExitRef("menu", "sales"))));
        robot.type(KeyCode.DELETE);

        assertThat(document("menu").target("sales")).isNull();
        assertThat(editor.document().nodes()).hasSize(4);
    }

    @Test
    void exitsWithoutARowAreOfferedWhileTheBoxIsSelected() {
        select("loose");
        settle();
        drag(port("loose", "error"), title("bye"));

        assertThat(document("loose").target("error")).isEqualTo("bye");
    }

    @Test
    void theKeyboardAloneWiresAnExit() {
        select("menu");
        robot.type(KeyCode.W, KeyCode.DOWN, KeyCode.UP);
        settle();
        assertThat(canvas().view().emphasis().port()).isEqualTo(new ExitRef("menu", "support"));
        while (!"loose".equals(canvas().view().emphasis().target())) {
            robot.type(KeyCode.RIGHT);
        }
        robot.type(KeyCode.ENTER);

        assertThat(document("menu").target("support")).isEqualTo("loose");
    }

    @Test
    void escapeGivesUpWiringByKeys() {
        select("menu");
        robot.type(KeyCode.W, KeyCode.RIGHT, KeyCode.ESCAPE);

        assertThat(editor.undoName()).isNull();
        assertThat(canvas().view().emphasis().port()).isNull();
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("menu"));
    }
}
