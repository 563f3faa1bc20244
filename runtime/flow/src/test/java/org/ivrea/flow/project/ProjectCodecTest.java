package org.ivrea.flow.project;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ivrea.flow.codec.Loaded;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonArbitraries;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ProjectCodecTest {
    private static final String CANONICAL = """
            {
              "formatVersion": 1,
              "name": "Example bank",
              "description": "Answers 24 hours a day",
              "main": "main-menu",
              "languages": [ "en", "pt-BR" ],
              "resources": {
                "queue": { "sales": { "description": "Sales, weekdays", "owner": "Ann" }, "support": {} },
                "secret": { "crm-token": {} },
                "satellite": { "one": {} }
              },
              "theme": "dark"
            }
            """;

    private static Loaded<ProjectDocument> read(String text) {
        return ProjectCodec.read(text.getBytes(UTF_8), "project.json", JsonLimits.DEFAULT);
    }

    @Test
    void readsWhatTheFileSays() {
        ProjectDocument project = read(CANONICAL).orThrow();
        assertThat(project.name()).isEqualTo("Example bank");
        assertThat(project.main()).isEqualTo("main-menu");
        assertThat(project.languages()).containsExactly("en", "pt-BR");
        assertThat(project.defaultLanguage()).isEqualTo("en");
        assertThat(project.resources(ResourceKind.QUEUE)).containsOnlyKeys("sales", "support");
        assertThat(project.resources(ResourceKind.GATEWAY)).isEmpty();
        assertThat(project.extra()).containsEntry("theme", Json.of("dark"));
    }

    @Test
    void savingWhatWasLoadedGivesTheSameBytes() {
        String sorted = CANONICAL.replace("""
                    "secret": { "crm-token": {} },
                    "satellite": { "one": {} }
                """, """
                    "satellite": { "one": {} },
                    "secret": { "crm-token": {} }
                """);
        ProjectDocument project = read(CANONICAL).orThrow();
        assertThat(new String(ProjectCodec.write(project), UTF_8)).isEqualTo(sorted);
        assertThat(read(sorted).value()).isEqualTo(project);
    }

    @Test
    void aProjectWithoutLanguagesIsInEnglish() {
        ProjectDocument project = read("{\"formatVersion\": 1, \"name\": \"N\"}").orThrow();
        assertThat(project).isEqualTo(ProjectDocument.empty("N"));
        assertThat(project.languages()).containsExactly("en");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/diagnostics/projects.txt", delimiter = '|', quoteCharacter = '`')
    void saysWhatIsWrong(String text, String expected) {
        assertThat(read(text).problems()).extracting(Problem::toString).containsExactly("project.json:" + expected);
    }

    @Test
    void resourcesAreDeclaredAndRemoved() {
        ProjectDocument project = ProjectDocument.empty("N")
                .withResource(ResourceKind.QUEUE, "sales", new ResourceDeclaration("Sales"));
        assertThat(project.resources(ResourceKind.QUEUE)).containsOnlyKeys("sales");
        assertThat(project.withResource(ResourceKind.QUEUE, "sales", null).resources(ResourceKind.QUEUE)).isEmpty();
    }

    @Test
    void everyPartCanBeChanged() {
        ProjectDocument project = ProjectDocument.empty("N").withName("M").withDescription("D").withMain("main")
                .withLanguages(List.of("de"));
        assertThat(read(new String(ProjectCodec.write(project), UTF_8)).value()).isEqualTo(project);
    }

    @Property(tries = 300)
    void anyValuesGiveAProjectOrAProblem(@ForAll("values") Json one, @ForAll("values") Json other) {
        Json.Obj file = Json.obj("formatVersion", Json.of(1), "name", Json.of("N"), "languages", one)
                .with("resources", other).with("main", one).with("more", other);
        Loaded<ProjectDocument> loaded = ProjectCodec.read(JsonWriter.canonicalBytes(file), "a", JsonLimits.DEFAULT);
        assertThat(loaded.value() != null || loaded.hasErrors()).isTrue();
    }

    @Provide
    Arbitrary<Json> values() {
        return JsonArbitraries.values();
    }

    @Test
    void aTimeZoneThatIsNoneIsAnErrorWithTheNearestOne() {
        Loaded<ProjectDocument> loaded = ProjectCodec.read(
                "{ \"formatVersion\": 1, \"name\": \"a\", \"timeZone\": \"Europe/Berln\" }"
                        .getBytes(UTF_8),
                "project.json", JsonLimits.DEFAULT);

        assertThat(loaded.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("\"Europe/Berln\" is no time zone").contains("did you mean \"Europe/Berlin\"?"));
        assertThat(loaded.orThrow().timeZone()).isEqualTo("Europe/Berln");
    }

    @Test
    void theTimeZoneStandsBehindTheLanguages() {
        assertThat(new String(ProjectCodec.write(ProjectDocument.empty("a").withTimeZone("UTC")),
                UTF_8)).containsSubsequence("languages", "\"timeZone\": \"UTC\"");
    }
}
