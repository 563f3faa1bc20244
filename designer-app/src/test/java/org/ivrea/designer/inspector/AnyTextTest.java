package org.ivrea.designer.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.ivrea.designer.edit.Selection;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever is typed into whatever field of whatever node: nothing throws, and the document stays one that can be written
/// and read, or the field says what is wrong with what was typed; undo gives back the bytes that there were.
class AnyTextTest extends InspectorFixture {
    private static final List<String> TEXTS = List.of("", " ", "0", "-1", "5 s", "1e999", "\"", "{", "[1,2", "${",
            "${a.b}", "\\", "'", "null", "true", "9999999999999999999", "ä€𝄞", "<b>", "../..", "a b", "#*0", "12:99",
            "2026-13-45", "x".repeat(500));

    private final List<Throwable> thrown = new ArrayList<>();

    @Test
    void nothingThatIsTypedBreaksTheDocument() {
        var random = new Random(20_261_124);
        var codec = new FlowCodec(Projects.REGISTRY, JsonLimits.DEFAULT);
        // All in one go on the JavaFX thread: the window would otherwise be drawn after each letter.
        interact(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> thrown.add(failure));
            for (String id : List.copyOf(editor.document().nodes().keySet())) {
                editor.select(Selection.ofNode(id));
                inspector.applyCss();
                typeEverywhere(random);
                byte[] written = codec.write(editor.document());
                FlowDocument read = codec.read(written, "main.flow.json").value();
                assertThat(read).as("after typing into " + id).isNotNull();
                assertThat(codec.write(Objects.requireNonNull(read))).as("after typing into " + id)
                        .isEqualTo(written);
            }
        });
        assertThat(Projects.text(editor.document())).isNotEqualTo(original);
        assertThat(thrown).isEmpty();
        interact(() -> editor.goTo(0));
        assertThat(Projects.text(editor.document())).isEqualTo(original);
    }

    private void typeEverywhere(Random random) {
        for (Node control : Set.copyOf(inspector.lookupAll(".text-input"))) {
            // The id is taken over when it is finished; others refer to it.
            if (control instanceof TextInputControl input && !"node-id".equals(input.getId()) && input.isEditable()) {
                input.setText(TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        for (Node control : Set.copyOf(inspector.lookupAll(".inspector-code-area"))) {
            if (control instanceof StyleClassedTextArea area) {
                area.replaceText(TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
    }
}
