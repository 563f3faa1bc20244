package org.ivrea.flow.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ivrea.flow.project.ResourceKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// docs/flow-format.md says what the code does.
class FormatReferenceTest {
    private static final Path REFERENCE = Path.of("..", "..", "docs", "flow-format.md");

    @Test
    void everyKindOfResourceIsNamed() throws IOException {
        assertThat(Files.readString(REFERENCE)).contains(ResourceKind.keys().stream().map(key -> "`" + key + "`")
                .toList());
    }

    @Test
    void theExampleIsTheSampleThatTheTestsUse() throws IOException {
        try (InputStream in = FormatReferenceTest.class.getResourceAsStream("/flows/main-menu.flow.json")) {
            String sample = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Files.readString(REFERENCE)).contains(sample);
        }
    }
}
