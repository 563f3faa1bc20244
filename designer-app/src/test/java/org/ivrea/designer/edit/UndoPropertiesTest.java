package org.ivrea.designer.edit;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;

import static org.assertj.core.api.Assertions.assertThat;

class UndoPropertiesTest {
    private static final FlowCodec CODEC = new FlowCodec(NodeRegistry.load(), JsonLimits.DEFAULT);

    @Property(tries = 25)
    void undoingAThousandEditsGivesTheOriginalBytesAndRedoingThemTheFinalOnes(@ForAll long seed) {
        FlowDocument original = GeneratedFlows.ofSize(30, seed);
        byte[] originalBytes = CODEC.write(original);
        var editor = new FlowEditor("test", original);
        var edits = new RandomEdits(seed);
        for (int count = 0; count < 1_000; count++) {
            editor.apply(edits.next(editor.document()));
        }
        byte[] finalBytes = CODEC.write(editor.document());
        int steps = 0;
        while (editor.undoName() != null) {
            editor.undo();
            steps++;
        }
        assertThat(CODEC.write(editor.document())).isEqualTo(originalBytes);
        assertThat(editor.isDirty()).isFalse();
        assertThat(steps).isBetween(300, 1_000);
        while (editor.redoName() != null) {
            editor.redo();
        }
        assertThat(CODEC.write(editor.document())).isEqualTo(finalBytes);
    }

    @Property(tries = 25)
    void undoAndRedoAnywhereInBetweenRestoreTheBytes(@ForAll long seed) {
        var random = new Random(seed);
        var editor = new FlowEditor("test", GeneratedFlows.ofSize(20, seed));
        var edits = new RandomEdits(seed);
        for (int count = 0; count < 100; count++) {
            editor.apply(edits.next(editor.document()));
            byte[] bytes = CODEC.write(editor.document());
            int back = random.nextInt(5);
            int undone = 0;
            while (undone < back && editor.undoName() != null) {
                editor.undo();
                undone++;
            }
            for (int redone = 0; redone < undone; redone++) {
                editor.redo();
            }
            assertThat(CODEC.write(editor.document())).isEqualTo(bytes);
        }
    }

    @Property(tries = 50)
    void everyEditLeavesADocumentThatItsFileBringsBack(@ForAll long seed) {
        var editor = new FlowEditor("test", GeneratedFlows.ofSize(15, seed));
        var edits = new RandomEdits(seed);
        for (int count = 0; count < 60; count++) {
            editor.apply(edits.next(editor.document()));
        }
        byte[] bytes = CODEC.write(editor.document());
        FlowDocument read = CODEC.read(bytes, "test").orThrow();
        assertThat(CODEC.write(read)).isEqualTo(bytes);
        assertThat(editor.document().layout().keySet()).isSubsetOf(editor.document().nodes().keySet());
    }
}
