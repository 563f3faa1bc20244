package org.ivrea.freeswitch;

import org.ivrea.freeswitch.testhost.TestCall;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

final class SwitchRuntimeTest {

    @Test
    void aFlowAnswersACallAndLeavesItsJourneyBehind() {
        try (var running = new RunningRuntime(RunningRuntime.SAMPLES);
                TestCall call = running.call("main-menu", "")) {
            assertThat(call.join()).isEmpty();
            assertThat(call.journal()).contains("answer", "variable ivrea_flow main-menu",
                    "variable ivrea_outcome completed");
            assertThat(running.host.command("trace call-1", 10_000)).contains("\"event\":\"call-closed\"");
        }
    }
}
