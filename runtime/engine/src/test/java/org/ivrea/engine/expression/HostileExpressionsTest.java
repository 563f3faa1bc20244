package org.ivrea.engine.expression;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.engine.expression.TestScope.SCOPE;
import static org.ivrea.engine.expression.TestScope.compile;

class HostileExpressionsTest {
    private static final String THOUSAND = LongStream.range(0, 1_000).mapToObj(Long::toString).toList().toString();

    private static void assertFails(String source, Map<String, ?> values, String message) {
        Expression expression = SCOPE.expression(source, ValueType.ANY);
        assertThat(expression.problems()).isEmpty();
        assertThatThrownBy(() -> expression.evaluate(values::get)).isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining(message);
    }

    private static void assertFails(String source, String message) {
        assertFails(source, TestScope.VALUES, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"''.getClass()", "customer.class", "java.lang.System.exit(0)", "System.exit(0)",
            "getClass()", "customer.getClass().forName('java.lang.Runtime')", "java.lang.Runtime{}", "reply()",
            "T(java.lang.Runtime)", "new Object()", "google.protobuf.Any{}", "cel.bind(a, 1, a)",
            "lists.range(1000000000)", "this", "import java.lang"})
    void reachesNothingOfTheJvm(String source) {
        assertThat(compile(source).problems()).isNotEmpty();
    }

    @Test
    void dynamicMembersReachDataOnly() {
        assertFails("dyn(customer).getClass", "no map");
        assertFails("dyn(items).size", "no map");
        assertFails("reply['class']", "no member");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 9_000, 100_000})
    void refusesDeepNesting(int depth) {
        String unit = "(";
        assertThat(compile(unit.repeat(depth)).problems()).hasSize(1);
        assertThat(compile(unit.repeat(depth) + "1" + ")".repeat(depth)).problems()).hasSize(1);
        assertThat(compile("[".repeat(depth) + "]".repeat(depth)).problems()).hasSize(1);
        assertThat(compile("{1:".repeat(depth) + "1" + "}".repeat(depth)).problems()).hasSize(1);
        assertThat(compile("-".repeat(depth) + "attempts").problems()).hasSizeLessThan(2);
        assertThat(compile("done ? 1 : ".repeat(depth) + "1").problems()).hasSize(1);
        assertThat(compile("1 + ".repeat(depth) + "1").problems()).hasSize(1);
        assertThat(compile("reply" + ".a".repeat(depth)).problems()).hasSize(1);
        assertThat(compile("reply" + "[0]".repeat(depth)).problems()).hasSize(1);
        assertThat(compile("size(".repeat(depth) + "items" + ")".repeat(depth)).problems()).hasSize(1);
    }

    @Test
    void saysThatAnExpressionIsTooDeepOrTooLong() {
        assertThat(compile("(".repeat(500) + "1" + ")".repeat(500)).problems())
                .containsExactly(
                        new ExpressionProblem(0, "The expression is nested too deeply; split it into several"));
        String tooLong = "The expression is longer than the 10000 characters allowed";
        assertThat(compile("'" + "x".repeat(10_000) + "' + ''").problems())
                .containsExactly(new ExpressionProblem(0, tooLong));
        assertThat(compile("'" + "x".repeat(100_000) + "'").problems())
                .containsExactly(new ExpressionProblem(0, tooLong));
        assertThat(compile("'" + "😀".repeat(9_000) + "' + ''").problems()).isEmpty();
    }

    @Test
    void manyConditionsInARowAreFine() {
        assertThat(TestScope.value("attempts == 2 && ".repeat(400) + "true")).isEqualTo(true);
        assertThat(TestScope.value("attempts == 3 || ".repeat(400) + "done")).isEqualTo(true);
    }

    @Test
    void boundsLoopsAndLoopsInLoops() {
        assertFails(THOUSAND + ".map(x, x) + [1].map(x, x)", "more than the 1000 list items");
        assertFails(THOUSAND + ".exists(x, " + THOUSAND + ".exists(y, x + y < 0))", "more than the 1000 list items");
        assertThat(TestScope.value(THOUSAND + ".filter(x, x < 3)")).isEqualTo(List.of(0L, 1L, 2L));
    }

    @Test
    void boundsTextThatGrowsByItself() {
        assertFails(nested("customer", "%1$s + %1$s + %1$s + %1$s + %1$s + %1$s + %1$s + %1$s"), "characters");
        assertFails(nested("customer", "%1$s.replace('', %1$s)"), "longer than allowed");
        assertFails(nested("customer", "[%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s].join(%1$s)"), "than");
    }

    @Test
    void boundsListsAndMapsThatGrowByThemselves() {
        assertFails(nested("items", "%1$s + %1$s + %1$s + %1$s + %1$s + %1$s + %1$s + %1$s"), "10000 entries");
        assertFails(nested("items", "[%1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s, %1$s]"), "10000 entries");
        assertFails(nested("items", "{1: %1$s, 2: %1$s, 3: %1$s, 4: %1$s, 5: %1$s, 6: %1$s}"), "10000 entries");
    }

    /// Eight loops in one another, each over one item: what the one outside it made.
    private static String nested(String start, String step) {
        String inner = step.formatted("h");
        for (char name = 'h'; name > 'a'; name--) {
            inner = "[" + step.formatted((char) (name - 1)) + "].map(" + name + ", " + inner + ")";
        }
        return "[" + start + "].map(a, " + inner + ")";
    }

    @Test
    void endsTextThatFlowsDoubleOverAndOver() {
        Expression doubled = compile("customer + customer");
        assertThatThrownBy(() -> {
            String text = "Ann";
            while (true) {
                String now = text;
                text = (String) doubled.evaluate(_ -> now);
            }
        }).isInstanceOf(EvaluationFailure.class).hasMessageContaining("more than the 65536 allowed");
    }

    @Test
    void endsNestingThatFlowsDeepenOverAndOver() {
        Expression deeper = compile("[reply]");
        assertThatThrownBy(() -> {
            Object value = 1L;
            while (true) {
                Object now = value;
                value = deeper.evaluate(_ -> now);
            }
        }).isInstanceOf(EvaluationFailure.class).hasMessageContaining("64 levels");
    }

    @Test
    void boundsTheCostOfSearching() {
        String text = "a".repeat(60_000);
        Map<String, Object> values = Map.of("customer", text, "reply", "a".repeat(30_000) + "b");
        assertFails("customer.indexOf(reply)", values, "takes too long");
        assertFails("customer.contains(reply)", values, "takes too long");
        assertFails("customer.replace(reply, '')", values, "takes too long");
        assertFails(THOUSAND + ".exists(x, customer.contains('aaaaaaaab'))", values, "takes too long");
        assertFails(THOUSAND + ".exists(x, customer + 'b' == 'b' || customer + 'c' == 'c')", values, "takes too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"((((a{100}){100}){100}){100})", "((((((((a{10}){10}){10}){10}){10}){10}){10}){10})",
            "a{1000}{1000}", "(a{0,1000}){0,1000}", "((a{1000,}){1000,}){1000,}", "a{99999999999999999999}",
            "(x|(y{900}){900}){900}"})
    void refusesPatternsThatExplode(String pattern) {
        assertThatThrownBy(() -> TestScope.value("customer.matches('" + pattern + "')"))
                .isInstanceOf(EvaluationFailure.class);
    }

    @Test
    void evaluatesPatternsThatExplodeElsewhere() {
        Map<String, Object> values = Map.of("customer", "a".repeat(50_000) + "!");
        Expression expression = compile("customer.matches('^(a+)+$') || customer.matches('^(a|a)*$')");
        assertThat(expression.evaluate(values::get)).isEqualTo(false);
        assertThat(TestScope.value("'2026-03-02'.matches('^[0-9]{4}-[0-9]{2}-[0-9]{2}$')")).isEqualTo(true);
    }

    @Test
    void readsLargeDataButGivesNoneBack() {
        List<Object> many = IntStream.range(0, 50_000).<Object>mapToObj(i -> (long) i).toList();
        Map<String, Object> values = Map.of("reply", Map.of("many", many, "one", 1L));
        assertThat(compile("reply.one + reply.many[49999] + size(reply.many)").evaluate(values::get))
                .isEqualTo(100_000L);
        assertFails("reply.many", values, "more than the 10000 entries allowed");
        assertFails("items.map(x, reply.many)", Map.of("reply", values.get("reply"), "items", List.of(1L)),
                "more than the 10000 entries allowed");
        assertFails("size(reply.many + reply.many)", values, "more than the 10000 entries allowed");
    }

    @Test
    void staysQuietWhenAnotherConditionDecides() {
        assertThat(TestScope.value("done || int(customer) == 1 || unset == ''")).isEqualTo(true);
        assertThat(TestScope.value("unset == '' || done")).isEqualTo(true);
    }

    @Test
    void comparesHugeDataInBoundedTime() {
        List<Object> one = Collections.nCopies(5_000, "a".repeat(1_000));
        assertFails(THOUSAND + ".exists(x, items == reply || items == reply)",
                Map.of("items", one, "reply", Collections.nCopies(5_000, "a".repeat(999) + "b")), "takes too long");
    }
}
