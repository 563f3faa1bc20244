package org.ivrea.freeswitch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// When there is more to do than can be done, new calls get the fallback, and running calls stay right.
final class OverloadTest {
    @TempDir Path folder = Path.of("");

    private static Map<String, String> facts(String uuid) {
        return Map.of("uuid", uuid, "flow", "waiting");
    }

    private static long stat(NativeBridge bridge, Bridge.Stat stat) {
        return bridge.stats()[stat.ordinal()];
    }

    @Test
    void noMoreCallsAreUpThanTheLimitAllows() {
        Flows.waiting(folder, "waiting");
        var limits = new TestHost.Limits(3, 0, 0, 0);
        try (var running = new RunningRuntime(Map.of("flows", folder.toString()), limits)) {
            List<TestCall> calls = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                calls.add(running.call("call-" + i, "waiting", "", TestCall.Time.REAL));
            }
            assertThat(running.host.call(facts("one-too-many"), "", TestCall.Time.REAL)).isNull();
            calls.forEach(TestCall::close);
            running.call("again", "waiting", "", TestCall.Time.REAL).close();
        }
    }

    @Test
    void aRuntimeThatReadsNothingGetsNoMoreCalls() {
        var limits = new TestHost.Limits(0, 20, 60_000, 0);
        try (var host = new TestHost(Map.of(), limits)) {
            var bridge = new NativeBridge(host.api());
            bridge.ready(true);
            while (stat(bridge, Bridge.Stat.OLDEST_MS) <= 20) {
                Thread.onSpinWait();
            }
            assertThat(host.call(facts("refused"), "", TestCall.Time.REAL)).isNull();
            assertThat(stat(bridge, Bridge.Stat.REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void callsOfARuntimeThatIsStuckGetTheFallback() {
        var limits = new TestHost.Limits(0, 60_000, 50, 0);
        try (var host = new TestHost(Map.of(), limits)) {
            var bridge = new NativeBridge(host.api());
            bridge.ready(true);
            try (TestCall call = Objects.requireNonNull(host.call(facts("stuck"), "", TestCall.Time.REAL))) {
                assertThat(call.join()).contains("does not answer any more");
                assertThat(stat(bridge, Bridge.Stat.ABANDONED)).isEqualTo(1);
                assertThat(stat(bridge, Bridge.Stat.LIVE)).isZero();
            }
        }
    }

    @Test
    void aFlowThatDoesNotReleaseAnEndedCallIsLeftBehind() {
        var limits = new TestHost.Limits(0, 60_000, 60_000, 30);
        try (var host = new TestHost(Map.of(), limits)) {
            var bridge = new NativeBridge(host.api());
            bridge.ready(true);
            try (TestCall call = Objects.requireNonNull(host.call(facts("left"), "", TestCall.Time.REAL))) {
                call.hangUp("NORMAL_CLEARING", "caller");
                assertThat(call.join()).isEmpty();
                assertThat(stat(bridge, Bridge.Stat.ABANDONED)).isEqualTo(1);
            }
        }
    }

    @Test
    void aStoppingRuntimeTakesNoCallsAndFinishesThoseThatAreUp() {
        Flows.waiting(folder, "waiting");
        try (var running = new RunningRuntime(folder)) {
            TestCall up = running.call("up", "waiting", "", TestCall.Time.REAL);
            running.host.shutDown();
            assertThat(running.host.call(facts("late"), "", TestCall.Time.REAL)).isNull();
            up.hangUp("SYSTEM_SHUTDOWN", "system");
            assertThat(up.join()).isEmpty();
            assertThat(up.journal()).contains("variable ivrea_outcome hung-up");
            up.close();
        }
    }
}
