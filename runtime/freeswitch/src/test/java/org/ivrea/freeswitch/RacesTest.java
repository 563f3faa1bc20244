package org.ivrea.freeswitch;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ivrea.freeswitch.testhost.TestCall;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Many calls at once, in real time, whose callers press keys and hang up at any moment.
final class RacesTest {
    private static final int CALLS = 300;
    private static final List<String> FLOWS = List.of("main-menu", "bank", "survey", "appointment");

    @Test
    void everyCallEndsOnceAndNothingIsLeft() {
        var random = new Random(4711);
        try (var running = new RunningRuntime(RunningRuntime.SAMPLES)) {
            List<TestCall> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int key = random.nextInt(400);
                String script = key + " key " + random.nextInt(10) + "\n" + (key + random.nextInt(600))
                        + " hangup NORMAL_CLEARING caller";
                calls.add(running.call("call-" + i, FLOWS.get(i % FLOWS.size()), script, TestCall.Time.REAL));
            }
            // Half of them are also cut from outside, at once.
            for (int i = 0; i < CALLS; i += 2) {
                calls.get(i).hangUp("MANAGER_REQUEST", "system");
            }
            for (int i = 0; i < CALLS; i++) {
                assertThat(calls.get(i).join()).isEmpty();
                assertThat(calls.get(i).journal()).containsOnlyOnce("variable ivrea_outcome hung-up");
                calls.get(i).close();
            }
            String status = running.host.command("status", 10_000);
            assertThat(status).contains("live 0", "started " + CALLS, "abandoned 0", "queued-bytes 0",
                    "flows in calls 0");
            for (CallTask task : running.runtime.tasks()) {
                assertThat(task.uuid()).isEmpty();
            }
        }
    }

    @Test
    void shuttingDownWithCallsUpEndsThemAll() {
        SwitchRuntime runtime;
        try (var running = new RunningRuntime(RunningRuntime.SAMPLES)) {
            runtime = running.runtime;
            List<TestCall> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                calls.add(running.call("call-" + i, "main-menu", "", TestCall.Time.REAL));
            }
            running.host.shutDown();
            calls.forEach(call -> call.hangUp("SYSTEM_SHUTDOWN", "system"));
            for (TestCall call : calls) {
                assertThat(call.join()).isEmpty();
                call.close();
            }
        }
        // Only now has the poller taken the last event: a call that has ended for the host may still wait in its queue.
        assertThat(runtime.lines()).isEmpty();
    }
}
