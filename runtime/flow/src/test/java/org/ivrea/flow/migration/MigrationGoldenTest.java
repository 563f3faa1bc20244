package org.ivrea.flow.migration;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.codec.NodeShapes;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Each folder under `migrations` is named like the step it tests and holds pairs of `NAME.in.json` and
/// `NAME.out.json`. A released pair is never changed.
class MigrationGoldenTest {
    private static final String IN = ".in.json";

    static Stream<Path> inputs() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(MigrationGoldenTest.class.getResource("/migrations")).toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(IN)).sorted().toList().stream();
        }
    }

    private static Json.Obj read(Path file) throws IOException {
        return (Json.Obj) Objects.requireNonNull(
                JsonReader.read(Files.readAllBytes(file), JsonLimits.DEFAULT).value(), file::toString);
    }

    private static String folderOf(Path input) {
        return Objects.requireNonNull(input.getParent()).getFileName().toString();
    }

    private static Path outputOf(Path input) {
        return input.resolveSibling(input.getFileName().toString().replace(IN, ".out.json"));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aStepGivesTheExpectedDocument(Path input) throws IOException {
        int version = Integer.parseInt(folderOf(input).replace("flow-from-", ""));
        Json.Obj migrated = Migrations.FLOW.steps().get(version - Migrations.FLOW.oldest()).apply(read(input));
        assertThat(JsonWriter.canonical(migrated)).isEqualTo(Files.readString(outputOf(input)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anOldFileLoadsWithoutErrors(Path input) throws IOException {
        Loaded<FlowDocument> loaded = new FlowCodec(NodeShapes.NONE, JsonLimits.DEFAULT)
                .read(Files.readAllBytes(input), input.getFileName().toString());
        assertThat(loaded.hasErrors()).as("%s", loaded.problems()).isFalse();
    }

    @Test
    void everyStepHasAtLeastThreePairs() throws IOException, URISyntaxException {
        List<Path> inputs = inputs().toList();
        for (int step = 0; step < Migrations.FLOW.steps().size(); step++) {
            String folder = "flow-from-" + (Migrations.FLOW.oldest() + step);
            assertThat(inputs.stream().filter(input -> folderOf(input).equals(folder))).hasSizeGreaterThan(2);
        }
    }

    @Test
    void theStepsLeadToTheVersionsThatAreWritten() {
        assertThat(Migrations.FLOW.newest()).isEqualTo(FlowDocument.FORMAT_VERSION);
    }

    @Test
    void theVersionIsSetAfterEachStep() {
        Json.Obj migrated = Migrations.FLOW.toNewest(Json.obj("formatVersion", Json.of(0)), 0);
        assertThat(migrated.get("formatVersion")).isEqualTo(Json.of(1));
    }
}
