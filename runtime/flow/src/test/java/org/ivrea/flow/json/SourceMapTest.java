package org.ivrea.flow.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class SourceMapTest {
    private static final String TEXT = """
            {
              "name": "A",
              "nodes": {
                "menu": { "choices": [ { "keys": "1" }, { "keys": "2,}" } ], "n": -1.5e3, "t": true },
                "a/b": { "type": "x" }
              },
              "last": [ [], {}, 3 ]
            }
            """;

    private final SourceMap positions = SourceMap.of(TEXT.getBytes(UTF_8), JsonLimits.DEFAULT);

    @ParameterizedTest
    @CsvSource({"'', 1:1, 1:1", "/name, 2:11, 2:3", "/nodes, 3:12, 3:3", "/nodes/menu, 4:13, 4:5",
            "/nodes/menu/choices/1, 4:45, 4:45", "/nodes/menu/choices/1/keys, 4:55, 4:47", "/nodes/menu/n, 4:71, 4:66",
            "/nodes/menu/t, 4:84, 4:79", "/nodes/a~1b/type, 5:22, 5:14", "/last/2, 7:21, 7:21"})
    void findsValuesAndNames(String pointer, String value, String name) {
        assertThat(positions.positionOf(JsonPointer.parse(pointer))).hasToString(value);
        assertThat(positions.namePositionOf(JsonPointer.parse(pointer))).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 1:1", "/nodes/gone/exits, 3:12", "/nodes/menu/choices/7, 4:26", "/name/deeper, 2:11"})
    void aValueThatIsNotThereGivesTheNearestAroundIt(String pointer, String expected) {
        assertThat(positions.positionOf(JsonPointer.parse(pointer))).hasToString(expected);
    }

    @Test
    void aBrokenTextIsKnownUpToTheFault() {
        SourceMap broken = SourceMap.of("{ \"a\": { \"b\": 1, \"c\" }, \"d\": \"".getBytes(UTF_8), JsonLimits.DEFAULT);
        assertThat(broken.positionOf(JsonPointer.parse("/a/b"))).hasToString("1:15");
        assertThat(broken.positionOf(JsonPointer.parse("/a/c"))).hasToString("1:8");
        assertThat(broken.positionOf(JsonPointer.parse("/d"))).hasToString("1:30");
    }

    @ParameterizedTest
    @CsvSource({"']'", "'{]'", "'[}'", "'{\"a\":}'", "'{\"a\":,'", "'[,,'", "'[[}'", "'{\"a\":]]]'", "'\"'"})
    void anyGarbageIsScannedToItsEnd(String text) {
        SourceMap garbage = SourceMap.of(text.getBytes(UTF_8), JsonLimits.DEFAULT);
        assertThat(garbage.positionOf(JsonPointer.parse("/a/0/b"))).isNotNull();
    }

    @Test
    void nothingIsKnownOfAnEmptyText() {
        assertThat(SourceMap.NONE.positionOf(JsonPointer.ROOT)).isNull();
        assertThat(SourceMap.NONE.namePositionOf(JsonPointer.ROOT)).isNull();
    }

    @Test
    void aByteOrderMarkTakesNoColumn() {
        SourceMap marked = SourceMap.of("\uFEFF{\"a\":1}".getBytes(UTF_8), JsonLimits.DEFAULT);
        assertThat(marked.positionOf(JsonPointer.parse("/a"))).isEqualTo(new Position(1, 6));
    }
}
