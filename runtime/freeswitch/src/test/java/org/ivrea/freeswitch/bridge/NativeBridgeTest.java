package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import org.ivrea.freeswitch.testhost.TestHost;
import org.junit.jupiter.api.Test;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class NativeBridgeTest {
    private static final int SIZE = 88;

    private static long api(Arena arena, int version, int size) {
        MemorySegment api = arena.allocate(SIZE, Long.BYTES);
        api.set(JAVA_INT, 0, version);
        api.set(JAVA_INT, Integer.BYTES, size);
        return api.address();
    }

    @Test
    void refusesAModuleOfAnotherVersion() {
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> new NativeBridge(api(arena, 2, SIZE))).hasMessageContaining("version 2")
                    .hasMessageContaining("same release");
        }
    }

    @Test
    void refusesAModuleThatOffersTooLittle() {
        try (Arena arena = Arena.ofConfined()) {
            assertThatThrownBy(() -> new NativeBridge(api(arena, NativeBridge.VERSION, 40)))
                    .hasMessageContaining("40 bytes");
            assertThatThrownBy(() -> new NativeBridge(api(arena, NativeBridge.VERSION, SIZE)))
                    .hasMessageContaining("no function \"next\"");
        }
    }

    @Test
    void answersAboutCallsThatNeverWere() {
        try (var host = new TestHost(Map.of(), TestHost.Limits.USUAL)) {
            var bridge = new NativeBridge(host.api());
            var writer = new RecordWriter();
            writer.begin(RecordType.SLEEP, 0, 4711, 1).number(1).text("");

            assertThat(bridge.submit(4711, writer)).isEqualTo(Bridge.Reply.GONE);
            assertThat(bridge.stats()).hasSize(Bridge.Stat.values().length);
            bridge.log(4711, Bridge.LogLevel.DEBUG, "nobody reads this");
            bridge.reply(4711, true, "nobody asked");
        }
    }

    @Test
    void whatIsNoOperationIsRefused() {
        try (var host = new TestHost(Map.of(), TestHost.Limits.USUAL)) {
            var bridge = new NativeBridge(host.api());
            var writer = new RecordWriter();
            writer.begin(RecordType.COMPLETED, 0, 1, 1);

            assertThatThrownBy(() -> bridge.submit(1, writer)).hasMessageContaining("refuses");
        }
    }
}
