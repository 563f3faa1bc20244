package org.ivrea.engine.check;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.expression.Values;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class AssignmentTypeTest {
    private static Checked setting(String type, String value) {
        return Checked.of("""
                { "start": "set", "variables": { "x": { "type": "%s" } }, "nodes": {
                  "set": { "type": "set", "assignments": [ { "variable": "x", "value": "%s" } ],
                    "exits": { "next": "bye" } },
                  "bye": { "type": "hangup" } } }
                """.formatted(type, value));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"int,'12'", "int,2.5", "number,1", "string,true", "bool,'true'",
            "time,'2026-01-01T00:00:00Z'", "list,[1]", "any,[1]", "string,call.now"})
    void whatMayFitIsLeftToTheCall(String type, String value) {
        assertThat(setting(type, value).problems(AssignmentType.CODE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"int,true", "int,[1]", "string,[1]", "bool,1", "time,12", "list,'a'",
            "map,[1]", "int,call.now"})
    void whatNeverFitsIsAnError(String type, String value) {
        assertThat(setting(type, value).places(AssignmentType.CODE))
                .containsExactly("main/nodes/set/assignments/0/value");
    }

    /// What the check calls impossible is so for each value of the type.
    @ParameterizedTest
    @EnumSource(ValueType.class)
    void agreesWithTheEngine(ValueType type) {
        List<Object> values = List.of(1L, 1.5, 2.0, true, "12", "true", "2026-01-01T00:00:00Z", "x", List.of(),
                Map.of(), Instant.EPOCH);
        for (Object value : values) {
            if (!type.takes(Values.typeOf(value))) {
                assertThatCode(() -> Values.coerce(value, type)).as("%s to %s", value, type)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
