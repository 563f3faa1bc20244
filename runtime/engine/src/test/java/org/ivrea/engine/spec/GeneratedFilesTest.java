package org.ivrea.engine.spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ivrea.engine.run.Rehearsal;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// The files in `docs/` that are written from the node types are up to date.
final class GeneratedFilesTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final boolean UPDATE = Boolean.getBoolean("ivrea.update");

    @Test
    void theSchema() throws IOException {
        isUpToDate("flow.schema.json", SchemaWriter.schema(Rehearsal.REGISTRY));
    }

    @Test
    void theNodeReference() throws IOException {
        isUpToDate("nodes.md", NodeReference.markdown(Rehearsal.REGISTRY));
    }

    private static void isUpToDate(String name, String text) throws IOException {
        Path file = DOCS.resolve(name);
        if (UPDATE) {
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/%s is not what the node types say; `mvn verify -Divrea.update=true` writes it anew", name)
                .isEqualTo(text);
    }
}
