package org.ivrea.designer.edit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.problem.Fix;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FieldsTest {
    private final FlowEditor editor = new FlowEditor("test", FlowDocument.empty("Test")
            .withNode("menu", NodeDocument.of("menu").withField("choices", json("""
                    [{"keys": "1", "exit": "sales"}, {"keys": "2", "exit": "help"}, {"keys": "3", "exit": "help"}]"""))
                    .withExit("sales", "end").withExit("help", "menu"))
            .withNode("end", NodeDocument.of("hangup")));

    private static Json json(String text) {
        return Objects.requireNonNull(
                JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT).value());
    }

    private static JsonPointer at(String pointer) {
        return JsonPointer.parse(pointer);
    }

    private NodeDocument menu() {
        return Objects.requireNonNull(editor.document().node("menu"));
    }

    private String choices() {
        return String.valueOf(menu().field("choices"));
    }

    @Test
    void typingInOneFieldIsOneStepAndInAnotherOneAnother() {
        editor.apply(Fields.set("menu", at("/timeoutMs"), Json.of(1), "No-input timeout"));
        editor.apply(Fields.set("menu", at("/timeoutMs"), Json.of(12), "No-input timeout"));
        editor.apply(Fields.set("menu", at("/interDigitMs"), Json.of(7), "Inter-digit timeout"));
        assertThat(editor.undoName()).isEqualTo("change of “Inter-digit timeout”");
        editor.undo();
        assertThat(menu().field("timeoutMs")).isEqualTo(Json.of(12));
        editor.undo();
        assertThat(menu().field("timeoutMs")).isNull();
    }

    @Test
    void valuesInsideAreSetAndTheWayThereIsMade() {
        editor.apply(Fields.set("menu", at("/choices/1/keys"), Json.of("5"), "Keys"));
        editor.apply(Fields.set("menu", at("/directDial/minDigits"), Json.of(4), "Least digits"));
        editor.apply(Fields.set("menu", at("/prompt/0/text"), Json.of("Hello"), "Text"));
        assertThat(choices()).contains("\"keys\":\"5\",\"exit\":\"help\"");
        assertThat(Fields.get(menu(), at("/directDial/minDigits"))).isEqualTo(Json.of(4));
        assertThat(menu().field("prompt")).isEqualTo(json("[{\"text\": \"Hello\"}]"));
    }

    @Test
    void resettingRemovesTheField() {
        editor.apply(Fields.set("menu", at("/timeoutMs"), Json.of(1), "No-input timeout"));
        editor.apply(Fields.reset("menu", at("/timeoutMs"), "No-input timeout"));
        assertThat(menu().fields()).containsOnlyKeys("choices");
        editor.apply(Fields.reset("menu", at("/choices/0"), "Choice"));
        assertThat(choices()).doesNotContain("sales");
        FlowDocument before = editor.document();
        editor.apply(Fields.reset("menu", at("/nothing/7/here"), "Nothing"));
        assertThat(editor.document()).isSameAs(before);
    }

    @Test
    void itemsAreInsertedAndMoved() {
        editor.apply(Fields.insertItem("menu", at("/choices"), 1, json("{\"keys\": \"9\"}"), "Choices"));
        editor.apply(Fields.moveItem("menu", at("/choices"), 1, 0, "Choices"));
        assertThat(Fields.get(menu(), at("/choices/0/keys"))).isEqualTo(Json.of("9"));
        assertThat(Fields.get(menu(), at("/choices/1/exit"))).isEqualTo(Json.of("sales"));
        FlowDocument before = editor.document();
        editor.apply(Fields.moveItem("menu", at("/choices"), 1, 9, "Choices"));
        assertThat(editor.document()).isSameAs(before);
    }

    @Test
    void whatIsNoFieldCannotBeSetByAPointer() {
        assertThatThrownBy(() -> editor.apply(Fields.set("menu", at("/exits/sales"), Json.NULL, "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void renamingAnExitKeepsItsWire() {
        editor.apply(Fields.renameExit(editor.document(), "menu", at("/choices/0/exit"), "orders"));
        assertThat(choices()).contains("orders").doesNotContain("sales");
        assertThat(menu().target("orders")).isEqualTo("end");
        assertThat(menu().exits()).containsOnlyKeys("help", "orders");
        assertThat(editor.undoName()).isEqualTo("renaming of exit sales to orders");
    }

    @Test
    void anExitThatOthersStillNameKeepsItsWireToo() {
        editor.apply(Fields.renameExit(editor.document(), "menu", at("/choices/1/exit"), "repairs"));
        assertThat(menu().target("help")).isEqualTo("menu");
        assertThat(menu().target("repairs")).isEqualTo("menu");
    }

    @Test
    void renamingToAnExitThatIsThereJoinsThem() {
        editor.apply(Fields.renameExit(editor.document(), "menu", at("/choices/0/exit"), "help"));
        assertThat(menu().exits()).containsOnlyKeys("help");
        assertThat(menu().target("help")).isEqualTo("menu");
    }

    @Test
    void exitsInAPlainListAreRenamedAlike() {
        editor.apply(Fields.set("menu", at("/results"), json("[\"sales\", \"other\"]"), "Exits"));
        editor.apply(Fields.renameExit(editor.document(), "menu", at("/results/0"), "sold"));
        assertThat(menu().target("sold")).isEqualTo("end");
        assertThat(menu().exits()).containsOnlyKeys("help", "sold");
    }

    @Test
    void pointersOfProblemsLeadIntoTheNode() {
        assertThat(Fields.inNode(at("/nodes/menu/choices/0/keys"))).isEqualTo(at("/choices/0/keys"));
        assertThat(Fields.inNode(at("/nodes/menu"))).isEqualTo(JsonPointer.ROOT);
        assertThat(Fields.inNode(at("/variables/x"))).isNull();
    }

    @Test
    void declarationsAreEditedInOrder() {
        var scope = Declarations.Scope.VARIABLES;
        editor.apply(Declarations.declare(scope, "a", VariableDeclaration.of("int")));
        editor.apply(Declarations.declare(scope, "b", VariableDeclaration.of("string")));
        editor.apply(Declarations.declare(scope, "b", VariableDeclaration.of("string").withSecret(true)));
        editor.apply(Declarations.reorder(scope, "b", 0));
        assertThat(editor.document().variables().sequencedKeySet()).containsExactly("b", "a");
        editor.apply(Declarations.remove(scope, "a"));
        assertThat(editor.document().variables()).containsOnlyKeys("b");
        editor.undo();
        editor.undo();
        editor.undo();
        assertThat(editor.document().variables()).containsOnlyKeys("a");
        editor.apply(Declarations.exits(List.of("done", "failed")));
        editor.apply(Declarations.hangupHandler("end"));
        editor.apply(Declarations.errorHandler("menu"));
        assertThat(editor.document().handlers().hangup()).isEqualTo("end");
        assertThat(editor.document().handlers().error()).isEqualTo("menu");
        assertThat(editor.document().exits()).containsExactly("done", "failed");
    }

    @Test
    void aFixIsAnEditThatIsUndoneLikeAnyOther() {
        editor.apply(Fixes.of(new Fix("Unwire the exit", flow -> flow.withExit("menu", "sales", null))));
        assertThat(menu().target("sales")).isNull();
        assertThat(editor.undoName()).isEqualTo("quick fix “Unwire the exit”");
        editor.undo();
        assertThat(menu().target("sales")).isEqualTo("end");
    }
}
