package org.ivrea.designer.inspector;

import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// What is typed wrongly stays in its field with the reason, and out of the document; what is right then goes in, and is
/// taken back by undo. A test for each editor that can refuse something.
class WrongInputTest extends InspectorFixture {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // node | field | wrong | what is said | right | what is in the document then
            "wait    | /ms                | 1 while     | no length of time | 2 s        | \"ms\":2000",
            "collect | /max               | 8 or so     | no number         | 6          | \"max\":6",
            "split   | /branches/0/weight | 1 half      | no number         | 7          | \"weight\":7",
            "hours   | /holidays/0/date   | 2026-02-30  | date              | 2026-05-01 | \"date\":\"2026-05-01\"",
            "hours   | /overrides/0/from  | 25:00       | time              | 10:30      | \"from\":\"10:30\"",
            "hours   | /weekly/1/from     | half past 9 | time              | 08:15      | \"from\":\"08:15\"",
            "loop    | /variable          | 1st         | digit             | round      | \"variable\":\"round\"",
            "menu    | /choices/0/exit    | a b         | exit              | account    | \"exit\":\"account\"",
    })
    void isRefusedWithItsReason(String node, String field, String wrong, String reason, String right, String written) {
        select(node);
        String before = node(node).toString();
        focus(node, field);
        retype(wrong);
        assertThat(said()).contains(reason);
        assertThat(typed()).isEqualTo(wrong);
        assertThat(node(node).toString()).isEqualTo(before);

        retype(right);
        push(KeyCode.ENTER);
        leave();
        assertThat(Json.obj(node(node).fields()).toString()).contains(written);
        interact(() -> editor.undo());
        assertThat(node(node).toString()).isEqualTo(before);
        undoAll();
    }

    /// Where no text can be wrong as the key itself is not taken.
    @Test
    void whatIsNoTelephoneKeyIsNotTyped() {
        select("say");
        focus("say", "/bargeInKeys");
        retype("1?2");
        assertThat(field("say", "bargeInKeys")).isEqualTo(Json.of("12"));
        undoAll();
    }

    /// A number that is out of its range is a number: it is kept, and is a problem as it would be in a file.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"http | /timeoutMs | 10 h | 100 to", "collect | /max | 0 | 1 to",
            "split | /branches/0/weight | -1 | 0 to"})
    void whatIsOutOfRangeIsSaid(String node, String field, String typed, String reason) {
        select(node);
        focus(node, field);
        retype(typed);
        await(() -> said().contains(reason));
        leave();
        interact(() -> editor.undo());
        await(() -> !said().contains(reason));
        undoAll();
    }

    private String said() {
        return lookup(".inspector-message").queryAllAs(Label.class).stream().filter(Label::isVisible)
                .map(Label::getText).toList().toString();
    }

    private String typed() {
        return switch (inspector.getScene().getFocusOwner()) {
            case TextInputControl input -> input.getText();
            case DatePicker picker -> picker.getEditor().getText();
            default -> "";
        };
    }

    /// Expressions are kept as they are typed: they are checked as a whole, with the place of what is wrong.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "decision | /cases/0/when         | balance >      | Column",
            "decision | /cases/0/when         | balanec > 1.0  | balanec",
            "set      | /assignments/0/value  | 'one' + 1      | Column",
            "log      | /text                 | Hello ${calle} | calle",
    })
    void anExpressionIsUnderlinedWhereItIsWrong(String node, String field, String wrong, String reason) {
        select(node);
        String before = node(node).toString();
        await(() -> project.workspace().analysis().revision() == project.workspace().revision());
        focus(node, field);
        retype(wrong);
        push(KeyCode.ESCAPE);
        await(() -> says(reason));
        leave();
        interact(() -> editor.undo());
        assertThat(node(node).toString()).isEqualTo(before);
        await(() -> !says(reason));
        undoAll();
    }
}
