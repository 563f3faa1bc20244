package org.ivrea.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExpressionThreadsTest {
    private static final int THREADS = 500;

    @Test
    void manyCallsShareAnExpression() throws Exception {
        Expression expression = TestScope.compile("items.map(x, x * attempts).exists(x, x == 3 * attempts)"
                + " ? customer + string(attempts) : 'none'");
        List<Callable<Object>> calls = new ArrayList<>();
        for (long call = 0; call < THREADS; call++) {
            Map<String, Object> values = Map.of("items", List.of(1L, 2L, 3L), "attempts", call, "customer", "c");
            calls.add(() -> expression.evaluate(values::get));
        }
        assertThat(all(calls)).hasSize(THREADS).first().isEqualTo("c0");
        assertThat(all(calls)).last().isEqualTo("c" + (THREADS - 1));
    }

    @Test
    void manyThreadsCompileInOneScopeAndInMany() throws Exception {
        CelScope shared = CelScope.of(Map.of("n", VariableSpec.of(ValueType.INT)));
        List<Callable<Object>> compilations = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String source = "n + " + thread % 20;
            CelScope own = CelScope.of(Map.of("n" + thread % 100, VariableSpec.of(ValueType.INT)));
            String ownSource = "n" + thread % 100 + " + " + thread % 20;
            compilations.add(() -> (Long) shared.expression(source, ValueType.INT).evaluate(_ -> 1L)
                    + (Long) own.expression(ownSource, ValueType.INT).evaluate(_ -> 1L));
        }
        List<Object> sums = all(compilations);
        for (int thread = 0; thread < THREADS; thread++) {
            assertThat(sums.get(thread)).isEqualTo(2L + 2 * (thread % 20));
        }
    }

    @Test
    void oneCompilationIsShared() throws Exception {
        CelScope scope = CelScope.of(Map.of("n", VariableSpec.of(ValueType.INT)));
        List<Callable<Object>> same = new ArrayList<>();
        for (int thread = 0; thread < 50; thread++) {
            same.add(() -> scope.expression("n + 12345", ValueType.INT));
        }
        assertThat(all(same).stream().map(System::identityHashCode).distinct()).hasSize(1);
    }

    @Test
    void warmingUpDisturbsNobody() {
        CelScope.warmUp();
        CelScope.warmUp();
        assertThat(TestScope.value("attempts + 1")).isEqualTo(3L);
    }

    private static List<Object> all(List<Callable<Object>> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Object> results = new ArrayList<>();
            for (Future<Object> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
