package org.ivrea.designer.inspector;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Selection;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CompoundEditorsTest extends InspectorFixture {

    @Test
    void anErrorInAnExpressionIsSaidWithItsColumnAndGoesAwayWhenItIsCorrected() {
        select("menu");
        focus("menu", "/choices/1/when");
        await(() -> says("Column 16"));
        retype("balance > 1.0");
        await(() -> !says("Column"));
        assertThat(field("menu", "choices").toString()).contains("\"when\":\"balance > 1.0\"");
        undoAll();
    }

    @Test
    void namesOfVariablesAreCompleted() {
        await(() -> project.workspace().analysis().revision() > 0);
        select("decision");
        focus("decision", "/cases/0/when");
        push(KeyCode.CONTROL, KeyCode.A);
        push(KeyCode.DELETE);
        write("bal", 0);
        push(KeyCode.ENTER);
        assertThat(field("decision", "cases").toString()).contains("\"when\":\"balance\"");
        undoAll();
    }

    @Test
    void choicesAreAddedMovedAndRemoved() {
        select("menu");
        fire("add-choices");
        assertThat(field("menu", "choices").toString()).endsWith("{\"keys\":\"3\",\"exit\":\"option\"}]")
                .contains("\"keys\":\"2\"");
        focus("menu", "/choices/0/keys");
        press(KeyCode.ALT).push(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(field("menu", "choices").toString()).startsWith("[{\"keys\":\"2\"");
        undoAll();
    }

    @Test
    void anObjectIsSwitchedOnAndOff() {
        select("menu");
        fire("field-directdial");
        assertThat(field("menu", "directDial")).isEqualTo(Json.obj());
        focus("menu", "/directDial/minDigits");
        retype("4");
        assertThat(field("menu", "directDial")).isEqualTo(Json.obj("minDigits", Json.of(4)));
        fire("field-directdial");
        assertThat(node("menu").field("directDial")).isNull();
        undoAll();
    }

    @Test
    void partsOfAPromptAreEditedByWhatTheyAre() {
        select("say");
        focus("say", "/prompt/2/silenceMs");
        retype("2 s");
        focus("say", "/prompt/4/file");
        retype("bye.wav");
        push(KeyCode.ESCAPE);
        focus("say", "/prompt/0/text/de");
        retype("Sie haben");
        assertThat(field("say", "prompt").toString()).contains("{\"silenceMs\":2000}", "\"file\":\"bye.wav\"",
                "\"de\":\"Sie haben\"", "\"en\":\"Your balance is\"");
        undoAll();
    }

    @Test
    void theWeekIsDrawnByKeyboardAndByMouse() {
        select("hours");
        focus("hours", "/weekly");
        for (int day = 0; day < 6; day++) {
            push(KeyCode.DOWN);
        }
        press(KeyCode.SHIFT).push(KeyCode.RIGHT).release(KeyCode.SHIFT);
        push(KeyCode.SPACE);
        assertThat(field("hours", "weekly").toString())
                .contains("{\"days\":[\"sunday\"],\"from\":\"09:00\",\"to\":\"10:00\"}");
        clickOn("#week-weekly");
        assertThat(field("hours", "weekly").toString()).contains("thursday");
        undoAll();
    }

    @Test
    void aSubflowShowsWhatTheOtherFlowTakesAndGivesBack() {
        select("subflow");
        focus("subflow", "/inputs/currency");
        retype("'USD'");
        assertThat(field("subflow", "inputs").toString()).contains("\"currency\":\"'USD'\"");
        fire("use-exits");
        assertThat(field("subflow", "results")).isEqualTo(Json.arr(Json.of("paid"), Json.of("refused")));
        fire("open-flow");
        assertThat(project.asked).contains("flow pay");
        undoAll();
    }

    @Test
    void anUnknownNodeIsEditedAsJsonAndNothingElseThanJsonGetsIn() {
        select("future");
        TextArea area = lookup("#node-json").queryAs(TextArea.class);
        interact(() -> area.setText("{ \"wavelength\": 13"));
        assertThat(says("Line 1")).isTrue();
        assertThat(field("future", "wavelength")).isEqualTo(Json.of(12));
        interact(() -> area.setText("{ \"wavelength\": 13 }"));
        assertThat(field("future", "wavelength")).isEqualTo(Json.of(13));
        undoAll();
    }

    @Test
    void idsAreRenamedWhenTheyAreFinishedAndWiresFollow() {
        select("queue");
        interact(() -> lookup("#node-id").query().requestFocus());
        retype("Ag");
        assertThat(says("An id is")).isTrue();
        retype("agents");
        push(KeyCode.ENTER);
        assertThat(node("agents").type()).isEqualTo("queue");
        assertThat(node("menu").target("agent")).isEqualTo("agents");
        undoAll();
    }

    @Test
    void wiresSeveralNodesAndTheFlowHaveFormsOfTheirOwn() {
        await(() -> project.workspace().analysis().revision() > 0);
        interact(() -> editor.select(Selection.ofEdge(new ExitRef("menu", "timeout"))));
        assertThat(lookup("#edge-why").queryAs(Labeled.class).getText()).contains("nothing, once too often");
        interact(() -> lookup("#edge-from").queryAs(Hyperlink.class).fire());
        assertThat(project.asked).contains("node menu");

        interact(() -> editor.select(Selection.ofNodes(java.util.List.of("say", "bye"))));
        assertThat(lookup("#inspector-title").queryAs(Labeled.class).getText()).isEqualTo("2 nodes");
        fire("many-disable");
        assertThat(node("say").disabled() && node("bye").disabled()).isTrue();

        interact(() -> editor.select(Selection.NONE));
        fire("add-variables");
        retype("score");
        push(KeyCode.ENTER);
        assertThat(editor.document().variables()).containsKey("score");
        interact(() -> lookup("#flow-name").query().requestFocus());
        retype("All of it");
        assertThat(editor.document().name()).isEqualTo("All of it");
        undoAll();
    }
}
