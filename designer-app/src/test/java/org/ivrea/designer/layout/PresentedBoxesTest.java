package org.ivrea.designer.layout;

import java.util.List;
import java.util.Objects;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.designer.edit.GeneratedFlows;
import org.ivrea.designer.presentation.Presentations;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.NodeDocument;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PresentedBoxesTest {

    @Test
    void exitsLeaveTheirRowsFromTopToBottomInsideTheBox() throws TidyRefused {
        FlowDocument flow = GeneratedFlows.ofSize(20);
        var boxes = new PresentedBoxes(Presentations.of(flow, NodeRegistry.load(), List.of()).nodes());
        NodeDocument menu = Objects.requireNonNull(flow.node("sales-0-menu"));
        List<ExitPort> exits = boxes.exits("sales-0-menu", menu);
        assertThat(exits).extracting(ExitPort::exit).contains("talk", "other", "again", "timeout", "invalid");
        assertThat(exits).extracting(ExitPort::y).isSorted()
                .allSatisfy(y -> assertThat(y).isBetween(0.0, (double) boxes.of("sales-0-menu", menu).height()));

        FlowDocument tidy = Tidy.all(flow, boxes, TidyProgress.INTERRUPTIBLE).change().apply(flow);
        assertThat(Boxes.places(tidy).get("sales-0-menu")).isNotNull();
        assertThat(tidy.layout()).isNotEqualTo(flow.layout());
    }
}
