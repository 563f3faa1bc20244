package org.ivrea.designer.canvas;

import javafx.scene.input.KeyCode;
import org.ivrea.flow.document.FlowDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmptyFlowTest extends CanvasFixture {

    @Override
    FlowDocument flow() {
        return FlowDocument.empty("Test");
    }

    @Test
    void anEmptyFlowSaysHowToBegin() {
        assertThat(find("empty-hint").isVisible()).isTrue();
        robot.clickOn("#empty-add");
        robot.write("entry").type(KeyCode.ENTER);

        assertThat(editor.document().nodes()).hasSize(1);
        assertThat(editor.document().start()).isEqualTo("entry");
        assertThat(find("empty-hint").isVisible()).isFalse();
    }

    @Test
    void aNodeAddedToASelectedOneIsWiredToIt() {
        robot.interact(() -> canvas().add("entry"));
        robot.interact(() -> canvas().add("play"));
        robot.interact(() -> canvas().add("hangup"));

        assertThat(document("entry").target("next")).isEqualTo("play");
        assertThat(document("play").target("next")).isEqualTo("hangup");
        assertThat(box("play").bounds().x()).isGreaterThan(box("entry").bounds().maxX());
    }

    @Test
    void aDropFromThePaletteAddsANodeThere() {
        robot.interact(() -> {
            canvas().previewAt(500, 400);
            canvas().addAt("menu", 500, 400);
        });

        var visible = canvas().view().viewport().visible();
        assertThat(box("menu").bounds().contains(visible.x() + 500, visible.y() + 400)).isTrue();
    }
}
