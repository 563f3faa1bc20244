package org.ivrea.freeswitch.bridge;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.stream.IntStream;
import org.ivrea.freeswitch.testhost.TestHost;
import org.junit.jupiter.api.Test;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("restricted") // it plays the switch
final class NativeBridgeTest {
    /// Up to and with `wake`: what each host of this version has.
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
    void knowsTheModulesThatTheSwitchHasLoaded() {
        try (var host = new TestHost(Map.of(), TestHost.Limits.USUAL)) {
            var bridge = new NativeBridge(host.api());
            assertThat(bridge.modules()).as("a host that cannot tell").isNull();

            host.modules();
            assertThat(bridge.modules()).isEmpty();

            host.modules("mod_sndfile", "mod_conference");
            assertThat(bridge.modules()).containsExactly("mod_conference", "mod_sndfile");

            String[] many = IntStream.range(10_000, 13_000).mapToObj(number -> "mod_" + number).toArray(String[]::new);
            host.modules(many);
            assertThat(bridge.modules()).as("more than the usual buffer holds").containsExactly(many);

            host.shutDown();
            assertThat(bridge.modules()).as("while it stops").isNull();
        }
    }

    @Test
    void anOlderModuleCannotTellWhatIsLoaded() {
        try (var host = new TestHost(Map.of(), TestHost.Limits.USUAL); Arena arena = Arena.ofConfined()) {
            host.modules("mod_sndfile");
            MemorySegment older = arena.allocate(SIZE, Long.BYTES);
            MemorySegment.copy(MemorySegment.ofAddress(host.api()).reinterpret(SIZE), 0, older, 0, SIZE);
            older.set(JAVA_INT, Integer.BYTES, SIZE);

            assertThat(new NativeBridge(older.address()).modules()).isNull();
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
