package org.ivrea.engine.check;

import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UndeclaredVariableTest {
    private static Checked setting(String variable, String value) {
        return Checked.of("""
                { "start": "set", "variables": { "tries": { "type": "int", "initial": 0 } }, "nodes": {
                  "set": { "type": "set", "assignments": [ { "variable": "%s", "value": "%s" } ],
                    "exits": { "next": "bye" } },
                  "bye": { "type": "hangup" } } }
                """.formatted(variable, value));
    }

    @Test
    void aDeclaredVariableIsFine() {
        assertThat(setting("tries", "tries + 1").problems()).isEmpty();
    }

    @Test
    void aVariableThatIsMisspeltIsCorrectedByTheFix() {
        Checked flow = setting("tires", "tries + 1");
        assertThat(flow.places(UndeclaredVariable.CODE)).containsExactly("main/nodes/set/assignments/0/variable");
        assertThat(flow.fixed(UndeclaredVariable.CODE).problems()).isEmpty();
    }

    @Test
    void aNewVariableIsDeclaredByTheFixWithTheTypeOfItsValue() {
        Checked fixed = setting("weather", "'rain'").fixed(UndeclaredVariable.CODE);
        assertThat(fixed.problems(UndeclaredVariable.CODE)).isEmpty();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(fixed.flows().get("main")).variables().get("weather"))
                .type()).isEqualTo("string");
    }
}
