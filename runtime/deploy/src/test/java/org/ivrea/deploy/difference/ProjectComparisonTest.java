package org.ivrea.deploy.difference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.ProjectTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class ProjectComparisonTest {
    private static final NodeRegistry REGISTRY = NodeRegistry.load();
    private static final String FLOW = "front-desk";

    private final ProjectComparison comparison = new ProjectComparison(REGISTRY);
    private final DifferenceText text = new DifferenceText(REGISTRY);

    @TempDir private Path scratch;
    private Project before = Project.of(org.ivrea.flow.project.ProjectDocument.empty("x"), new java.util.TreeMap<>());

    @BeforeEach
    void create() throws IOException {
        before = load("before");
    }

    @Test
    void twoCopiesDoNotDiffer() throws IOException {
        ProjectDifference difference = comparison.compare(before, load("after"));

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.isLogic()).isFalse();
        assertThat(text.of(difference)).isEmpty();
    }

    @Test
    void aChangedFieldAndARewiredExitAreNamedAsTheFormsDo() throws IOException {
        Project after = changed(flow -> flow.withNode("office-hours",
                node -> node.withField("timeZone", Json.of("Europe/Berlin")).withExit("closed", "goodbye")));

        ProjectDifference difference = comparison.compare(before, after);

        FlowDifference flow = requireNonNull(difference.flow(FLOW));
        assertThat(flow.isLogic()).isTrue();
        assertThat(flow.nodes()).singleElement().satisfies(node -> {
            assertThat(node.kind()).isEqualTo(ChangeKind.CHANGED);
            assertThat(node.fields()).singleElement()
                    .satisfies(field -> assertThat(field.pointer()).hasToString("/timeZone"));
            assertThat(node.exits()).extracting(ExitChange::exit, ExitChange::after)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("closed", "goodbye"));
        });
        assertThat(text.of(difference)).singleElement().asString()
                .matches("front-desk: node “.*”: time zone .*Europe/Berlin; exit closed: .+ → goodbye");
    }

    @Test
    void aMovedBoxANoteAndACommentChangeNoLogic() throws IOException {
        Project after = changed(flow -> flow.withLayout("goodbye", new LayoutEntry(4_000, 4_000))
                .withNode("goodbye", node -> node.withNote("Ask Anna"))
                .withNode("remark", NodeDocument.of("comment")));

        ProjectDifference difference = comparison.compare(before, after);

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.isLogic()).isFalse();
        assertThat(text.of(difference)).anyMatch(line -> line.endsWith("1 box moved; calls run as before"))
                .anyMatch(line -> line.contains("note added: “Ask Anna”"))
                .anyMatch(line -> line.contains("comment “Comment” added"));
    }

    @Test
    void whatMeansTheSameIsTheSame() throws IOException {
        Project after = changed(flow -> {
            NodeDocument menu = flow.nodes().values().stream().filter(node -> node.type().equals("menu")).findFirst()
                    .orElseThrow();
            String id = flow.nodes().entrySet().stream().filter(entry -> entry.getValue() == menu).findFirst()
                    .orElseThrow().getKey();
            Json timeout = requireNonNull(REGISTRY.spec("menu")).fields().stream()
                    .filter(field -> field.name().equals("timeoutMs")).findFirst().orElseThrow().defaultValue();
            return flow.withNode(id, menu.withField("timeoutMs", timeout));
        });

        assertThat(comparison.compare(before, after).isEmpty()).isTrue();
    }

    @Test
    void addedAndRemovedNodesFlowsAndFilesAreListed() throws IOException {
        Project copy = load("after");
        Files.delete(requireNonNull(copy.root()).resolve("tests").resolve(copy.tests().getFirst()));
        Path prompt = requireNonNull(copy.root()).resolve("prompts/en/new.wav");
        Files.createDirectories(prompt.getParent());
        Files.write(prompt, new byte[20_000]);
        FlowDocument flow = requireNonNull(copy.flow(FLOW));
        Project after = copy.withFlow(FLOW, flow.withoutNode("goodbye").withNode("beep", NodeDocument.of("wait")))
                .withFlow("other", FlowDocument.empty("Other"))
                .withSettings(copy.settings().withTimeZone("Asia/Tokyo"));

        ProjectDifference difference = comparison.compare(before, after);

        assertThat(text.of(difference)).anyMatch(line -> line.matches("front-desk: node “.*” removed"))
                .anyMatch(line -> line.matches("front-desk: node “Wait” added"))
                .contains("other: flow added (0 nodes)", "prompts/en/new.wav: added (20 kB)")
                .anyMatch(line -> line.startsWith("tests/") && line.contains("removed"))
                .anyMatch(line -> line.startsWith("project: time zone") && line.contains("Asia/Tokyo"));
        assertThat(difference.files()).filteredOn(FileChange::isHeard).hasSize(1);
        assertThat(DifferenceJson.of(difference).items()).hasSizeGreaterThanOrEqualTo(5)
                .allMatch(change -> change instanceof Json.Obj object && object.get("kind") != null);
    }

    @Test
    void aRecordingOfTheSameLengthIsComparedByContent() throws IOException {
        Path one = requireNonNull(before.root()).resolve("prompts/en/a.wav");
        Files.createDirectories(one.getParent());
        Files.write(one, new byte[] {1, 2, 3});
        Project after = load("after");
        Path other = requireNonNull(after.root()).resolve("prompts/en/a.wav");
        Files.createDirectories(other.getParent());
        Files.write(other, new byte[] {1, 2, 4});

        assertThat(comparison.compare(before, after).files())
                .containsExactly(new FileChange("prompts/en/a.wav", ChangeKind.CHANGED, 3, 3));
    }

    @Test
    void anItemPutIntoAListIsOneChange() {
        Json list = Json.arr(Json.of("a"), Json.of("b"), Json.of("c"));
        Json longer = Json.arr(Json.of("a"), Json.of("new"), Json.of("b"), Json.of("c"));

        List<FieldChange> changes = JsonComparison.of(org.ivrea.flow.json.JsonPointer.ROOT, list, longer);

        assertThat(changes).containsExactly(
                new FieldChange(org.ivrea.flow.json.JsonPointer.parse("/1"), null, Json.of("new")));
    }

    private Project changed(UnaryOperator<FlowDocument> edit) throws IOException {
        Project copy = load("after");
        return copy.withFlow(FLOW, edit.apply(requireNonNull(copy.flow(FLOW))));
    }

    private Project load(String name) throws IOException {
        Path folder = scratch.resolve(name);
        ProjectTemplate.named(ProjectTemplate.USUAL).orElseThrow().create(folder, "Desk");
        return ProjectFolder.load(folder, new FlowCodec(REGISTRY, JsonLimits.DEFAULT)).orThrow();
    }
}
