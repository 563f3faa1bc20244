package org.ivrea.flow.project;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectTemplateTest {
    @Test
    void allFilesOfTheTemplateAreListed() throws IOException, URISyntaxException {
        Path template = Path.of(Objects.requireNonNull(ProjectTemplate.class.getResource("template")).toURI());
        try (Stream<Path> files = Files.walk(template)) {
            assertThat(files.filter(Files::isRegularFile)
                    .map(file -> template.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(ProjectTemplate.FILES);
        }
    }
}
