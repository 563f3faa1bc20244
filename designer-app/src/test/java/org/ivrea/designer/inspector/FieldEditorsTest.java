package org.ivrea.designer.inspector;

import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FieldEditorsTest extends InspectorFixture {

    private TextField text(String id) {
        return lookup("#" + id).queryAs(TextField.class);
    }

    @Test
    void aLengthOfTimeIsTypedWithOrWithoutUnitAndUndoneInOneStep() {
        select("menu");
        focus("menu", "/timeoutMs");
        retype("1 min 30 s");
        assertThat(field("menu", "timeoutMs")).isEqualTo(Json.of(90_000));
        leave();
        interact(() -> editor.undo());
        assertThat(field("menu", "timeoutMs")).isEqualTo(Json.of(5_000));
        assertThat(text("field-timeoutms").getText()).isEqualTo("5 s");

        focus("menu", "/timeoutMs");
        retype("8");
        leave();
        assertThat(field("menu", "timeoutMs")).isEqualTo(Json.of(8_000));
        assertThat(text("field-timeoutms").getText()).isEqualTo("8 s");
        undoAll();
    }

    @Test
    void whatIsNoLengthOfTimeStaysInTheFieldWithAReasonAndOutOfTheDocument() {
        select("menu");
        focus("menu", "/timeoutMs");
        retype("soon");
        assertThat(says("“soon” is no length of time")).isTrue();
        assertThat(field("menu", "timeoutMs")).isEqualTo(Json.of(5_000));

        push(KeyCode.ESCAPE);
        assertThat(text("field-timeoutms").getText()).isEqualTo("5 s");
        assertThat(says("soon")).isFalse();
    }

    @Test
    void aLabelThatTheBoxCutsIsToldAndOneThatFitsIsNot() {
        select("wait");
        focus("wait", "/label");
        retype("Your choice?");
        assertThat(lookup("#label-cut").query().isVisible()).isFalse();
        retype("What would you like to do with your account today?");
        assertThat(lookup("#label-cut").query().isVisible()).isTrue();
        leave();
        undoAll();
    }

    @Test
    void resetTakesTheValueOutOfTheDocument() {
        select("wait");
        focus("wait", "/ms");
        retype("7");
        leave();
        var row = lookup("#row-ms").query();
        interact(() -> ((javafx.scene.control.Hyperlink) row.lookup(".inspector-reset")).fire());
        assertThat(node("wait").field("ms")).isNull();
        assertThat(text("field-ms").getText()).isEqualTo("1 s");
        undoAll();
    }

    @Test
    void onlyTelephoneKeysCanBeTyped() {
        select("say");
        focus("say", "/bargeInKeys");
        retype("3x*a");
        assertThat(field("say", "bargeInKeys")).isEqualTo(Json.of("3*A"));
        write("?", 0);
        assertThat(says("“?” is no telephone key")).isTrue();
        undoAll();
    }

    @Test
    void aChoiceIsMadeByMouseAndByArrowKeys() {
        select("say");
        focus("say", "/bargeIn");
        push(KeyCode.RIGHT);
        assertThat(field("say", "bargeIn")).isEqualTo(Json.of("none"));
        push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(field("say", "bargeIn")).isEqualTo(Json.of("allKeys"));
        undoAll();
    }

    @Test
    void aLongListOfChoicesDropsDown() {
        select("http");
        var combo = lookup("#field-method").<ComboBox<String>>query();
        interact(() -> combo.setValue("delete"));
        assertThat(field("http", "method")).isEqualTo(Json.of("delete"));
        undoAll();
        assertThat(combo.getValue()).isEqualTo("post");
    }

    @Test
    void aFlagIsAStepOfItsOwn() {
        select("collect");
        focus("collect", "/secret");
        push(KeyCode.SPACE);
        push(KeyCode.SPACE);
        push(KeyCode.SPACE);
        assertThat(field("collect", "secret")).isEqualTo(Json.of(false));
        interact(() -> editor.undo());
        assertThat(field("collect", "secret")).isEqualTo(Json.of(true));
        undoAll();
    }

    @Test
    void aResourceIsChosenAmongTheDeclaredOnesOrDeclared() {
        select("queue");
        focus("queue", "/queue");
        retype("ser");
        push(KeyCode.ENTER);
        assertThat(field("queue", "queue")).isEqualTo(Json.of("service"));
        retype("night");
        push(KeyCode.ESCAPE);
        var row = lookup("#row-queue").query();
        interact(() -> ((javafx.scene.control.Hyperlink) row.lookup(".inspector-hint .hyperlink")).fire());
        assertThat(project.workspace().settings().document().resources(org.ivrea.flow.project.ResourceKind.QUEUE))
                .containsKeys("night", "service");
        undoAll();
    }

    @Test
    void aVariableThatIsNotThereIsDeclaredAtOnce() {
        select("loop");
        focus("loop", "/variable");
        retype("round");
        var row = lookup("#row-variable").query();
        interact(() -> ((javafx.scene.control.Hyperlink) row.lookup(".inspector-hint .hyperlink")).fire());
        assertThat(editor.document().variables()).containsKey("round");
        retype("1st");
        assertThat(says("does not begin with a digit")).isTrue();
        assertThat(field("loop", "variable")).isEqualTo(Json.of("round"));
        undoAll();
    }

    @Test
    void anExitKeepsItsWireWhenItIsRenamed() {
        select("menu");
        focus("menu", "/choices/0/exit");
        retype("account");
        assertThat(node("menu").target("balance")).isEqualTo("say");
        push(KeyCode.ENTER);
        assertThat(node("menu").target("account")).isEqualTo("say");
        assertThat(node("menu").exits()).doesNotContainKey("balance");
        undoAll();
    }

    @Test
    void aUndoElsewhereUpdatesTheFieldAndLeavesTheCaretWhereTheTextIsTheSame() {
        select("menu");
        focus("menu", "");
        retype("Choose");
        leave();
        focus("menu", "/timeoutMs");
        retype("9 s");
        interact(() -> text("field-timeoutms").positionCaret(1));
        interact(() -> editor.apply(org.ivrea.designer.edit.Nodes.label(editor.document(), "say", "Other")));
        assertThat(text("field-timeoutms").getCaretPosition()).isEqualTo(1);
        interact(() -> editor.undo());
        assertThat(text("field-timeoutms").getText()).isEqualTo("9 s");
        assertThat(text("field-timeoutms").getCaretPosition()).isEqualTo(1);
        push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text("field-timeoutms").getText()).isEqualTo("5 s");
        undoAll();
    }
}
