package org.ivrea.designer.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlowEditorTest {
    private final FlowDocument empty = FlowDocument.empty("Test");
    private final FlowEditor editor = new FlowEditor("test", empty);

    private static Edit adding(String id) {
        return Edit.of("adding of " + id, flow -> flow.withNode(id, NodeDocument.of("play")))
                .selecting(Selection.ofNode(id));
    }

    private @Nullable String label() {
        return Objects.requireNonNull(editor.document().node("one")).label();
    }

    @Test
    void undoAndRedoRestoreDocumentAndSelection() {
        editor.apply(adding("one"));
        editor.apply(adding("two"));
        FlowDocument both = editor.document();

        editor.undo();
        assertThat(editor.document().nodes()).containsOnlyKeys("one");
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("one"));
        assertThat(editor.redoName()).isEqualTo("adding of two");

        editor.undo();
        assertThat(editor.document()).isSameAs(empty);
        assertThat(editor.undoName()).isNull();

        editor.redo();
        editor.redo();
        assertThat(editor.document()).isSameAs(both);
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("two"));
    }

    @Test
    void editsOfOneFieldAreUndoneTogetherUntilTheFieldIsLeft() {
        editor.apply(adding("one"));
        for (String text : List.of("W", "We", "Wel")) {
            editor.apply(Edit.of("change of label", flow -> flow.withLabel("one", text)).mergingBy("one.label"));
        }
        editor.seal();
        editor.apply(Edit.of("change of label", flow -> flow.withLabel("one", "Welcome")).mergingBy("one.label"));

        editor.undo();
        assertThat(label()).isEqualTo("Wel");
        editor.undo();
        assertThat(label()).isNull();
    }

    @Test
    void anEditThatChangesNothingCannotBeUndone() {
        editor.apply(Edit.of("nothing", flow -> flow.withName("Test")));

        assertThat(editor.undoName()).isNull();
        assertThat(editor.isDirty()).isFalse();
    }

    @Test
    void whatIsNoLongerThereIsNotSelected() {
        editor.apply(adding("one"));
        editor.apply(Edit.of("deletion", flow -> flow.withoutNode("one")));

        assertThat(editor.selection().isEmpty()).isTrue();
    }

    @Test
    void aFlowIsDirtyUntilWhatItShowsIsOnDisk() {
        editor.apply(adding("one"));
        assertThat(editor.isDirty()).isTrue();

        editor.markSaved(editor.document());
        assertThat(editor.isDirty()).isFalse();

        editor.undo();
        assertThat(editor.isDirty()).isTrue();
        editor.redo();
        assertThat(editor.isDirty()).isFalse();
    }

    @Test
    void listenersHearOfEachChangeAndMayNotEdit() {
        List<String> heard = new ArrayList<>();
        editor.addListener((before, after) -> heard.add(before.document().nodes().size() + " to "
                + after.document().nodes().size()));
        editor.apply(adding("one"));
        editor.undo();
        assertThat(heard).containsExactly("0 to 1", "1 to 0");

        editor.addListener((before, after) -> editor.undo());
        assertThatThrownBy(() -> editor.apply(adding("two"))).isInstanceOf(IllegalStateException.class);
    }
}
