package org.ivrea.engine.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ValuesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void readsJson() {
        assertThat(Values.parseJson("{\"a\": [1, 2.5, \"x\", true, null, 1.0, 1e2], \"b\": {}}")).isEqualTo(Map.of("a",
                List.of(1L, 2.5, "x", true, Values.NULL, 1L, 100L), "b", Map.of()));
        assertThat(Values.parseJson("9223372036854775807")).isEqualTo(Long.MAX_VALUE);
        assertThat(Values.parseJson("9223372036854775808")).isEqualTo(0x1p63);
        assertThat(Values.parseJson("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(Values.parseJson("1e300")).isEqualTo(1e300);
    }

    @Test
    void saysWhereTextIsNoJson() {
        assertThatThrownBy(() -> Values.parseJson("{\n  \"a\": oops}")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(line 2, column 8)");
        assertThatThrownBy(() -> Values.parseJson("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsTheOrderOfMembers() {
        assertThat(Values.parseJson("{\"z\": 1, \"a\": 2}").toString()).isEqualTo("{z=1, a=2}");
    }

    @Test
    void writesJson() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("n", 1L);
        map.put("d", 2.50);
        map.put("list", List.of("x", true, Values.NULL, NOON, Double.NaN));
        assertThat(JsonWriter.compact(Values.toJson(map)))
                .isEqualTo("{\"n\":1,\"d\":2.5,\"list\":[\"x\",true,null,\"2026-03-02T12:00:00Z\",null]}");
        assertThatThrownBy(() -> Values.toJson(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void numbersSurviveJson(@ForAll long whole, @ForAll double decimal) {
        assertThat(Values.fromJson(Values.toJson(whole))).isEqualTo(whole);
        if (Double.isFinite(decimal)) {
            assertThat(((Number) Values.fromJson(Values.toJson(decimal))).doubleValue()).isEqualTo(decimal + 0.0);
        }
    }

    @Test
    void readsLikeACallerWould() {
        assertThat(Values.text(2.0)).isEqualTo("2");
        assertThat(Values.text(-0.0)).isEqualTo("0");
        assertThat(Values.text(12.5)).isEqualTo("12.5");
        assertThat(Values.text(123456789.25)).isEqualTo("123456789.25");
        assertThat(Values.text(0.0001)).isEqualTo("0.0001");
        assertThat(Values.text(1e20)).isEqualTo("1.0E20");
        assertThat(Values.text(7L)).isEqualTo("7");
        assertThat(Values.text(true)).isEqualTo("true");
        assertThat(Values.text("x")).isEqualTo("x");
        assertThat(Values.text(NOON)).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(Values.text(Values.NULL)).isEmpty();
        assertThat(Values.text(List.of(1L, "a", Values.NULL))).isEqualTo("[1,\"a\",null]");
        assertThat(Values.text(Map.of("a", 2.0))).isEqualTo("{\"a\":2}");
    }

    @Test
    void coercesWhereNothingIsLost() {
        assertThat(Values.coerce("12", ValueType.INT)).isEqualTo(12L);
        assertThat(Values.coerce(" -7 ", ValueType.INT)).isEqualTo(-7L);
        assertThat(Values.coerce(12.0, ValueType.INT)).isEqualTo(12L);
        assertThat(Values.coerce(12L, ValueType.NUMBER)).isEqualTo(12.0);
        assertThat(Values.coerce("12.5", ValueType.NUMBER)).isEqualTo(12.5);
        assertThat(Values.coerce("true", ValueType.BOOL)).isEqualTo(true);
        assertThat(Values.coerce(12.0, ValueType.STRING)).isEqualTo("12");
        assertThat(Values.coerce(true, ValueType.STRING)).isEqualTo("true");
        assertThat(Values.coerce(NOON, ValueType.STRING)).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(Values.coerce("2026-03-02T13:00:00+01:00", ValueType.TIME)).isEqualTo(NOON);
        assertThat(Values.coerce(NOON, ValueType.TIME)).isEqualTo(NOON);
        assertThat(Values.coerce(Values.NULL, ValueType.ANY)).isEqualTo(Values.NULL);
        List<Object> list = List.of(1L);
        assertThat(Values.coerce(list, ValueType.LIST)).isSameAs(list);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "12.5 | INT | The value must be a whole number, but is text that does not read as one",
            "99999999999999999999 | INT | The value must be a whole number, but is text that does not read as one",
            "1e5 | NUMBER | The value must be a number, but is text that does not read as one",
            "yes | BOOL | The value must be true or false, but is text that does not read as one",
            "tomorrow | TIME | The value must be a time, but is text that does not read as one",
            "x | LIST | The value must be a list, but is text that does not read as one"})
    void refusesTextThatWouldLose(String text, ValueType type, String message) {
        assertThatThrownBy(() -> Values.coerce(text, type)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesOtherValuesThatWouldLose() {
        assertThatThrownBy(() -> Values.coerce(12.5, ValueType.INT))
                .hasMessage("The value must be a whole number, but is a number");
        assertThatThrownBy(() -> Values.coerce(0x1p63, ValueType.INT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Values.coerce(Values.NULL, ValueType.STRING))
                .hasMessage("The value must be text, but is null");
        assertThatThrownBy(() -> Values.coerce(List.of(), ValueType.STRING))
                .hasMessage("The value must be text, but is a list");
        assertThatThrownBy(() -> Values.coerce(1L, ValueType.BOOL)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Values.coerce(0L, ValueType.TIME)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void measuresValues() {
        assertThat(ValueSize.check(1L)).isEqualTo(1);
        assertThat(ValueSize.check("x".repeat(320))).isEqualTo(11);
        assertThat(ValueSize.check(List.of(1L, List.of(2L, 3L), Map.of("a", 1L)))).isEqualTo(7);
        assertThat(ValueSize.check(Collections.nCopies(10_000, 1L))).isEqualTo(10_001);
        assertThat(ValueSize.check("x".repeat(65_536))).isPositive();
    }

    @Test
    void refusesValuesThatAreTooLarge() {
        assertThatThrownBy(() -> ValueSize.check("x".repeat(65_537))).isInstanceOf(EvaluationFailure.class)
                .hasMessage("The text has 65537 characters, more than the 65536 allowed");
        assertThatThrownBy(() -> ValueSize.check(List.of("x".repeat(65_537)))).isInstanceOf(EvaluationFailure.class);
        assertThatThrownBy(() -> ValueSize.check(Collections.nCopies(101, Collections.nCopies(100, 1L))))
                .hasMessage("The list or map has more than the 10000 entries allowed");
        Object deep = 1L;
        for (int level = 0; level < 100_000; level++) {
            deep = List.of(deep);
        }
        Object deepest = deep;
        assertThatThrownBy(() -> ValueSize.check(deepest))
                .hasMessage("The value is nested deeper than the 64 levels allowed");
    }

    @Test
    void bigDecimalsOfJsonBecomeTheNearestNumber() {
        assertThat(Values.fromJson(Json.of(new BigDecimal("0.1000000000000000055511151231257827")))).isEqualTo(0.1);
    }
}
