package org.ivrea.flow.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JsonWriterTest {

    @Test
    void theDocumentItselfIsAlwaysOnSeveralLines() {
        assertThat(JsonWriter.canonical(Json.obj("a", Json.of(1)))).isEqualTo("{\n  \"a\": 1\n}\n");
        assertThat(JsonWriter.canonical(Json.arr(Json.of(1)))).isEqualTo("[\n  1\n]\n");
    }

    @Test
    void emptyAndScalarDocumentsAreOneLine() {
        assertThat(JsonWriter.canonical(Json.obj())).isEqualTo("{}\n");
        assertThat(JsonWriter.canonical(Json.arr())).isEqualTo("[]\n");
        assertThat(JsonWriter.canonical(Json.of("a"))).isEqualTo("\"a\"\n");
    }

    @Test
    void shortValuesAreOnOneLine() {
        Json place = Json.arr(Json.of(320), Json.of(160));
        assertThat(JsonWriter.canonical(Json.obj("layout", Json.obj("menu", place, "none", Json.arr()))))
                .isEqualTo("{\n  \"layout\": { \"menu\": [ 320, 160 ], \"none\": [] }\n}\n");
    }

    @Test
    void aValueOfExactlyAHundredCharactersIsOnOneLine() {
        Json hundred = Json.arr(Json.of("x".repeat(94)));
        assertThat(JsonWriter.canonical(Json.obj("a", hundred)).lines()).hasSize(3);
        Json more = Json.arr(Json.of("x".repeat(95)));
        assertThat(JsonWriter.canonical(Json.obj("a", more)).lines()).hasSize(5);
    }

    @Test
    void aLongValueIsBrokenAndItsPartsAreNot() {
        Json item = Json.obj("text", Json.of("x".repeat(60)));
        assertThat(JsonWriter.canonical(Json.obj("prompt", Json.arr(item, item)))).isEqualTo("""
                {
                  "prompt": [
                    { "text": "%1$s" },
                    { "text": "%1$s" }
                  ]
                }
                """.formatted("x".repeat(60)));
    }

    @Test
    void onlyWhatMustBeEscapedIsEscaped() {
        assertThat(JsonWriter.compact(Json.of("é😀/\u2028\"\\\b\f\n\r\t\u0001\u007f")))
                .isEqualTo("\"é😀/\u2028\\\"\\\\\\b\\f\\n\\r\\t\\u0001\u007f\"");
    }

    @Test
    void halfOfACharacterIsReplacedSoThatTheTextStaysReadable() {
        assertThat(JsonWriter.compact(Json.of("a\ud800b\udc00"))).isEqualTo("\"a\uFFFDb\uFFFD\"");
        assertThat(JsonWriter.compact(Json.of("\udc00\ud800"))).isEqualTo("\"\uFFFD\uFFFD\"");
    }

    @Test
    void numbersAreWrittenExactly() {
        assertThat(JsonWriter.compact(Json.arr(Json.of(5000), Json.of(new BigDecimal("0.10")),
                Json.of(new BigDecimal("1e3")), Json.of(new BigDecimal("1e100")),
                Json.of(new BigDecimal("123456789012345678901234567890.5")))))
                .isEqualTo("[5000,0.1,1000,1E+100,123456789012345678901234567890.5]");
    }

    @Test
    void aWideDocumentOfDeepValuesIsWrittenInOnePass() {
        Json value = Json.of("x".repeat(200));
        for (int level = 0; level < 60; level++) {
            value = Json.arr(value);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        for (String name : Collections.nCopies(1, "deep")) {
            members.put(name, value);
        }
        assertThat(JsonWriter.canonical(Json.obj(members)).lines()).hasSize(123);
    }
}
