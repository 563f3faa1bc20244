package org.ivrea.engine.trace;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TraceJsonTest {

    static Stream<Class<?>> events() {
        return Arrays.stream(TraceEvent.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventComesBackAsItWas(Class<?> type) throws ReflectiveOperationException {
        for (boolean full : new boolean[] {true, false}) {
            TraceEvent event = example(type, full);
            String line = TraceJson.write(1_234, event);
            assertThat(line).startsWith("{\"atMs\":1234,\"event\":\"").doesNotContain("\n");
            assertThat(TraceJson.read(line)).isEqualTo(new TraceJson.Timed(1_234, event));
        }
    }

    private static TraceEvent example(Class<?> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            assertThat(components[i].getName()).isNotIn("atMs", "event");
            types[i] = components[i].getType();
            boolean absent = !full && components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = absent ? null : value(types[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        return (TraceEvent) constructor.newInstance(values);
    }

    private static Object value(Class<?> type) {
        if (type == long.class) {
            return 9_007_199_254_740_993L;
        }
        if (type == int.class) {
            return 3;
        }
        return type == boolean.class ? true : "ein \"Wert\"\n• 😀";
    }

    @Test
    void eventsAreNamedAsTheyAreCalled() {
        assertThat(TraceJson.write(5, new TraceEvent.NodeEntered("main", "welcome", "play", 0))).isEqualTo(
                "{\"atMs\":5,\"event\":\"node-entered\","
                        + "\"flow\":\"main\",\"node\":\"welcome\",\"type\":\"play\",\"depth\":0}");
        assertThat(TraceJson.write(5, new TraceEvent.PromptEnded("Hello", null)))
                .isEqualTo("{\"atMs\":5,\"event\":\"prompt-ended\",\"text\":\"Hello\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[] | is a JSON object", "{ | is a JSON object: ",
            "{\"event\":\"node-enterd\"} | did you mean \"node-entered\"?",
            "{\"event\":\"key-pressed\"} | needs a whole number as \"atMs\"",
            "{\"atMs\":1,\"event\":\"key-pressed\"} | \"key-pressed\" needs a string as \"key\"",
            "{\"atMs\":1,\"event\":\"key-pressed\",\"key\":7} | needs a string as \"key\"",
            "{\"atMs\":1.5,\"event\":\"key-pressed\",\"key\":\"7\"} | a whole number as \"atMs\"",
            "{\"atMs\":1,\"event\":\"node-entered\",\"flow\":\"\",\"node\":\"\",\"type\":\"\",\"depth\":9e9} |"
                    + " below 2^31",
            "{\"atMs\":1,\"event\":\"answered\"} | needs true or false as \"earlyMedia\""})
    void aBrokenLineIsExplained(String line, String explanation) {
        assertThatThrownBy(() -> TraceJson.read(line)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(explanation);
    }
}
