package org.ivrea.designer.edit;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.Handlers;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NodesTest {
    private final FlowEditor editor = new FlowEditor("test", FlowDocument.empty("Test")
            .withNode("a", NodeDocument.of("play").withExit("next", "b"))
            .withNode("b", NodeDocument.of("play").withLabel("Second").withExit("next", "c"))
            .withNode("c", NodeDocument.of("hangup"))
            .withStart("a").withHandlers(new Handlers("b", null))
            .withLayout("a", new LayoutEntry(0, 0)).withLayout("b", new LayoutEntry(300, 0)));

    private FlowDocument flow() {
        return editor.document();
    }

    private NodeDocument node(String id) {
        return Objects.requireNonNull(flow().node(id), id);
    }

    @Test
    void addingSelectsTheNodeAndNamesItByItsLabel() {
        editor.apply(Nodes.add(flow(), NodeDocument.of("menu").withLabel("Main menu"), new Point(10, 20)));
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("main-menu"));
        assertThat(flow().layout().get("main-menu")).isEqualTo(new LayoutEntry(10, 20));
        assertThat(editor.undoName()).isEqualTo("adding of “Main menu”");
        editor.apply(Nodes.add(flow(), NodeDocument.of("menu").withLabel("Main menu"), new Point(10, 20)));
        assertThat(flow().nodes()).containsKey("main-menu-2");
    }

    @Test
    void theFirstNodeThatRunsBecomesTheStart() {
        var empty = new FlowEditor("test", FlowDocument.empty("Empty"));
        empty.apply(Nodes.add(empty.document(), NodeDocument.of("comment"), new Point(0, 0)));
        assertThat(empty.document().start()).isNull();
        assertThat(Objects.requireNonNull(empty.document().layout().get("comment")).hasSize()).isTrue();
        empty.apply(Nodes.add(empty.document(), NodeDocument.of("play"), new Point(0, 0)));
        assertThat(empty.document().start()).isEqualTo("play");
    }

    @Test
    void addingAtTheEndOfAWireLeadsTheExitThere() {
        editor.apply(Nodes.addWired(flow(), NodeDocument.of("menu"), new Point(0, 0), new ExitRef("a", "next")));
        assertThat(node("a").target("next")).isEqualTo("menu");
        editor.undo();
        assertThat(node("a").target("next")).isEqualTo("b");
    }

    @Test
    void deletingUnwiresWhatLedThereInOneStep() {
        editor.apply(Nodes.delete(flow(), new Selection(new TreeSet<>(Set.of("b")),
                new TreeSet<>(Set.of(new ExitRef("a", "next"))))));
        assertThat(flow().nodes()).containsOnlyKeys("a", "c");
        assertThat(node("a").target("next")).isNull();
        assertThat(flow().handlers().hangup()).isNull();
        assertThat(flow().layout()).containsOnlyKeys("a");
        assertThat(editor.undoName()).isEqualTo("deletion of “Second” and a wire");
        assertThat(editor.selection()).isEqualTo(Selection.NONE);
    }

    @Test
    void deletingMayJoinWhatTheNodeLayBetween() {
        editor.apply(Nodes.deleteJoining(flow(), "b"));
        assertThat(node("a").target("next")).isEqualTo("c");
        assertThat(flow().handlers().hangup()).isEqualTo("c");
        assertThat(flow().nodes()).containsOnlyKeys("a", "c");
    }

    @Test
    void duplicatesKeepTheWiresAmongThemAndAreSelected() {
        editor.apply(Nodes.duplicate(flow(), Set.of("a", "b")));
        assertThat(editor.selection()).isEqualTo(Selection.ofNodes(Set.of("a-2", "b-2")));
        assertThat(node("a-2").target("next")).isEqualTo("b-2");
        assertThat(node("b-2").target("next")).isNull();
        assertThat(flow().layout().get("b-2")).isEqualTo(new LayoutEntry(340, 40));
        assertThat(flow().start()).isEqualTo("a");
        assertThat(editor.undoName()).isEqualTo("duplication of 2 nodes");
        editor.apply(Nodes.duplicate(flow(), Set.of("a-2")));
        assertThat(flow().nodes()).containsKey("a-3");
    }

    @Test
    void renamingIsFollowedByWiresAndRefusedForBadOrTakenIds() {
        editor.apply(Nodes.rename(flow(), "b", "second"));
        assertThat(node("a").target("next")).isEqualTo("second");
        assertThat(flow().handlers().hangup()).isEqualTo("second");
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("second"));
        assertThatThrownBy(() -> Nodes.rename(flow(), "a", "c")).hasMessageContaining("Another node");
        assertThatThrownBy(() -> Nodes.rename(flow(), "a", "No spaces")).hasMessageContaining("No spaces");
    }

    @Test
    void typingALabelIsOneStepUntilTheFieldIsLeft() {
        editor.apply(Nodes.label(flow(), "a", "W"));
        editor.apply(Nodes.label(flow(), "a", "We"));
        editor.seal();
        editor.apply(Nodes.label(flow(), "a", ""));
        assertThat(node("a").label()).isNull();
        editor.undo();
        assertThat(node("a").label()).isEqualTo("We");
        editor.undo();
        assertThat(node("a").label()).isNull();
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void disablingLeavesCommentsAlone() {
        editor.apply(Nodes.add(flow(), NodeDocument.of("comment"), new Point(0, 0)));
        editor.apply(Nodes.disable(flow(), Set.of("a", "b", "comment"), true));
        assertThat(node("a").disabled()).isTrue();
        assertThat(node("comment").disabled()).isFalse();
        assertThat(editor.undoName()).isEqualTo("disabling of 3 nodes");
        FlowDocument before = flow();
        editor.apply(Nodes.disable(flow(), Set.of("a"), true));
        assertThat(flow()).isSameAs(before);
    }
}
