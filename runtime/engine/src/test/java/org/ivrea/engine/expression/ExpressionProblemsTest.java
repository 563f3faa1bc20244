package org.ivrea.engine.expression;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.engine.expression.TestScope.SCOPE;
import static org.ivrea.engine.expression.TestScope.compile;

class ExpressionProblemsTest {

    /// `^` marks where the problem stands.
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '§', value = {
            "^custmer == 'x' ~ There is no variable \"custmer\"; did you mean \"customer\"?",
            "1 + ^atempts ~ There is no variable \"atempts\"; did you mean \"attempts\"?",
            "\"😀😀\" + ^custmer ~ There is no variable \"custmer\"; did you mean \"customer\"?",
            "customer == ^premium ~ There is no variable \"premium\"; declare it, or put quotes around text",
            "done == ^True ~ There is no variable \"True\"; did you mean \"true\"?",
            "^call.caler == 'x' ~ There is no \"call.caler\"; did you mean \"call.caller\"?",
            "^error.cod == 'x' ~ There is no \"error.cod\"; did you mean \"error.code\"?",
            "^error == 'x' ~ \"error\" stands for several values; write one of error.code, error.message, error.node",
            "customer.^upperAsci() ~ There is no function \"upperAsci\"; did you mean \"upperAscii\"?",
            "^sise(items) > 1 ~ There is no function \"sise\"; did you mean \"size\"?",
            "^math.flor(1.5) ~ There is no function \"math.flor\"; did you mean \"math.floor\"?",
            "Msg^{a: 1} == 1 ~ \"Msg\" is no type; a map is written {…} alone",
            "'a' ^+ 1 ~ \"+\" does not work with text and a whole number; string(…) makes text of a number",
            "customer ^> 3 ~ \">\" does not work with text and a whole number; int(…) makes a number of text",
            "^-customer ~ \"-\" does not work with text",
            "items ^== prices ~ \"==\" does not work with a list and a map",
            "attempts.^size() == 1 ~ \"size\" does not work with a whole number",
            "^!attempts ~ \"!\" needs something that is true or false, but this is a whole number",
            "done ^&& attempts ~ \"&&\" needs something that is true or false, but this is a whole number",
            "done ^? 'a' : 1 ~ Both results of \"? :\" must be of one kind, but are text and a whole number",
            "attempts ^? 1 : 2 ~ What stands before \"?\" must be true or false, but is a whole number",
            "customer^[0] ~ Text has no items; charAt(…) gives one character",
            "attempts^.foo ~ Only maps have members; this is a whole number",
            "has^(attempts) ~ has(…) needs a member, as in has(reply.name)",
            "items.map(^1, 2) ~ The first argument must be a new name, as in exists(item, item > 3)",
            "attempts ^= 3 ~ \"=\" has no meaning here; \"==\" compares",
            "done ^& done ~ \"&\" has no meaning here; \"&&\" means and",
            "done ^and done ~ \"and\" has no meaning here; \"&&\" means and",
            "done ^or done ~ \"or\" has no meaning here; \"||\" means or",
            "customer == ^'x ~ The text that begins here is not closed; write ' behind it",
            "customer == ^“x” ~ Text must stand in straight quotes: \" or '",
            "attempts &&^ ~ The expression ends too early; something is missing here",
            "(1 + 2^ ~ \")\" is missing here",
            "1 +^* 2 ~ \"*\" is not expected here",
            "attempts ^customer ~ \"customer\" is not expected here",
            "^9223372036854775808 ~ This number is larger than a whole number of 64 bits may be",
            "^call.now - call.started ~ The result is a length of time; add .getSeconds() to make a whole number of it",
            "^type(1) ~ The result is neither text, number, true or false, list, map nor time",
            "^b'1' ~ The result is bytes; string(…) makes text of them",
            "^reply.?a ~ The result may be missing; add .orValue(…) to say what to use then"})
    void saysWhatIsWrongAndWhere(String marked, String message) {
        int offset = marked.indexOf('^');
        String source = marked.replace("^", "");
        assertThat(compile(source).problems().getFirst().message()).isEqualTo(message);
        if (!message.startsWith("Only maps") && !message.contains("does not work with a whole number")) {
            assertThat(compile(source).problems()).containsExactly(new ExpressionProblem(offset, message));
        }
    }

    @Test
    void findsThePlaceOnLaterLines() {
        String source = "attempts > 1 &&\n  'ä😀' == 'x' &&\n  custmer == 'x'";
        assertThat(compile(source).problems())
                .extracting(ExpressionProblem::offset).containsExactly(source.indexOf("custmer"));
    }

    @Test
    void reportsSeveralUnknownNamesAtOnce() {
        assertThat(compile("custmer == 'x' && balanse > 1").problems())
                .extracting(ExpressionProblem::offset).containsExactly(0, 18);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '§', value = {
            "attempts | BOOL | This must be true or false, but is a whole number",
            "attempts + 1 | BOOL | This must be true or false, but is a whole number",
            "'a' | INT | This must be a whole number, but is text; int(…) makes a whole number of it",
            "balance | INT | This must be a whole number, but is a number; int(…) makes a whole number of it",
            "customer | NUMBER | This must be a number, but is text; double(…) makes a number of it",
            "attempts * 2 | STRING | This must be text, but is a whole number; string(…) makes text of it",
            "items | MAP | This must be a map, but is a list", "call.now | LIST | This must be a list, but is a time"})
    void saysThatTheResultIsOfTheWrongType(String source, ValueType expected, String message) {
        Expression expression = SCOPE.expression(source, expected);
        assertThat(expression.problems()).containsExactly(new ExpressionProblem(0, message));
        assertThatThrownBy(() -> expression.evaluate(name -> null)).isInstanceOf(EvaluationFailure.class);
    }

    @Test
    void pointsAtTheFirstCharacterOfAMistypedVariable() {
        assertThat(SCOPE.expression("  attempts", ValueType.BOOL).problems().getFirst().offset()).isEqualTo(2);
    }

    @Test
    void refusesAnEmptyExpression() {
        assertThat(compile("  ").problems()).containsExactly(new ExpressionProblem(0, "The expression is empty"));
    }

    @Test
    void aTemplateMovesProblemsToTheirPlace() {
        Template template = Template.parse("Hello ${customer}, ${ custmer }!", SCOPE);
        assertThat(template.problems()).containsExactly(new ExpressionProblem(22,
                "There is no variable \"custmer\"; did you mean \"customer\"?"));
        assertThat(template.reads()).containsExactly("customer");
    }

    @Test
    void aTemplateRendersAndMasks() {
        Template template = Template.parse("${customer}: $${x} ${pin} ${balance} ${reply.list}", SCOPE);
        assertThat(template.problems()).isEmpty();
        assertThat(template.render(TestScope.VALUES::get)).isEqualTo("Ann: ${x} 4711 12.5 [1,2.5,null]");
        assertThat(template.renderMasked(TestScope.VALUES::get)).isEqualTo("Ann: ${x} •••• 12.5 [1,2.5,null]");
    }

    @Test
    void brokenArgumentsOfAMacroAreAProblemLikeOthers() {
        assertThat(compile("math.greatest([attempts[").problems()).hasSize(1);
    }

    @Test
    void knowsNoVariablesOfOtherScopes() {
        CelScope other = CelScope.of(Map.of());
        assertThat(other.expression("attempts", ValueType.ANY).problems()).hasSize(1);
        assertThat(other.expression("call.caller", ValueType.ANY).problems()).isEqualTo(List.of());
    }
}
