package org.ivrea.engine.expression;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ivrea.engine.expression.TestScope.value;

class PlainExpressionTest {

    @Test
    void readsConstants() {
        assertThat(value("42")).isEqualTo(42L);
        assertThat(value(" -7 ")).isEqualTo(-7L);
        assertThat(value("-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(value("0")).isEqualTo(0L);
        assertThat(value("2.50")).isEqualTo(2.5);
        assertThat(value("-0.5")).isEqualTo(-0.5);
        assertThat(value("true")).isEqualTo(true);
        assertThat(value("false")).isEqualTo(false);
        assertThat(value("'it is \"x\"'")).isEqualTo("it is \"x\"");
        assertThat(value("\"it's\"")).isEqualTo("it's");
        assertThat(value("''")).isEqualTo("");
    }

    /// What only looks plain means what CEL says.
    @Test
    void leavesTheRestToCel() {
        assertThat(value("'a\\n'")).isEqualTo("a\n");
        assertThat(value("'''a'''")).isEqualTo("a");
        assertThat(value("r'a\\b'")).isEqualTo("a\\b");
        assertThat(value("0x1F")).isEqualTo(31L);
        assertThat(value("1e3")).isEqualTo(1000.0);
        assertThat(value(".5")).isEqualTo(0.5);
        assertThat(TestScope.compile("'a' 'b'").problems()).hasSize(1);
        assertThat(TestScope.compile("99999999999999999999").problems()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "-7", "2.5", "-2.5", "true", "'text'", "\"text\"", "''", "attempts", "balance",
            "customer", "done", "items", "reply", "due", "call.caller", "channel"})
    void meansTheSameAsInCel(String source) {
        assertThat(value(source)).isEqualTo(value("(" + source + ")"));
        assertThat(TestScope.compile(source).type()).isEqualTo(TestScope.compile("(" + source + ")").type());
        assertThat(TestScope.compile(source).reads()).isEqualTo(TestScope.compile("(" + source + ")").reads());
    }

    @Test
    void checksTheValueOfAVariableOfAnyType() {
        Expression expression = TestScope.SCOPE.expression("reply", ValueType.STRING);
        assertThat(expression.problems()).isEmpty();
        assertThat(expression.evaluate(_ -> "x")).isEqualTo("x");
        assertThatThrownBy(() -> expression.evaluate(_ -> 1L)).isInstanceOf(EvaluationFailure.class)
                .hasMessageContaining("This must be text, but is a whole number");
    }

    @Test
    void neverStartsCel() throws Exception {
        try (var classes = new RecordingClasses()) {
            Class<?> scopes = classes.loadClass(CelScope.class.getName());
            Class<?> specs = classes.loadClass(VariableSpec.class.getName());
            Class<?> types = classes.loadClass(ValueType.class.getName());
            Class<?> variables = classes.loadClass(Variables.class.getName());
            Object scope = scopes.getMethod("of", Map.class).invoke(null,
                    Map.of("n", specs.getMethod("of", types).invoke(null, type(types, "INT"))));
            Method compile = scopes.getMethod("expression", String.class, types);
            Method evaluate = classes.loadClass(Expression.class.getName()).getMethod("evaluate", variables);
            Object values = Proxy.newProxyInstance(classes, new Class<?>[] {variables},
                    (_, _, name) -> "n".equals(name[0]) ? 7L : "+4930123");
            for (String source : List.of("1", "-2.5", "'a'", "true", "n", "call.caller")) {
                Object compiled = compile.invoke(scope, source, type(types, "ANY"));
                assertThat(evaluate.invoke(compiled, values)).isNotNull();
            }
            compile.invoke(scope, "n", type(types, "BOOL"));
            assertThat(classes.loaded).noneMatch(name -> name.startsWith("dev.cel."));
            compile.invoke(scope, "n + 1", type(types, "ANY"));
            assertThat(classes.loaded).as("as a check of this test").anyMatch(name -> name.startsWith("dev.cel."));
        }
    }

    private static Object type(Class<?> types, String name) throws ReflectiveOperationException {
        return types.getMethod("valueOf", String.class).invoke(null, name);
    }

    /// Loads everything anew and remembers what.
    private static final class RecordingClasses extends URLClassLoader {
        final List<String> loaded = new CopyOnWriteArrayList<>();

        RecordingClasses() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() {
            List<URL> urls = new ArrayList<>();
            Function<String, URL> url = entry -> {
                try {
                    return Path.of(entry).toUri().toURL();
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            };
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
                urls.add(url.apply(entry));
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            loaded.add(name);
            return super.findClass(name);
        }
    }
}
