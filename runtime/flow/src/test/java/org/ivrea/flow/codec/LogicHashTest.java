package org.ivrea.flow.codec;

import java.util.List;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.document.VariableDeclaration;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LogicHashTest {
    private static final FlowDocument FLOW = FlowDocument.empty("Test")
            .withStart("a")
            .withNode("a", NodeDocument.of("menu").withExit("timeout", "b"))
            .withNode("b", NodeDocument.of("hangup"));

    private static String hash(FlowDocument flow) {
        return LogicHash.of(flow, SampleShapes.SHAPES_OF_SAMPLES);
    }

    @Test
    void isSixtyFourHexadecimalDigits() {
        assertThat(hash(FLOW)).matches("[0-9a-f]{64}");
    }

    @Test
    void layoutNotesCommentsAndGroupsMakeNoDifference() {
        assertThat(List.of(
                FLOW.withLayout("a", new LayoutEntry(1, 2)),
                FLOW.withNode("a", node -> node.withNote("careful")),
                FLOW.withNode("remark", NodeDocument.of("comment").withField("text", Json.of("hello"))),
                FLOW.withNode("frame", NodeDocument.of("group"))))
                .allSatisfy(flow -> assertThat(hash(flow)).isEqualTo(hash(FLOW)));
    }

    @Test
    void aDefaultThatIsWrittenOutMakesNoDifference() {
        assertThat(hash(FLOW.withNode("a", node -> node.withField("timeoutMs", Json.of(4000)))))
                .isEqualTo(hash(FLOW));
    }

    @Test
    void everythingElseMakesADifference() {
        assertThat(List.of(
                FLOW.withName("Other"),
                FLOW.withStart("b"),
                FLOW.withLabel("a", "Menu"),
                FLOW.withExit("a", "timeout", null),
                FLOW.withoutNode("b"),
                FLOW.withExits(List.of("done")),
                FLOW.withHandlers(FLOW.handlers().withError("b")),
                FLOW.withVariable("v", VariableDeclaration.of("int")),
                FLOW.withNode("a", node -> node.withDisabled(true)),
                FLOW.withNode("a", node -> node.withField("timeoutMs", Json.of(1)))))
                .allSatisfy(flow -> assertThat(hash(flow)).isNotEqualTo(hash(FLOW)));
    }
}
