package org.ivrea.server.inswitch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.ivrea.freeswitch.RunningRuntime;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;

/// On the switch in memory.
final class TestHostServerTest extends ServerInSwitchTest {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    ServedSwitch start(Path configuration) {
        var running = new RunningRuntime(Map.of("server", configuration.toString()), TestHost.Limits.USUAL);
        running.host.modules("mod_sndfile", "mod_tone_stream");
        return new InMemory(running);
    }

    private static final class InMemory implements ServedSwitch {
        private final RunningRuntime running;
        private final List<TestCall> up = new ArrayList<>();
        private boolean closed;

        private InMemory(RunningRuntime running) {
            this.running = running;
        }

        @Override
        public Caller call(String number) {
            TestCall call = Objects.requireNonNull(running.host.call(
                    Map.of("uuid", "call-" + CALLS.incrementAndGet(), "caller", "100", "called", number), "",
                    TestCall.Time.REAL), "the call was refused");
            up.add(call);
            return new InMemoryCaller(call);
        }

        @Override
        public void unloadTones() {
            running.host.modules("mod_sndfile");
        }

        /// As the switch does: its channels first.
        @Override
        public void stop() {
            running.host.shutDown();
            up.forEach(call -> call.hangUp("SYSTEM_SHUTDOWN", "system"));
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                running.close();
            }
        }
    }

    private record InMemoryCaller(TestCall call) implements Caller {
        @Override
        public void press(String keys) {
            call.press(keys);
        }

        /// The versions are those of the nodes that it went through.
        @Override
        public Ended awaitEnd() {
            String fallback = call.join();
            var versions = new TreeSet<String>();
            for (String line : call.journal()) {
                if (line.startsWith("variable ivrea_nodes ")) {
                    for (String node : line.substring(line.lastIndexOf(' ') + 1).split(",")) {
                        versions.add(node.replaceAll("main/v(\\d+)-(\\d+)-.*", "$1.$2"));
                    }
                }
            }
            return new Ended(versions, !fallback.isEmpty());
        }

        @Override
        public void close() {
            call.close();
        }
    }
}
