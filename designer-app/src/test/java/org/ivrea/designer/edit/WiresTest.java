package org.ivrea.designer.edit;

import java.util.List;
import java.util.Objects;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WiresTest {
    private static final ExitRef EDGE = new ExitRef("a", "next");

    private final FlowEditor editor = new FlowEditor("test", FlowDocument.empty("Test")
            .withNode("a", NodeDocument.of("play").withExit("next", "b"))
            .withNode("b", NodeDocument.of("play"))
            .withNode("c", NodeDocument.of("play")));

    private String target(String node, String exit) {
        return String.valueOf(Objects.requireNonNull(editor.document().node(node)).target(exit));
    }

    @Test
    void exitsAreWiredRewiredAndUnwired() {
        editor.apply(Wires.connect(new ExitRef("b", "next"), "c"));
        assertThat(target("b", "next")).isEqualTo("c");
        assertThat(editor.selection()).isEqualTo(Selection.ofEdge(new ExitRef("b", "next")));
        editor.apply(Wires.retarget(EDGE, "c"));
        assertThat(target("a", "next")).isEqualTo("c");
        editor.apply(Wires.disconnect(List.of(EDGE, new ExitRef("b", "next"))));
        assertThat(editor.undoName()).isEqualTo("deletion of 2 wires");
        assertThat(target("a", "next")).isEqualTo("null");
        assertThat(editor.selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void anExitIsNotWiredToANodeThatIsGone() {
        FlowDocument before = editor.document();
        editor.apply(Wires.connect(EDGE, "nowhere"));
        assertThat(editor.document()).isSameAs(before);
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void theTailOfAnEdgeCanBeMovedToAnotherExit() {
        editor.apply(Wires.moveTail(editor.document(), EDGE, new ExitRef("c", "error")));
        assertThat(target("a", "next")).isEqualTo("null");
        assertThat(target("c", "error")).isEqualTo("b");
        FlowDocument before = editor.document();
        editor.apply(Wires.moveTail(before, new ExitRef("c", "error"), new ExitRef("c", "error")));
        assertThat(editor.document()).isSameAs(before);
    }

    @Test
    void aNodeIsInsertedBetweenTheEndsOfAnEdge() {
        editor.apply(Wires.insert(editor.document(), EDGE, "c", "next"));
        assertThat(target("a", "next")).isEqualTo("c");
        assertThat(target("c", "next")).isEqualTo("b");
        editor.apply(Wires.insertNew(editor.document(), EDGE, NodeDocument.of("menu"), "first", new Point(5, 5)));
        assertThat(target("a", "next")).isEqualTo("menu");
        assertThat(target("menu", "first")).isEqualTo("c");
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("menu"));
        editor.undo();
        assertThat(target("a", "next")).isEqualTo("c");
        assertThat(editor.document().node("menu")).isNull();
    }

    @Test
    void aNodeWithoutExitsEndsTheWay() {
        editor.apply(Wires.insertNew(editor.document(), EDGE, NodeDocument.of("hangup"), null, new Point(5, 5)));
        assertThat(target("a", "next")).isEqualTo("hangup");
    }
}
