package org.ivrea.designer.canvas;

import javafx.scene.input.KeyCode;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnnotationsTest extends CanvasFixture {

    @Override
    FlowDocument flow() {
        return super.flow()
                .withNode("note", NodeDocument.of("comment").withField("text", Json.of("Recording is announced.")))
                .withLayout("note", new LayoutEntry(40, 300, 200, 100))
                .withNode("frame", NodeDocument.of("group").withLabel("Later"))
                .withLayout("frame", new LayoutEntry(320, 360, 300, 240))
                .withNode("other", NodeDocument.of("subflow").withField("flow", Json.of("sign-in")))
                .withLayout("other", new LayoutEntry(700, 300));
    }

    @Test
    void aFrameTakesAlongWhatLiesInIt() {
        drag(at(340, 374), at(380, 394));

        assertThat(place("frame")).isEqualTo(new LayoutEntry(360, 380, 300, 240));
        assertThat(place("loose")).isEqualTo(new LayoutEntry(400, 440));
        assertThat(place("menu")).isEqualTo(new LayoutEntry(360, 60));
    }

    @Test
    void theInsideOfAFrameIsGround() {
        drag(at(330, 400), at(350, 410));

        assertThat(place("frame")).isEqualTo(new LayoutEntry(320, 360, 300, 240));
    }

    @Test
    void aNoteIsResizedByItsCorner() {
        drag(at(236, 396), at(289, 441));

        assertThat(place("note")).isEqualTo(new LayoutEntry(40, 300, 250, 150));
        robot.interact(editor::undo);
        assertThat(place("note")).isEqualTo(new LayoutEntry(40, 300, 200, 100));
    }

    @Test
    void doubleClickEditsTheTextOfANote() {
        robot.doubleClickOn(at(120, 340));
        robot.write("Ask legal").press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);

        assertThat(document("note").field("text")).isEqualTo(Json.of("Ask legal"));
    }

    @Test
    void doubleClickOnASubflowOpensIt() {
        robot.doubleClickOn(title("other"));

        assertThat(opened).containsExactly("sign-in");
    }
}
