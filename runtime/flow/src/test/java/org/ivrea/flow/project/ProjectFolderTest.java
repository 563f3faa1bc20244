package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.codec.ProblemCodes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.Position;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectFolderTest {
    private static final String FLOW = """
            {"formatVersion": 1, "name": "Main", "nodes": {"a": {"type": "x"}}}""";

    private final FlowCodec codec = new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT);

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    @SuppressWarnings("NullAway.Init") private Path root;

    @BeforeEach
    void createProject() throws IOException {
        root = folder.resolve("project");
        write("project.json", """
                {"formatVersion": 1, "name": "Test", "main": "main", "languages": ["de"]}""");
        write("flows/main.flow.json", FLOW);
    }

    private Path write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private void assertProblems(String... expected) {
        assertThat(ProjectFolder.load(root, codec).problems()).extracting(Problem::toString)
                .containsExactly(expected);
    }

    @Test
    void loadsSettingsFlowsAndTheNamesOfTests() throws IOException {
        write("flows/other.flow.json", FLOW.replace("Main", "Other"));
        write("flows/README.md", "not a flow");
        write("tests/main.test", "x");
        write("tests/night/closed.test", "x");
        write("prompts/de/welcome.wav", "x");
        Loaded<Project> loaded = ProjectFolder.load(root, codec);
        assertThat(loaded.problems()).isEmpty();
        Project project = loaded.orThrow();
        assertThat(project.root()).isEqualTo(root);
        assertThat(project.settings().name()).isEqualTo("Test");
        assertThat(project.flows()).containsOnlyKeys("main", "other");
        assertThat(project.mainFlow()).isSameAs(project.flow("main"));
        assertThat(project.tests()).containsExactly("main.test", "night/closed.test");
        assertThat(project.prompts().find("welcome.wav", "de")).isInstanceOf(PromptLookup.Found.class);
    }

    @Test
    void hiddenFilesAreIgnored() throws IOException {
        write("flows/.main.flow.json.swp.flow.json", "garbage");
        write("tests/.git/x", "garbage");
        Loaded<Project> loaded = ProjectFolder.load(root, codec);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.orThrow().tests()).isEmpty();
    }

    @Test
    void aHiddenProjectFolderIsLoaded() throws IOException {
        Path hidden = Files.move(root, folder.resolve(".project"));
        Files.createDirectories(hidden.resolve("tests"));
        Files.writeString(hidden.resolve("tests/a.test"), "x");
        assertThat(ProjectFolder.load(hidden, codec).orThrow().tests()).containsExactly("a.test");
    }

    @Test
    void aBrokenFlowIsAProblemAndTheOthersAreLoaded() throws IOException {
        write("flows/broken.flow.json", "{\n  \"formatVersion\": 1,\n}");
        Loaded<Project> loaded = ProjectFolder.load(root, codec);
        assertThat(loaded.orThrow().flows()).containsOnlyKeys("main");
        assertThat(loaded.problems()).extracting(Problem::toString).containsExactly(
                "flows/broken.flow.json:2:21: error: Remove this comma: nothing follows it before '}' [json-syntax]");
    }

    @Test
    void aFolderThatIsNoProjectIsCalledThat() {
        Loaded<Project> loaded = ProjectFolder.load(folder.resolve("nowhere"), codec);
        assertThat(loaded.value()).isNull();
        assertThat(loaded.problems()).hasSize(1);
        assertThat(loaded.problems().getFirst().message()).contains("no Ivrea project").contains("nowhere");
    }

    @Test
    void brokenSettingsDoNotHideBrokenFlows() throws IOException {
        write("project.json", "[]");
        write("flows/main.flow.json", "");
        Loaded<Project> loaded = ProjectFolder.load(root, codec);
        assertThat(loaded.value()).isNull();
        assertThat(loaded.problems()).extracting(Problem::file)
                .containsExactly("project.json", "flows/main.flow.json");
    }

    @Test
    void aMisnamedFlowFileIsNotLoaded() throws IOException {
        write("flows/Night Menu.flow.json", FLOW);
        assertProblems("flows/Night Menu.flow.json: error: \"Night Menu\" cannot be a flow's name, which is 1 to 64 of "
                + "a-z, 0-9 and '-', not beginning with '-'; rename the file to night-menu.flow.json [file-name]");
    }

    @Test
    void aMainFlowThatDoesNotExistIsAProblem() throws IOException {
        Files.move(root.resolve("flows/main.flow.json"), root.resolve("flows/mian.flow.json"));
        assertProblems("project.json:1:46: error: There is no flow \"main\"; did you mean \"mian\"? [main-missing]");
    }

    @Test
    void aMainFlowThatIsBrokenIsNotCalledMissing() throws IOException {
        write("flows/main.flow.json", "");
        assertProblems("flows/main.flow.json:1:1: error: The text is empty [json-syntax]");
    }

    @Test
    void aFlowThatIsALinkOutOfTheProjectIsNotRead() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.json"), FLOW);
        Files.createSymbolicLink(root.resolve("flows/link.flow.json"), outside);
        Loaded<Project> loaded = ProjectFolder.load(root, codec);
        assertThat(loaded.orThrow().flows()).containsOnlyKeys("main");
        assertThat(loaded.problems()).extracting(Problem::code).containsExactly(ProblemCodes.FILE_OUTSIDE);
        assertThat(loaded.problems()).extracting(Problem::file).containsExactly("flows/link.flow.json");
    }

    @Test
    void aFlowFolderThatIsALinkOutOfTheProjectIsPassedOver() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("x.flow.json"), FLOW);
        Files.createSymbolicLink(root.resolve("tests"), elsewhere);
        assertThat(ProjectFolder.load(root, codec).problems()).extracting(Problem::code)
                .containsExactly(ProblemCodes.FILE_OUTSIDE);
    }

    @Test
    void aDanglingLinkIsAProblem() throws IOException {
        Files.createSymbolicLink(root.resolve("flows/gone.flow.json"), root.resolve("flows/nothing"));
        assertProblems("flows/gone.flow.json: error: This file cannot be read: it does not exist [file-unreadable]");
    }

    @Test
    void aFolderNamedLikeAFlowIsNoFlow() throws IOException {
        Files.createDirectories(root.resolve("flows/odd.flow.json"));
        assertThat(ProjectFolder.load(root, codec).orThrow().flows()).containsOnlyKeys("main");
    }

    @Test
    void aFileThatIsTooLongIsNotReadWhole() throws IOException {
        write("flows/main.flow.json", " ".repeat(2_000));
        Loaded<Project> loaded = ProjectFolder.load(root,
                new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT.withMaxBytes(1_000)));
        assertThat(loaded.problems()).extracting(Problem::toString).containsExactly(
                "flows/main.flow.json:1:1: error: The text is longer than the 1000 bytes allowed [json-limit]");
    }

    @Test
    void textFilesAreReadAsUtf8FromInsideTheProjectOnly() throws IOException {
        Path tests = Files.createDirectories(root.resolve("tests"));
        Files.writeString(tests.resolve("good.call"), "hear \"Grüß Gott\"");
        Files.write(tests.resolve("latin.call"), new byte[] {'G', 'r', (byte) 0xfc, (byte) 0xdf});
        Files.createDirectory(tests.resolve("folder.call"));
        Path outside = Files.writeString(root.resolveSibling("outside.call"), "secret");
        Files.createSymbolicLink(tests.resolve("link.call"), outside);

        assertThat(text("good.call", 100).value()).isEqualTo("hear \"Grüß Gott\"");
        assertThat(text("good.call", 5).value()).isEqualTo("hear \"");
        assertThat(text("latin.call", 100).problems()).singleElement()
                .asString().contains("tests/latin.call: error: This file is not UTF-8");
        assertThat(text("folder.call", 100).problems()).singleElement().asString().contains("not a regular file");
        assertThat(text("missing.call", 100).problems()).singleElement().asString().contains("does not exist");
        assertThat(text("link.call", 100).problems()).singleElement().asString().contains("leads out of the project");
        assertThat(text("link.call", 100).value()).isNull();
    }

    private Loaded<String> text(String test, int maxBytes) {
        return ProjectFolder.readText(root, "tests/" + test, maxBytes);
    }

    @Test
    void theNumberOfFilesIsCapped() throws IOException {
        write("tests/a", "");
        write("tests/b", "");
        write("tests/c", "");
        List<Problem> problems = new ArrayList<>();
        var files = new ProjectFiles(root, 2, problems::add);
        assertThat(files.list("tests", 1)).hasSize(2);
        assertThat(problems).extracting(Problem::code).containsExactly(ProblemCodes.FILE_COUNT);
    }

    @Test
    void problemsFoundLaterGetThePlaceInTheirFile() throws IOException {
        write("flows/old.flow.json", "{\"formatVersion\": 0, \"name\": \"N\", \"nodes\": []}");
        Problem dangling = Problem.error("exit-dangling", JsonPointer.parse("/nodes/a/exits/next"), "Leads nowhere");
        assertThat(ProjectFolder.locate(List.of(dangling, dangling.withFile("flows/main.flow.json"),
                dangling.withFile("flows/gone.flow.json"), dangling.withFile("flows/old.flow.json"),
                dangling.withFile("project.json")), root, codec))
                .extracting(Problem::position)
                .containsExactly(null, new Position(1, 53), null, null, new Position(1, 1));
    }

    @Test
    void aProjectIsEditedInMemory() throws IOException {
        Project project = ProjectFolder.load(root, codec).orThrow();
        Project edited = project.withFlow("new", FlowDocument.empty("New")).withoutFlow("main")
                .withSettings(project.settings().withLanguages(List.of("fr")));
        assertThat(edited.flows()).containsOnlyKeys("new");
        assertThat(edited.prompts().languages()).containsExactly("fr");
        assertThat(edited.mainFlow()).isNull();
        assertThat(project.flows()).containsOnlyKeys("main");
        assertThat(Files.readString(root.resolve("flows/main.flow.json"), StandardCharsets.UTF_8)).isEqualTo(FLOW);
    }
}
