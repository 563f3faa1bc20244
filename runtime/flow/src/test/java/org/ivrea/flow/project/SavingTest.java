package org.ivrea.flow.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.JsonLimits;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SavingTest {
    private static final FlowDocument FLOW = FlowDocument.empty("Saved");

    private final FlowCodec codec = new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT);

    @TempDir
    @SuppressWarnings("NullAway.Init") Path folder;

    private Path flowFile() {
        return folder.resolve("flows/main.flow.json");
    }

    private List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    @Test
    void createsAFlowAndItsFolder() throws IOException {
        ProjectFolder.saveFlow(folder, "main", FLOW, codec);
        assertThat(Files.readAllBytes(flowFile())).isEqualTo(codec.write(FLOW));
        assertThat(filesIn(folder.resolve("flows"))).containsExactly(flowFile());
    }

    @Test
    void replacesAFlowAndKeepsItsPermissions() throws IOException {
        ProjectFolder.saveFlow(folder, "main", FLOW, codec);
        Assumptions.assumeTrue(Files.getFileStore(flowFile()).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(flowFile(), PosixFilePermissions.fromString("rw-rw-r--"));
        ProjectFolder.saveFlow(folder, "main", FLOW.withName("Again"), codec);
        assertThat(Files.readString(flowFile())).contains("Again");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(flowFile()))).isEqualTo("rw-rw-r--");
    }

    @Test
    void savesAndLoadsAWholeProject() throws IOException {
        ProjectDocument settings = ProjectDocument.empty("Project").withMain("main");
        ProjectFolder.saveSettings(folder, settings);
        ProjectFolder.saveFlow(folder, "main", FLOW, codec);
        Project project = ProjectFolder.load(folder, codec).orThrow();
        assertThat(project.settings()).isEqualTo(settings);
        assertThat(project.mainFlow()).isEqualTo(FLOW);
    }

    @Test
    void aLinkInsideTheProjectStaysOne() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Files.createSymbolicLink(flowFile(), real);
        ProjectFolder.saveFlow(folder, "main", FLOW, codec);
        assertThat(flowFile()).isSymbolicLink();
        assertThat(Files.readAllBytes(real)).isEqualTo(codec.write(FLOW));
    }

    @Test
    void aLinkOutOfTheProjectIsNotFollowed() throws IOException {
        Path project = folder.resolve("project");
        Files.createDirectories(project.resolve("flows"));
        Path outside = Files.writeString(folder.resolve("outside.json"), "old");
        Files.createSymbolicLink(project.resolve("flows/main.flow.json"), outside);
        assertThatThrownBy(() -> ProjectFolder.saveFlow(project, "main", FLOW, codec))
                .isInstanceOf(IOException.class)
                .hasMessage("Could not save flows/main.flow.json in " + project
                        + ": a symbolic link leads out of the project. The file there was not changed");
        assertThat(Files.readString(outside)).isEqualTo("old");
    }

    @Test
    void aDanglingLinkIsNotReplaced() throws IOException {
        Files.createDirectories(folder.resolve("flows"));
        Files.createSymbolicLink(flowFile(), folder.resolve("nothing"));
        assertThatThrownBy(() -> ProjectFolder.saveFlow(folder, "main", FLOW, codec))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a symbolic link that leads nowhere");
        assertThat(flowFile()).isSymbolicLink();
    }

    @Test
    void aFolderInTheFilesPlaceIsLeftAlone() throws IOException {
        Files.createDirectories(flowFile().resolve("inner"));
        assertThatThrownBy(() -> ProjectFolder.saveFlow(folder, "main", FLOW, codec)).isInstanceOf(IOException.class)
                .hasMessageContaining("Could not save flows/main.flow.json");
        assertThat(flowFile().resolve("inner")).isDirectory();
        assertThat(filesIn(folder.resolve("flows"))).containsExactly(flowFile());
    }

    @Test
    void aFileInTheFoldersPlaceIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("flows"), "a file");
        assertThatThrownBy(() -> ProjectFolder.saveFlow(folder, "main", FLOW, codec)).isInstanceOf(IOException.class)
                .hasMessageContaining("not changed");
        assertThat(folder.resolve("flows")).hasContent("a file");
    }

    @Test
    void aFlowWithABadNameIsNotSaved() {
        assertThatThrownBy(() -> ProjectFolder.saveFlow(folder, "../main", FLOW, codec))
                .isInstanceOf(IOException.class).hasMessageContaining("its name must be 1 to 64 of");
        assertThat(folder.resolveSibling("main.flow.json")).doesNotExist();
    }

    @Test
    void aFileThatMayNotBeWrittenIsLeftAlone() throws IOException {
        ProjectFolder.saveFlow(folder, "main", FLOW, codec);
        assertThat(flowFile().toFile().setWritable(false)).isTrue();
        Assumptions.assumeFalse(Files.isWritable(flowFile()), "this user may write everything");
        assertThatThrownBy(() -> ProjectFolder.saveFlow(folder, "main", FLOW.withName("Again"), codec))
                .isInstanceOf(IOException.class).hasMessageContaining("it is read-only");
        assertThat(Files.readAllBytes(flowFile())).isEqualTo(codec.write(FLOW));
    }
}
