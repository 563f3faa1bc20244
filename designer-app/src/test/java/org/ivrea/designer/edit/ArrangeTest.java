package org.ivrea.designer.edit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ArrangeTest {
    private static final BoxSizes SIZES = (id, _) -> new BoxSize(100, id.equals("tall") ? 200 : 50);

    private final FlowEditor editor = new FlowEditor("test", FlowDocument.empty("Test")
            .withNode("a", NodeDocument.of("play")).withLayout("a", new LayoutEntry(0, 10))
            .withNode("b", NodeDocument.of("play")).withLayout("b", new LayoutEntry(130, 300))
            .withNode("tall", NodeDocument.of("play")).withLayout("tall", new LayoutEntry(500, 0)));

    private Map<String, List<Integer>> places() {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        editor.document().layout().forEach((id, place) -> places.put(id, List.of(place.x(), place.y())));
        return places;
    }

    private void align(Alignment alignment) {
        editor.apply(Arrange.align(editor.document(), Set.of("a", "b", "tall"), SIZES, alignment));
    }

    @Test
    void boxesAreAlignedAtEachSideAndMiddle() {
        align(Alignment.LEFT);
        assertThat(places()).isEqualTo(Map.of("a", List.of(0, 10), "b", List.of(0, 300), "tall", List.of(0, 0)));
        assertThat(editor.undoName()).isEqualTo("alignment of 3 nodes at the left");
        editor.undo();
        align(Alignment.RIGHT);
        assertThat(places()).containsEntry("a", List.of(500, 10)).containsEntry("b", List.of(500, 300));
        editor.undo();
        align(Alignment.CENTRE);
        assertThat(places()).containsEntry("a", List.of(250, 10)).containsEntry("tall", List.of(250, 0));
        editor.undo();
        align(Alignment.TOP);
        assertThat(places()).containsEntry("a", List.of(0, 0)).containsEntry("b", List.of(130, 0));
        editor.undo();
        align(Alignment.BOTTOM);
        assertThat(places()).containsEntry("a", List.of(0, 300)).containsEntry("tall", List.of(500, 150));
        editor.undo();
        align(Alignment.MIDDLE);
        assertThat(places()).containsEntry("a", List.of(0, 150)).containsEntry("tall", List.of(500, 75));
    }

    @Test
    void distributionMakesTheGapsEqualAndKeepsTheOutermost() {
        editor.apply(Arrange.distribute(editor.document(), Set.of("a", "b", "tall"), SIZES, Axis.HORIZONTAL));
        assertThat(places()).containsEntry("a", List.of(0, 10)).containsEntry("b", List.of(250, 300))
                .containsEntry("tall", List.of(500, 0));
    }

    @Test
    void stepsOfTheArrowKeysAreOneUndo() {
        for (int step = 0; step < 5; step++) {
            editor.apply(Moves.nudge(editor.document(), Set.of("a"), 10, 0));
        }
        assertThat(places()).containsEntry("a", List.of(50, 10));
        editor.apply(Moves.nudge(editor.document(), Set.of("b"), 10, 0));
        editor.undo();
        editor.undo();
        assertThat(places()).containsEntry("a", List.of(0, 10)).containsEntry("b", List.of(130, 300));
        assertThat(editor.undoName()).isNull();
    }

    @Test
    void aGroupTakesItsContentsAlong() {
        editor.apply(Annotations.group(editor.document(), Set.of("a", "b"), SIZES, "Sales"));
        assertThat(editor.selection()).isEqualTo(Selection.ofNode("sales"));
        assertThat(Annotations.contents(editor.document(), "sales", SIZES)).containsExactly("a", "b");
        Set<String> moved = Annotations.withContents(editor.document(), Set.of("sales"), SIZES);
        editor.apply(Moves.by(editor.document(), moved, 1000, 0));
        assertThat(places()).containsEntry("a", List.of(1000, 10)).containsEntry("tall", List.of(500, 0));
        assertThat(editor.undoName()).isEqualTo("move of 3 nodes");
        editor.apply(Arrange.align(editor.document(), Set.of("sales", "tall"), SIZES, Alignment.LEFT));
        assertThat(places()).containsEntry("a", List.of(524, 10)).containsEntry("sales", List.of(500, -46));
        editor.apply(Annotations.ungroup(editor.document(), Set.of("sales", "a")));
        assertThat(editor.document().nodes()).containsOnlyKeys("a", "b", "tall");
    }

    @Test
    void onlyCommentsAndGroupsHaveASizeOfTheirOwnAndNoTinyOne() {
        editor.apply(Annotations.group(editor.document(), Set.of("a"), SIZES, null));
        editor.apply(Annotations.resize(editor.document(), "group", new LayoutEntry(0, 0, 1, 500)));
        assertThat(editor.document().layout().get("group")).isEqualTo(new LayoutEntry(0, 0, 40, 500));
        FlowDocument before = editor.document();
        editor.apply(Annotations.resize(editor.document(), "a", new LayoutEntry(0, 0, 100, 500)));
        assertThat(editor.document()).isSameAs(before);
    }

    @Test
    void nodesWithoutAPlaceStandBelowAllOthersAndApart() {
        FlowDocument flow = editor.document().withNode("new", NodeDocument.of("play"))
                .withNode("newer", NodeDocument.of("play"));
        Map<String, LayoutEntry> places = Boxes.places(flow);
        assertThat(places).hasSize(5).containsEntry("a", new LayoutEntry(0, 10));
        assertThat(places.get("new")).isNotEqualTo(places.get("newer"));
        assertThat(places.values()).filteredOn(place -> place.y() > 350).hasSize(2);
    }
}
