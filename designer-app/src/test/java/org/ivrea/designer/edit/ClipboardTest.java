package org.ivrea.designer.edit;

import java.util.Objects;
import java.util.Set;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClipboardTest {
    private final FlowDocument flow = FlowDocument.empty("Test")
            .withNode("menu", NodeDocument.of("menu").withLabel("Main").withField("timeoutMs", Json.of(3000))
                    .withNote("keep").withExit("sales", "sales").withExit("other", "end").withExit("again", "menu"))
            .withNode("sales", NodeDocument.of("play").withExit("next", "menu"))
            .withNode("end", NodeDocument.of("hangup"))
            .withStart("menu")
            .withLayout("menu", new LayoutEntry(100, 50)).withLayout("sales", new LayoutEntry(400, 80));
    private final String text = Clipboard.copy(flow, Selection.ofNodes(Set.of("menu", "sales")));

    private static FlowDocument pasted(FlowDocument into, String text) throws ClipboardFailure {
        var editor = new FlowEditor("test", into);
        editor.apply(Clipboard.paste(into, text, new Point(1000, 1000)));
        return editor.document();
    }

    private static NodeDocument node(FlowDocument flow, String id) {
        return Objects.requireNonNull(flow.node(id), id);
    }

    @Test
    void pastingBesideTheOriginalMakesIdsUniqueAndKeepsInnerWiresOnly() throws ClipboardFailure {
        var editor = new FlowEditor("test", flow);
        editor.apply(Clipboard.paste(flow, text, new Point(1000, 1000)));
        FlowDocument result = editor.document();
        assertThat(editor.selection()).isEqualTo(Selection.ofNodes(Set.of("menu-2", "sales-2")));
        assertThat(editor.undoName()).isEqualTo("pasting of 2 nodes");
        NodeDocument copy = node(result, "menu-2");
        assertThat(copy.target("sales")).isEqualTo("sales-2");
        assertThat(copy.target("again")).isEqualTo("menu-2");
        assertThat(copy.target("other")).isNull();
        assertThat(copy.exits()).containsKey("other");
        assertThat(copy.note()).isEqualTo("keep");
        assertThat(copy.field("timeoutMs")).isEqualTo(Json.of(3000));
        assertThat(result.layout().get("menu-2")).isEqualTo(new LayoutEntry(1000, 1000));
        assertThat(result.layout().get("sales-2")).isEqualTo(new LayoutEntry(1300, 1030));
        assertThat(node(result, "menu")).isEqualTo(node(flow, "menu"));
    }

    @Test
    void pastingIntoAnotherFlowKeepsIdsAndMakesItStartThere() throws ClipboardFailure {
        FlowDocument result = pasted(FlowDocument.empty("Other"), text);
        assertThat(result.nodes()).containsOnlyKeys("menu", "sales");
        assertThat(result.start()).isEqualTo("menu");
    }

    @Test
    void cuttingAndPastingGivesTheSameNodes() throws ClipboardFailure {
        var editor = new FlowEditor("test", flow);
        editor.apply(Clipboard.cut(flow, Selection.ofNodes(Set.of("menu", "sales"))));
        assertThat(editor.document().nodes()).containsOnlyKeys("end");
        assertThat(editor.undoName()).isEqualTo("cutting of 2 nodes");
        FlowDocument back = pasted(editor.document(), text);
        assertThat(node(back, "sales")).isEqualTo(node(flow, "sales"));
        assertThat(node(back, "menu")).isEqualTo(node(flow, "menu").withExit("other", null));
    }

    @Test
    void aWholeFlowFileCanBePasted() throws ClipboardFailure {
        String file = "{\"formatVersion\": 1, \"name\": \"x\", \"nodes\": {\"play\": {\"type\": \"play\"}}}";
        assertThat(pasted(flow, file).node("play")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                            | nothing on the clipboard
            Dear Sir or Madam                             | holds no nodes
            {"some": "json"}                              | holds no nodes
            [1, 2]                                        | holds no nodes
            {"formatVersion": 1, "nodes": {"a": {"ty      | damaged: 1:38
            {"formatVersion": 99, "name": "x", "nodes": {"a": {"type": "play"}}} | damaged
            {"formatVersion": 1, "name": "x", "nodes": {"a": {"type": 7}}}       | damaged
            {"formatVersion": 1, "name": "x", "nodes": {}} | has no nodes
            """)
    void whatCannotBePastedIsExplained(String foreign, String message) {
        assertThatThrownBy(() -> Clipboard.paste(flow, foreign, new Point(0, 0)))
                .isInstanceOf(ClipboardFailure.class).hasMessageContaining(message);
    }

    @Test
    void damagedAnywhereTheTextNeverThrowsAnythingElse() {
        for (int cut = 0; cut < text.length(); cut++) {
            String damaged = text.substring(0, cut);
            try {
                Clipboard.paste(flow, damaged, new Point(0, 0));
            } catch (ClipboardFailure e) {
                assertThat(e).hasMessageContaining("clipboard");
            }
        }
    }
}
