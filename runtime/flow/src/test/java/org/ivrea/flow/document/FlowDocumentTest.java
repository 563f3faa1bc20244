package org.ivrea.flow.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ivrea.flow.json.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FlowDocumentTest {
    private static final FlowDocument FLOW = FlowDocument.empty("Test")
            .withStart("welcome")
            .withNode("welcome", NodeDocument.of("play").withExit("next", "menu"))
            .withNode("menu", NodeDocument.of("menu").withExit("sales", "welcome").withExit("invalid", "menu"))
            .withHandlers(new Handlers("menu", "welcome"))
            .withLayout("menu", new LayoutEntry(10, 20));

    @Test
    void nodesAreSortedById() {
        assertThat(FLOW.nodes().keySet()).containsExactly("menu", "welcome");
        assertThat(FLOW.withNode("a", NodeDocument.of("x")).nodes().keySet()).containsExactly("a", "menu", "welcome");
    }

    @Test
    void anEditLeavesTheOldFlowAsItWasAndSharesTheRest() {
        FlowDocument edited = FLOW.withLabel("menu", "Main menu");
        assertThat(FLOW.nodes().get("menu")).extracting(NodeDocument::label).isNull();
        assertThat(edited.nodes().get("menu")).extracting(NodeDocument::label).isEqualTo("Main menu");
        assertThat(edited.node("welcome")).isSameAs(FLOW.node("welcome"));
        assertThat(edited.layout()).isSameAs(FLOW.layout());
    }

    @Test
    void removingANodeUnwiresWhatLedToIt() {
        FlowDocument removed = FLOW.withoutNode("menu");
        assertThat(removed.nodes()).containsOnlyKeys("welcome");
        assertThat(removed.nodes().get("welcome")).isEqualTo(NodeDocument.of("play").withExit("next", null));
        assertThat(removed.layout()).isEmpty();
        assertThat(removed.handlers()).isEqualTo(new Handlers(null, "welcome"));
        assertThat(removed.start()).isEqualTo("welcome");
    }

    @Test
    void removingSeveralNodesClearsTheStart() {
        FlowDocument removed = FLOW.withoutNodes(Set.of("menu", "welcome", "unknown"));
        assertThat(removed.nodes()).isEmpty();
        assertThat(removed.start()).isNull();
        assertThat(removed.handlers()).isEqualTo(Handlers.NONE);
    }

    @Test
    void renamingANodeKeepsEveryWire() {
        FlowDocument renamed = FLOW.withRenamedNode("menu", "main-menu");
        assertThat(renamed.nodes()).containsOnlyKeys("main-menu", "welcome");
        assertThat(renamed.nodes().get("welcome")).extracting(node -> node.target("next")).isEqualTo("main-menu");
        assertThat(renamed.nodes().get("main-menu")).extracting(node -> node.target("invalid"))
                .isEqualTo("main-menu");
        assertThat(renamed.layout()).containsExactly(Map.entry("main-menu", new LayoutEntry(10, 20)));
        assertThat(renamed.handlers()).isEqualTo(new Handlers("main-menu", "welcome"));
        assertThat(renamed.withRenamedNode("main-menu", "menu")).isEqualTo(FLOW);
    }

    @Test
    void renamingToATakenIdIsRefused() {
        assertThatThrownBy(() -> FLOW.withRenamedNode("menu", "welcome")).hasMessageContaining("welcome");
    }

    @Test
    void editingANodeThatIsNotThereChangesNothing() {
        assertThat(FLOW.withExit("gone", "next", "menu")).isSameAs(FLOW);
        assertThat(FLOW.withRenamedNode("gone", "menu")).isSameAs(FLOW);
        assertThat(FLOW.withoutNode("gone")).isEqualTo(FLOW);
    }

    @Test
    void severalBoxesMoveInOneStep() {
        var places = new LinkedHashMap<>(Map.of("menu", new LayoutEntry(1, 1), "welcome", new LayoutEntry(2, 2)));
        assertThat(FLOW.withLayoutOf(places).layout()).containsExactlyInAnyOrderEntriesOf(places);
        assertThat(FLOW.withLayoutOf(places).withoutLayout("menu").layout()).containsOnlyKeys("welcome");
    }

    @Test
    void variablesKeepTheAuthorsOrder() {
        FlowDocument flow = FLOW.withVariable("z", VariableDeclaration.of("int"))
                .withVariable("a", VariableDeclaration.of("int"));
        assertThat(flow.variables().keySet()).containsExactly("z", "a");
        assertThat(flow.withVariable("z", VariableDeclaration.of("bool")).variables().keySet())
                .containsExactly("z", "a");
        assertThat(flow.withVariable("z", null).variables()).containsOnlyKeys("a");
    }

    @Test
    void aWiredExitIsUnwiredAndUnlisted() {
        NodeDocument node = NodeDocument.of("menu").withExit("sales", "a");
        assertThat(node.withExit("sales", null).exits()).containsEntry("sales", ExitTarget.UNWIRED);
        assertThat(node.withoutExit("sales").exits()).isEmpty();
        assertThat(node.withoutExit("other")).isSameAs(node);
        assertThat(node.target("other")).isNull();
    }

    @Test
    void fieldsAreChangedAndRemoved() {
        NodeDocument node = NodeDocument.of("menu").withField("timeoutMs", Json.of(1));
        assertThat(node.withField("timeoutMs", Json.of(2)).field("timeoutMs")).isEqualTo(Json.of(2));
        assertThat(node.withField("timeoutMs", null)).isEqualTo(NodeDocument.of("menu"));
    }

    @Test
    void noFieldMayBeNamedLikeAMemberThatEveryNodeHas() {
        NodeDocument node = NodeDocument.of("menu");
        assertThatThrownBy(() -> node.withField("exits", Json.obj())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FLOW.withExtra(new LinkedHashMap<>(Map.of("nodes", Json.obj()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnusedIdIsNearToTheText() {
        assertThat(FLOW.unusedId("Main Menu")).isEqualTo("main-menu");
        assertThat(FLOW.unusedId("Menu")).isEqualTo("menu-2");
    }

    @Test
    void aBoxHasAWholeSizeOrNone() {
        assertThatThrownBy(() -> new LayoutEntry(0, 0, 10, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LayoutEntry(0, 0, -1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new LayoutEntry(1, 2).resizedTo(3, 4).movedTo(5, 6)).isEqualTo(new LayoutEntry(5, 6, 3, 4));
        assertThat(new LayoutEntry(1, 2).hasSize()).isFalse();
    }

    @Test
    void commentsAndGroupsAreAnnotations() {
        assertThat(List.of("comment", "group", "menu")).extracting(type -> NodeDocument.of(type).isAnnotation())
                .containsExactly(true, true, false);
    }
}
