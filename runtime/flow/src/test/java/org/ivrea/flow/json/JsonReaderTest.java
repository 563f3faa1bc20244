package org.ivrea.flow.json;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class JsonReaderTest {

    private static Parsed read(String text) {
        return JsonReader.read(text.getBytes(UTF_8), JsonLimits.DEFAULT);
    }

    private static JsonProblem onlyProblem(String text) {
        Parsed parsed = read(text);
        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems()).hasSize(1);
        return parsed.problems().getFirst();
    }

    @Test
    void readsEveryKindOfValue() {
        Parsed parsed = read(" { \"a\" : [ 1, -2.5e1, true, false, null, \"x\", {}, [] ] }\r\n\t");
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value()).isEqualTo(Json.obj("a", Json.arr(Json.of(1), Json.of(-25), Json.of(true),
                Json.of(false), Json.NULL, Json.of("x"), Json.obj(), Json.arr())));
    }

    @Test
    void readsAScalarAsADocument() {
        assertThat(read("12").value()).isEqualTo(Json.of(12));
        assertThat(read("null").value()).isEqualTo(Json.NULL);
    }

    @Test
    void readsAllEscapes() {
        assertThat(read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\ude00\\u0000\"").value())
                .isEqualTo(Json.of("\"\\/\b\f\n\r\té😀\0"));
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertThat(read("{\"z\":1,\"a\":2,\"m\":3}").value()).hasToString("{\"z\":1,\"a\":2,\"m\":3}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": 1,}            | 1:8  | Remove this comma: nothing follows it before '}'
            [1, 2, ]             | 1:6  | Remove this comma: nothing follows it before ']'
            {"a": 1 "b": 2}      | 1:9  | Expected ',' or '}' before '"'; a comma is probably missing before it
            [1 2]                | 1:4  | Expected ',' or ']' before '2'
            [1 {}]               | 1:4  | Expected ',' or ']' before '{'; a comma is probably missing before it
            {"a" 1}              | 1:6  | Expected ':' after the member name "a" before '1'
            {"a": }              | 1:7  | Expected a value before '}'
            [,]                  | 1:2  | Expected a value before ','
            {a: 1}               | 1:2  | Write the member name in double quotes: "a"
            {'a': 1}             | 1:2  | Write member names in double quotes
            {1}                  | 1:2  | Write the member name in double quotes: "1"
            {"a": 'b'}           | 1:7  | Write strings in double quotes
            {"a": b}             | 1:7  | Unknown word b; write text in double quotes
            [True]               | 1:2  | Write true in lower case
            [None]               | 1:2  | Unknown word None; did you mean null?
            [yes]                | 1:2  | Unknown word yes; did you mean true?
            [off]                | 1:2  | Unknown word off; did you mean false?
            [NaN]                | 1:2  | NaN is no JSON number; write a number or null
            [trueish]            | 1:2  | Unknown word trueish; write text in double quotes
            [// no               | 1:2  | JSON has no comments; remove it, or use a "note" member
            {# no                | 1:2  | JSON has no comments; remove it, or use a "note" member
            [1 /* no */]         | 1:4  | JSON has no comments; remove it, or use a "note" member
            [+1]                 | 1:2  | A number may not begin with '+'; remove it
            [.5]                 | 1:2  | A number may not begin with '.'; write a 0 before it
            [007]                | 1:2  | A number may not begin with 0; remove the zero, or write a string
            [5.]                 | 1:2  | This number is not complete: a digit is missing before ']'
            [-]                  | 1:2  | This number is not complete: a digit is missing before ']'
            [1e]                 | 1:2  | This number is not complete: a digit is missing before ']'
            ["a\\x"]             | 1:4  | Unknown escape "\\x"; for a backslash write "\\\\"
            ["\\u12G4"]          | 1:3  | "\\u" must be followed by four hexadecimal digits
            [1] 2                | 1:5  | The document ends before '2'; remove what stands behind its end
            {} }                 | 1:4  | The document ends before '}'; remove what stands behind its end
            {"a": ["b            | 1:8  | The string that begins here is never closed; the text ends inside it
            """)
    void saysWhatIsWrongAndWhere(String text, String position, String message) {
        JsonProblem problem = onlyProblem(text);
        assertThat(problem.position()).hasToString(position);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.code()).isEqualTo(JsonProblem.SYNTAX);
        assertThat(problem.warning()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": {"b":          | object | 1, column 7
            {"a": {"b"           | object | 1, column 7
            {"a": {              | object | 1, column 7
            {"a": [1             | array  | 1, column 7
            {"a": [1,            | array  | 1, column 7
            {"a": []             | object | 1, column 1
            {"a": [],            | object | 1, column 1
            """)
    void aFileThatWasCutOffIsCalledThat(String text, String kind, String place) {
        assertThat(onlyProblem(text).message()).isEqualTo("The text ends inside the " + kind + " that begins at line "
                + place + "; it was probably cut off");
    }

    @Test
    void aLineBreakInAStringIsExplained() {
        JsonProblem problem = onlyProblem("{\n  \"a\": \"one\ntwo\"\n}");
        assertThat(problem.position()).isEqualTo(new Position(2, 12));
        assertThat(problem.message()).contains("line break").contains("\\n");
    }

    @Test
    void columnsCountUtf16UnitsAndLinesEndWithAnyLineBreak() {
        assertThat(onlyProblem("[\"😀é\",\r\n\"a\",\r\"😀é\" !]").position()).isEqualTo(new Position(3, 7));
    }

    @Test
    void thePointerNamesTheInnermostValueAroundTheFault() {
        assertThat(onlyProblem("{\"nodes\": {\"menu\": {\"choices\": [1, tru]}}}").pointer())
                .hasToString("/nodes/menu/choices/1");
    }

    @Test
    void everyDuplicateIsReported() {
        Parsed parsed = read("{\"a\": 1, \"b\": {\"c\": 1, \"c\": 2}, \"a\": 3}");
        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems()).extracting(JsonProblem::code).containsOnly(JsonProblem.DUPLICATE);
        assertThat(parsed.problems()).extracting(problem -> problem.pointer().toString())
                .containsExactly("/b/c", "/a");
        assertThat(parsed.problems()).extracting(JsonProblem::position)
                .containsExactly(new Position(1, 24), new Position(1, 33));
    }

    @Test
    void namesThatAreSpeltDifferentlyButEqualAreDuplicates() {
        assertThat(onlyProblem("{\"a\": 1, \"\\u0061\": 2}").code()).isEqualTo(JsonProblem.DUPLICATE);
    }

    @Test
    void aByteOrderMarkIsToleratedWithAWarning() {
        Parsed parsed = read("\uFEFF[1]");
        assertThat(parsed.value()).isEqualTo(Json.arr(Json.of(1)));
        assertThat(parsed.problems()).hasSize(1);
        assertThat(parsed.problems().getFirst().warning()).isTrue();
        assertThat(parsed.problems().getFirst().code()).isEqualTo(JsonProblem.BYTE_ORDER_MARK);
    }

    @Test
    void repeatedNamesAreOneString() {
        var items = (Json.Arr) Objects.requireNonNull(read("[{\"type\":1},{\"type\":2}]").value());
        List<String> names = items.items().stream()
                .map(item -> ((Json.Obj) item).members().firstEntry().getKey()).toList();
        assertThat(names.get(0)).isSameAs(names.get(1));
    }
}
