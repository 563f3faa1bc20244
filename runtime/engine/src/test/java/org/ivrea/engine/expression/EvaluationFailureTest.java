package org.ivrea.engine.expression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ivrea.engine.expression.TestScope.value;

class EvaluationFailureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', value = {
            "unset | The variable \"unset\" has no value yet",
            "unset + 'x' | The variable \"unset\" has no value yet",
            "call.id | The variable \"call.id\" has no value yet",
            "reply.nothing | There is no member \"nothing\"; has(…) tells whether there is one",
            "prices['coffee'] | There is no member \"coffee\"; has(…) tells whether there is one",
            "prices[customer] | A member that the expression reads is not there; has(…) tells whether there is one",
            "reply.count.more | The expression reads a member \"more\" of something that is no map",
            "items[3] | The expression reads past the end of a list or text; size(…) tells its length",
            "attempts / 0 | The expression divides by zero", "attempts % 0 | The expression divides by zero",
            "balance / 0 | The result is no number: it was divided by zero, or became too large",
            "[0.0 / 0.0] | The result is no number: it was divided by zero, or became too large",
            "9223372036854775807 + attempts | A number becomes too large for a whole number of 64 bits",
            "int(customer) | A text does not read as what the expression makes of it",
            "timestamp(customer) | A text does not read as what the expression makes of it",
            "dyn(customer) + 1 | An operation of the expression does not fit the kinds of values it gets",
            "{'a': 1, 'a': 2} | The expression makes a map with the same key twice",
            "customer.substring(9) | A function of the expression refuses the value it gets",
            "customer.matches('(') | A function of the expression refuses the value it gets",
            "18446744073709551615u | The result does not fit a whole number",
            "dyn(call.now - call.started) | The result is a length of time; add .getSeconds() to make a whole number "
                    + "of it",
            "dyn(reply.?a) | The result is an optional value; add .orValue(…) to say what to use when there is none",
            "dyn(b'1') | The result is neither text, number, true or false, list, map nor time"})
    void saysWhyThereIsNoValue(String source, String message) {
        assertThatThrownBy(() -> value(source)).isInstanceOf(EvaluationFailure.class).hasMessage(message);
    }

    @Test
    void neverRepeatsAValue() {
        for (String source : new String[] {"int(pin + 'x')", "prices[pin]", "timestamp(pin)", "pin.substring(9)",
                "pin.matches('(' + pin)", "dyn(pin) + 1", "reply[pin]", "duration(pin).getSeconds()",
                "pin.charAt(7)"}) {
            EvaluationFailure failure = catchThrowableOfType(EvaluationFailure.class, () -> value(source));
            assertThat(failure).as(source).isNotNull();
            assertThat(failure).as(source).hasMessageNotContaining("4711").hasNoCause();
        }
    }

    @Test
    void aFaultyExpressionFailsToEvaluate() {
        assertThatThrownBy(() -> TestScope.compile("custmer + 1").evaluate(TestScope.VALUES::get))
                .isInstanceOf(EvaluationFailure.class).hasMessageContaining("There is no variable \"custmer\"");
    }
}
