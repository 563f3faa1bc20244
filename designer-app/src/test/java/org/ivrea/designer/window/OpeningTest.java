package org.ivrea.designer.window;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.pack.ProjectPackage;
import org.ivrea.flow.pack.SigningKey;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What a double-click on a file does.
class OpeningTest extends WindowFixture {
    @TempDir private Path elsewhere;

    @Override
    boolean opensProject() {
        return false;
    }

    @Test
    void aFlowIsShownInItsProject() {
        robot.interact(() -> window().open(project.resolve("flows/sign-in.flow.json")));
        awaitProject();

        assertThat(session().workspace().folder()).isEqualTo(project);
        assertThat(front()).isEqualTo("sign-in");

        robot.interact(() -> window().open(project.resolve("flows/bank.flow.json")));
        assertThat(front()).isEqualTo("bank");
    }

    @Test
    void thePackageIsUnpackedBesideWhatIsThere() throws IOException {
        Path file = elsewhere.resolve("bank-1.0.0.ivrea");
        pack(file);
        Files.createDirectories(elsewhere.resolve("bank-1.0.0"));

        robot.interact(() -> window().projects().openPackage(file, elsewhere));
        awaitProject();

        assertThat(session().workspace().folder()).isEqualTo(elsewhere.resolve("bank-1.0.0-2"));
        assertThat(session().workspace().folder().resolve("flows/bank.flow.json"))
                .hasSameTextualContentAs(project.resolve("flows/bank.flow.json"));
    }

    @Test
    void ofWhatIsNoPackageNothingIsLeft() throws IOException {
        Path file = Files.writeString(elsewhere.resolve("none.ivrea"), "none", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Unpacking.into(elsewhere.resolve("none"), file)).isInstanceOf(IOException.class);
        assertThat(elsewhere.resolve("none")).doesNotExist();
    }

    private void pack(Path file) throws IOException {
        var codec = new FlowCodec(NodeRegistry.load(), JsonLimits.DEFAULT);
        Project opened = Objects.requireNonNull(ProjectFolder.load(project, codec).value());
        try (OutputStream out = Files.newOutputStream(file)) {
            new ProjectPackage(opened, codec).write("bank", "1.0.0", List.of(), SigningKey.generate("a test"), out);
        }
    }

    private String front() {
        return session().tabs().front().orElseThrow().flow();
    }
}
