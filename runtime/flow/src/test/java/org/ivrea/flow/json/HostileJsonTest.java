package org.ivrea.flow.json;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class HostileJsonTest {

    private static JsonProblem firstProblem(byte[] bytes) {
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        assertThat(parsed.value()).isNull();
        assertThat(parsed.problems()).isNotEmpty();
        return parsed.problems().getFirst();
    }

    private static JsonProblem firstProblem(String text) {
        return firstProblem(text.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void nestingIsCapped(String level) {
        JsonProblem problem = firstProblem(level.repeat(100_000));
        assertThat(problem.code()).isEqualTo(JsonProblem.LIMIT);
        assertThat(problem.message()).contains("64 levels");
        assertThat(problem.pointer().tokens()).hasSize(64);
    }

    @Test
    void theDeepestAllowedNestingIsRead() {
        String text = "[".repeat(64) + "]".repeat(64);
        assertThat(JsonReader.read(text.getBytes(UTF_8), JsonLimits.DEFAULT).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1E+1000", "1e99999999999999999999999999"})
    void hugeExponentsAreRefused(String number) {
        assertThat(firstProblem(number).code()).isEqualTo(JsonProblem.LIMIT);
    }

    @Test
    void aNumberOfTenThousandDigitsIsRefused() {
        assertThat(firstProblem("1".repeat(10_000)).message()).contains("10000 digits");
        assertThat(firstProblem("0." + "1".repeat(10_000)).code()).isEqualTo(JsonProblem.LIMIT);
    }

    @Test
    void aThousandDigitsAreRead() {
        Parsed parsed = JsonReader.read("9".repeat(1_000).getBytes(UTF_8), JsonLimits.DEFAULT);
        assertThat(parsed.value()).hasToString("9".repeat(1_000));
    }

    @Test
    void aLongStringIsRefused() {
        String tooLong = "\"" + "x".repeat((1 << 20) + 1) + "\"";
        assertThat(firstProblem(tooLong).code()).isEqualTo(JsonProblem.LIMIT);
        assertThat(firstProblem(tooLong.replace("x", "\\n")).code()).isEqualTo(JsonProblem.LIMIT);
        assertThat(firstProblem("{" + tooLong + ":1}").code()).isEqualTo(JsonProblem.LIMIT);
    }

    @Test
    void theLongestAllowedStringIsRead() {
        String text = "\"" + "x".repeat(1 << 20) + "\"";
        assertThat(JsonReader.read(text.getBytes(UTF_8), JsonLimits.DEFAULT).problems()).isEmpty();
    }

    @Test
    void aFileOf17MiBIsRefusedUnread() {
        byte[] bytes = new byte[17 << 20];
        Arrays.fill(bytes, (byte) '[');
        assertThat(firstProblem(bytes).message()).isEqualTo("The text is longer than the 16777216 bytes allowed");
    }

    @Test
    void tooManyMembersAreRefused() {
        String items = "[" + "1,".repeat(200_000) + "1]";
        assertThat(firstProblem(items).message()).isEqualTo("This array has more than the 200000 members allowed");
        String members = IntStream.rangeClosed(0, 200_000).mapToObj(number -> "\"" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(firstProblem(members).message()).isEqualTo("This object has more than the 200000 members allowed");
    }

    @Test
    void aFloodOfDuplicatesIsCutShort() {
        Parsed parsed = JsonReader.read(("{" + "\"a\":1,".repeat(100_000) + "\"a\":1}").getBytes(UTF_8),
                JsonLimits.DEFAULT);
        assertThat(parsed.problems()).hasSizeLessThanOrEqualTo(101);
        assertThat(parsed.problems().getLast().message()).contains("further problems are not listed");
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
        byte[] latin = "{\n  \"name\": \"Caf\u00e9\" }".getBytes(ISO_8859_1);
        JsonProblem problem = firstProblem(latin);
        assertThat(problem.code()).isEqualTo(JsonProblem.ENCODING);
        assertThat(problem.position()).isEqualTo(new Position(2, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0 af", "ed a0 80", "f4 90 80 80", "ff", "fe ff 00 7b", "e2 82", "80"})
    void overlongSurrogateAndCutOffSequencesAreRefused(String hexadecimal) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hexadecimal);
        assertThat(firstProblem(bytes).code()).isEqualTo(JsonProblem.ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\ud800x\"", "\"\\ud800\\u0041\"", "\"\\ud800\\ud800\"",
            "{\"\\udfff\":1}"})
    void halfOfACharacterIsRefused(String text) {
        JsonProblem problem = firstProblem(text);
        assertThat(problem.code()).isEqualTo(JsonProblem.ENCODING);
        assertThat(problem.message()).contains("half of a character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void anEmptyFileIsCalledEmpty(String text) {
        assertThat(firstProblem(text).message()).isEqualTo("The text is empty");
    }

    @Test
    void rawControlCharactersAreRefused() {
        assertThat(firstProblem("\"a\0b\"").message()).contains("U+0000").contains("\\u0000");
        assertThat(firstProblem("\0").code()).isEqualTo(JsonProblem.SYNTAX);
        assertThat(firstProblem("[1\0]").message()).isEqualTo("Expected ',' or ']' before U+0000");
        assertThat(firstProblem("\"a\tb\"").message()).contains("tab");
    }
}
