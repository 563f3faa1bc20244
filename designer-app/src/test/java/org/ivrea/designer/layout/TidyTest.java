package org.ivrea.designer.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.ivrea.designer.edit.BoxSize;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.designer.edit.Edit;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.GeneratedFlows;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TidyTest {

    /// Boxes with a row for each exit.
    static final TidyBoxes LOOKS = new TidyBoxes() {
        @Override
        public BoxSize of(String id, NodeDocument node) {
            return new BoxSize(200, 60 + 19 * node.exits().size());
        }

        @Override
        public double entry(String id, NodeDocument node) {
            return 19;
        }

        @Override
        public List<ExitPort> exits(String id, NodeDocument node) {
            List<ExitPort> ports = new ArrayList<>();
            for (String exit : node.exits().keySet()) {
                ports.add(new ExitPort(exit, 64 + 19.0 * ports.size()));
            }
            return ports;
        }
    };

    private static FlowDocument menu() {
        return FlowDocument.empty("Test")
                .withNode("menu", NodeDocument.of("menu").withExit("a", "first").withExit("b", "second")
                        .withExit("c", "third").withExit("again", "menu"))
                .withNode("first", NodeDocument.of("play").withExit("next", "end"))
                .withNode("second", NodeDocument.of("play").withExit("next", "end"))
                .withNode("third", NodeDocument.of("play").withExit("next", "menu"))
                .withNode("end", NodeDocument.of("hangup"))
                .withStart("menu");
    }

    private static Map<String, LayoutEntry> boxes(FlowDocument flow) {
        return Boxes.sized(flow, flow.nodes().keySet(), LOOKS);
    }

    private static LayoutEntry box(FlowDocument flow, String id) {
        return Objects.requireNonNull(boxes(flow).get(id));
    }

    private static void assertNothingOverlaps(FlowDocument flow, Set<String> ids) {
        List<String> all = ids.stream().filter(id -> !Objects.requireNonNull(flow.node(id)).type().equals("group"))
                .toList();
        Map<String, LayoutEntry> boxes = boxes(flow);
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                LayoutEntry a = Objects.requireNonNull(boxes.get(all.get(i)));
                LayoutEntry b = Objects.requireNonNull(boxes.get(all.get(j)));
                assertThat(a.x() + a.width() <= b.x() || b.x() + b.width() <= a.x() || a.y() + a.height() <= b.y()
                        || b.y() + b.height() <= a.y()).as("%s %s and %s %s", all.get(i), a, all.get(j), b).isTrue();
            }
        }
    }

    @Test
    void callsGoFromLeftToRightAndExitsKeepTheirOrder() throws TidyRefused {
        var editor = new FlowEditor("test", menu());
        Edit edit = Tidy.all(editor.document(), LOOKS, TidyProgress.NONE);
        editor.apply(edit);
        FlowDocument tidy = editor.document();
        assertThat(box(tidy, "menu").x()).isLessThan(box(tidy, "first").x());
        assertThat(box(tidy, "first").x()).isEqualTo(box(tidy, "third").x()).isLessThan(box(tidy, "end").x());
        assertThat(List.of(box(tidy, "first").y(), box(tidy, "second").y(), box(tidy, "third").y())).isSorted();
        assertNothingOverlaps(tidy, tidy.nodes().keySet());
        assertThat(tidy.withLayout(menu().layout())).as("no logic is touched").isEqualTo(menu());

        assertThat(editor.undoName()).isEqualTo("tidying of the flow");
        editor.undo();
        assertThat(editor.document()).isEqualTo(menu());
    }

    @Test
    void tidyingTwiceChangesNothingMore() throws TidyRefused {
        FlowDocument once = Tidy.all(menu(), LOOKS, TidyProgress.NONE).change().apply(menu());
        assertThat(Tidy.all(once, LOOKS, TidyProgress.NONE).change().apply(once)).isEqualTo(once);
    }

    @Test
    void groupsStayAroundWhatTheyHoldAndCommentsBesideTheirNodes() throws TidyRefused {
        FlowDocument flow = GeneratedFlows.ofSize(60);
        FlowDocument tidy = Tidy.all(flow, LOOKS, TidyProgress.NONE).change().apply(flow);
        assertNothingOverlaps(tidy, tidy.nodes().keySet());
        flow.nodes().forEach((group, node) -> {
            if (node.type().equals("group")) {
                assertThat(org.ivrea.designer.edit.Annotations.contents(tidy, group, LOOKS))
                        .containsAll(runningContents(flow, group));
            }
        });
    }

    private static Set<String> runningContents(FlowDocument flow, String group) {
        Set<String> inside = new TreeSet<>(
                org.ivrea.designer.edit.Annotations.contents(flow, group, LOOKS));
        inside.removeIf(id -> Objects.requireNonNull(flow.node(id)).isAnnotation());
        return inside;
    }

    @Test
    void aSelectionIsTidiedWhereItStandsAndNothingElseMoves() throws TidyRefused {
        FlowDocument flow = GeneratedFlows.ofSize(80);
        Set<String> part = new TreeSet<>(
                flow.nodes().keySet().stream().filter(id -> id.startsWith("support")).toList());
        FlowDocument tidy = Tidy.selected(flow, part, LOOKS, TidyProgress.NONE).change().apply(flow);
        Set<String> others = new TreeSet<>(flow.nodes().keySet());
        others.removeAll(part);
        for (String id : others) {
            assertThat(tidy.layout().get(id)).as(id).isEqualTo(flow.layout().get(id));
        }
        for (String id : part) {
            for (String other : others) {
                assertNothingOverlaps(tidy, Set.of(id, other));
            }
        }
    }

    @Test
    void aTooLargeFlowIsRefusedWithAdviceAndALargeOneIsNot() throws TidyRefused {
        FlowDocument large = GeneratedFlows.ofSize(700);
        List<Double> progress = new ArrayList<>();
        var following = new TidyProgress() {
            @Override
            public void done(double fraction) {
                progress.add(fraction);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        FlowDocument tidy = Tidy.all(large, LOOKS, following).change().apply(large);
        assertNothingOverlaps(tidy, tidy.nodes().keySet());
        assertThat(progress).isNotEmpty().allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));

        assertThatThrownBy(() -> Tidy.all(GeneratedFlows.ofSize(2_001), LOOKS, TidyProgress.NONE))
                .isInstanceOf(TidyRefused.class).hasMessageContaining("2,001").hasMessageContaining("Select a part");
    }

    @Test
    void aStoppedTidyingGivesNoEdit() {
        var stopping = new TidyProgress() {
            @Override
            public void done(double fraction) {
                // The answer below is what counts.
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> Tidy.all(menu(), LOOKS, stopping)).isInstanceOf(CancellationException.class);
    }
}
