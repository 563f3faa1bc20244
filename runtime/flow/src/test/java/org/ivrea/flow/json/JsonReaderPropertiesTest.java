package org.ivrea.flow.json;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JsonReaderPropertiesTest {
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    @Property
    void anyBytesGiveAValueOrAProblem(@ForAll byte[] bytes) {
        assertValueOrProblem(JsonReader.read(bytes, JsonLimits.DEFAULT));
    }

    @Property
    void anyTextOfJsonCharactersGivesAValueOrAProblem(@ForAll("jsonLikeTexts") String text) {
        assertValueOrProblem(JsonReader.read(text.getBytes(UTF_8), JsonLimits.DEFAULT));
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll("values") Json value) {
        assertThat(JsonReader.read(JsonWriter.canonicalBytes(value), JsonLimits.DEFAULT).value()).isEqualTo(value);
        assertThat(JsonReader.read(JsonWriter.compact(value).getBytes(UTF_8), JsonLimits.DEFAULT).value())
                .isEqualTo(value);
    }

    @Property
    void writingWhatWasReadGivesTheSameText(@ForAll("values") Json value) {
        byte[] written = JsonWriter.canonicalBytes(value);
        Json read = Objects.requireNonNull(JsonReader.read(written, JsonLimits.DEFAULT).value());
        assertThat(JsonWriter.canonicalBytes(read)).isEqualTo(written);
    }

    @Property
    void acceptsWhatAnotherReaderAccepts(@ForAll("jsonLikeTexts") String text) {
        byte[] bytes = text.getBytes(UTF_8);
        assertThat(JsonReader.read(bytes, JsonLimits.DEFAULT).value() != null).isEqualTo(isJsonForJackson(bytes));
    }

    @Property
    void acceptsTheSameDamagedTextsAsAnotherReader(@ForAll("values") Json value, @ForAll Random random) {
        byte[] bytes = JsonWriter.canonicalBytes(value);
        String alphabet = "{}[]\",:\\0123456789.eE+-truefalsnu \n/";
        bytes[random.nextInt(bytes.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        assertValueOrProblem(parsed);
        boolean limited = parsed.problems().stream().anyMatch(problem -> problem.code().equals(JsonProblem.LIMIT)
                || problem.code().equals(JsonProblem.ENCODING));
        if (!limited) {
            assertThat(parsed.value() != null).isEqualTo(isJsonForJackson(bytes));
        }
    }

    private static void assertValueOrProblem(Parsed parsed) {
        boolean faulty = parsed.problems().stream().anyMatch(problem -> !problem.warning());
        assertThat(parsed.value() == null).isEqualTo(faulty);
        assertThat(parsed.problems()).allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    private static boolean isJsonForJackson(byte[] bytes) {
        try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.getString();
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> jsonLikeTexts() {
        Arbitrary<String> tokens = Arbitraries.of("{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"", "\\", "1", "-",
                "0", ".5", "1e3", "true", "false", "null", "nul", " ", "\n", "/", "'", "\\u00e9", "\"\\n\"");
        return tokens.list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Json> values() {
        return JsonArbitraries.values();
    }
}
