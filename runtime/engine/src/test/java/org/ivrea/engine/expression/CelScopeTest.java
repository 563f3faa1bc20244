package org.ivrea.engine.expression;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.engine.expression.TestScope.SCOPE;
import static org.ivrea.engine.expression.TestScope.VALUES;
import static org.ivrea.engine.expression.TestScope.compile;
import static org.ivrea.engine.expression.TestScope.value;

class CelScopeTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "attempts < 3 && call.caller != ''", "customer.startsWith('A') && size(customer) == 3",
            "customer.matches('^[A-Z][a-z]+$')", "!customer.matches('^[a-z]+$')", "items.exists(x, x == attempts)",
            "items.all(x, x > 0)", "items.filter(x, x > 1) == [2, 3]", "items.map(x, x * 2) == [2, 4, 6]",
            "2 in items", "'tea' in prices", "has(prices.tea)", "!has(prices.coffee)", "prices['tea'] == 2.5",
            "reply.name == null", "reply.list[2] == null", "reply.list == [1, 2.5, null]", "null in reply.list",
            "reply.?nothing.orValue('x') == 'x'", "customer.lowerAscii() == 'ann'",
            "customer.replace('n', 'm') == 'Amm'",
            "'a,b'.split(',') == ['a', 'b']", "['a', 'b'].join('-') == 'a-b'", "customer.indexOf('n') == 1",
            "customer.lastIndexOf('n') == 2", "'abc'.contains('b')", "customer.substring(1) == 'nn'",
            "math.greatest(1, attempts, 3) == 3", "due == call.now", "due.getFullYear() == 2026",
            "call.now.getHours('Europe/Berlin') == 11", "(call.now - call.started).getSeconds() == 60",
            "timestamp('2026-03-02T10:00:00Z') == due", "channel['sip_from'] == 'ann'", "error.code == ''",
            "call.elapsedMs / 1000 == 60", "int(pin) == 4711", "string(attempts) == '2'",
            "done || attempts / 0 == 1"})
    void evaluatesConditions(String source) {
        assertThat(value(source, ValueType.BOOL)).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"balance + 1, 13.5", "1 + balance, 13.5", "attempts * 1.5, 3.0", "balance - attempts, 10.5",
            "balance / attempts, 6.25", "reply.list[0] + reply.list[1], 3.5", "1 / 4.0, 0.25"})
    void mixesWholeAndFloatingPointNumbers(String source, double result) {
        assertThat(value(source)).isEqualTo(result);
    }

    @Test
    void givesValuesOfFlowsOnly() {
        assertThat(value("attempts + 1")).isEqualTo(3L);
        assertThat(value("5u")).isEqualTo(5L);
        assertThat(value("[1, 'a', null]")).isEqualTo(List.of(1L, "a", Values.NULL));
        assertThat(value("{'a': {'b': [true]}, 1: 2.0}"))
                .isEqualTo(Map.of("a", Map.of("b", List.of(true)), "1", 2.0));
        assertThat(value("call.now")).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(value("null")).isSameAs(Values.NULL);
        assertThat(value("reply.name")).isSameAs(Values.NULL);
    }

    @Test
    void knowsTheTypeOfItsResult() {
        assertThat(compile("attempts + 1").type()).isEqualTo(ValueType.INT);
        assertThat(compile("balance * 2").type()).isEqualTo(ValueType.NUMBER);
        assertThat(compile("done && true").type()).isEqualTo(ValueType.BOOL);
        assertThat(compile("items + [1]").type()).isEqualTo(ValueType.LIST);
        assertThat(compile("{'a': 1}").type()).isEqualTo(ValueType.MAP);
        assertThat(compile("reply.name").type()).isEqualTo(ValueType.ANY);
        assertThat(SCOPE.expression("reply.name", ValueType.BOOL).type()).isEqualTo(ValueType.BOOL);
    }

    @Test
    void acceptsWholeNumbersWhereNumbersAreExpected() {
        assertThat(value("attempts", ValueType.NUMBER)).isEqualTo(2.0);
        assertThat(value("attempts + 1", ValueType.NUMBER)).isEqualTo(3.0);
        assertThat(value("7", ValueType.NUMBER)).isEqualTo(7.0);
    }

    @Test
    void checksAResultOfAnyTypeWhenItIsThere() {
        assertThat(value("reply.count == 5", ValueType.BOOL)).isEqualTo(true);
        assertThat(value("reply.count", ValueType.INT)).isEqualTo(5L);
        Expression condition = SCOPE.expression("reply.count", ValueType.BOOL);
        assertThat(condition.problems()).isEmpty();
        assertThatThrownBy(() -> condition.evaluate(VALUES::get)).isInstanceOf(EvaluationFailure.class)
                .hasMessage("This must be true or false, but is a whole number");
        Expression nothing = SCOPE.expression("reply.name", ValueType.STRING);
        assertThatThrownBy(() -> nothing.evaluate(VALUES::get)).isInstanceOf(EvaluationFailure.class)
                .hasMessage("This must be text, but is null");
    }

    @Test
    void knowsWhichVariablesAreRead() {
        assertThat(compile("attempts < 3 && call.caller != '' && channel['x'] == error.code").reads())
                .containsExactly("attempts");
        assertThat(compile("items.exists(x, x == attempts)").reads()).containsExactlyInAnyOrder("items", "attempts");
        assertThat(compile("items.map(attempts, attempts + 1)").reads()).containsExactly("items");
        assertThat(compile("items.exists(attempts, attempts == .attempts)").reads())
                .containsExactlyInAnyOrder("items", "attempts");
        assertThat(compile("has(reply.a) ? reply.a[attempts] : {customer: [balance]}").reads())
                .containsExactlyInAnyOrder("reply", "attempts", "customer", "balance");
        assertThat(compile("[[attempts]].exists(x, x.exists(y, y == 2))").reads()).containsExactly("attempts");
    }

    @Test
    void isSecretWhenItReadsASecret() {
        assertThat(compile("pin").isSecret()).isTrue();
        assertThat(compile("size(pin) == 4").isSecret()).isTrue();
        assertThat(compile("items.exists(pin, pin == 1)").isSecret()).isFalse();
        assertThat(compile("customer + 'x'").isSecret()).isFalse();
        assertThat(compile("pin + 1").isSecret()).as("though faulty").isFalse();
    }

    @Test
    void compilesAnExpressionOnce() {
        assertThat(compile("attempts + 40")).isSameAs(compile("attempts + 40"));
        assertThat(compile("attempts + 40")).isNotSameAs(SCOPE.expression("attempts + 40", ValueType.NUMBER));
    }

    @Test
    void engineNamesComeBeforeVariables() {
        CelScope shadowed = CelScope.of(Map.of("channel", new VariableSpec(ValueType.INT, true)));
        Expression channel = shadowed.expression("channel", ValueType.ANY);
        assertThat(channel.type()).isEqualTo(ValueType.MAP);
        assertThat(channel.reads()).isEmpty();
        assertThat(channel.isSecret()).isFalse();
    }
}
