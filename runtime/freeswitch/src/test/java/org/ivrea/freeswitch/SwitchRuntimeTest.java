package org.ivrea.freeswitch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The runtime in a switch, from its start to its end.
final class SwitchRuntimeTest {
    private static final int PATIENCE_MS = 10_000;

    @TempDir Path folder = Path.of("");

    private static String command(RunningRuntime running, String words) {
        return Objects.requireNonNull(running.host.command(words, PATIENCE_MS), "no reply");
    }

    /// Waits until the calls' list says so.
    private static void awaitCalls(RunningRuntime running, String text) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        String calls = command(running, "calls");
        while (!calls.contains(text)) {
            assertThat(System.nanoTime()).as("the calls are: %s", calls).isLessThan(deadline);
            calls = command(running, "calls");
        }
    }

    @Test
    void aFlowAnswersACallAndLeavesItsJourneyBehind() {
        Flows.saying(folder, "shop", 440);
        try (var running = new RunningRuntime(folder); TestCall call = running.call("shop", "")) {
            assertThat(call.join()).isEmpty();
            assertThat(call.journal()).containsSubsequence("emit ivrea::call 2 Ivrea-Action start Ivrea-Flow shop",
                    "answer",
                    "variable ivrea_flow shop", "variable ivrea_nodes main/start",
                    "variable ivrea_last_node main/start",
                    "variable ivrea_outcome completed", "hangup NORMAL_CLEARING");
            assertThat(command(running, "trace call-1")).contains("\"event\":\"prompt-started\"",
                    "\"event\":\"call-closed\"");
            assertThat(command(running, "status")).contains("started 1", "live 0");
            assertThat(command(running, "flows")).contains("shop/main main ok");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop/main", "main"})
    void aFlowIsFoundByProjectAndByItsOwnName(String name) {
        Flows.saying(folder, "shop", 440);
        try (var running = new RunningRuntime(folder); TestCall call = running.call(name, "")) {
            assertThat(call.join()).isEmpty();
            assertThat(call.journal()).contains("answer");
        }
    }

    @Test
    void theListOfFlowsTellsWhichModulesAreMissing() {
        Flows.project(folder, "shop", """
                "start": { "type": "conference", "room": "all", "exits": { "next": null } }""");
        try (var running = new RunningRuntime(folder)) {
            assertThat(command(running, "flows")).as("a switch that cannot tell").doesNotContain("mod_conference");
            running.host.modules("mod_sndfile");
            assertThat(command(running, "flows")).contains("needs mod_conference, which the switch has not loaded");
            running.host.modules("mod_conference");
            assertThat(command(running, "flows")).doesNotContain("mod_conference");
        }
    }

    @Test
    void anUnknownFlowGivesTheFallbackWithTheReason() {
        Flows.saying(folder, "shop", 440);
        try (var running = new RunningRuntime(folder); TestCall call = running.call("shob", "")) {
            assertThat(call.join()).contains("no flow or project \"shob\"").contains("did you mean \"shop\"?");
            assertThat(call.journal()).isEmpty();
        }
    }

    @Test
    void aFlowWithErrorsGivesTheFallbackWithTheFirstOfThem() {
        Flows.project(folder, "broken",
                "\"start\": { \"type\": \"play\", \"prompt\": 7, \"exits\": { \"next\": null } }");
        try (var running = new RunningRuntime(folder); TestCall call = running.call("broken", "")) {
            assertThat(call.join()).contains("has errors", "main.flow.json:");
            assertThat(command(running, "flows")).contains("broken/main main errors");
        }
    }

    @Test
    void noCallIsTakenBeforeTheFlowsAreLoaded() {
        try (var host = new TestHost(Map.of("flows", folder.toString()), TestHost.Limits.USUAL)) {
            assertThat(host.call(Map.of("uuid", "1", "flow", "shop"), "", TestCall.Time.SCRIPTED)).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "recursion"})
    void aFaultInANodeTypeEndsItsCallAlone(String kind) {
        Flows.project(folder, "trouble",
                "\"start\": { \"type\": \"trouble\", \"kind\": \"" + kind + "\", \"exits\": { \"next\": null } }");
        Flows.waiting(folder, "waiting");
        try (var running = new RunningRuntime(folder);
                TestCall other = running.call("other", "waiting", "", TestCall.Time.REAL);
                TestCall call = running.call("trouble", "")) {
            assertThat(call.join()).isNotEmpty();
            awaitCalls(running, "other waiting");
            other.hangUp("NORMAL_CLEARING", "caller");
            assertThat(other.join()).isEmpty();
            assertThat(other.journal()).contains("variable ivrea_outcome hung-up");
        }
    }

    @Test
    void aFlowThatNeverEndsIsStoppedByAGuard() {
        Flows.project(folder, "endless",
                "\"start\": { \"type\": \"log\", \"text\": \"again\", \"exits\": { \"next\": \"start\" } }");
        try (var running = new RunningRuntime(Map.of("flows", folder.toString(), "max-steps-without-caller", "200"),
                TestHost.Limits.USUAL); TestCall call = running.call("endless", "")) {
            assertThat(call.join()).contains("more than 200 nodes");
            assertThat(command(running, "trace call-1")).contains("\"guard-tripped\"", "steps-without-caller");
        }
    }

    @Test
    void callsInProgressFinishOnTheirVersion() {
        Flows.project(folder, "shop", """
                "start": { "type": "wait", "ms": 600000, "interruptKeys": "1",
                           "exits": { "interrupted": "bye", "next": null } },
                "bye": { "type": "play", "prompt": [ { "toneHz": 440, "ms": 10 } ], "exits": { "next": null } }""");
        try (var running = new RunningRuntime(folder);
                TestCall before = running.call("before", "shop", "", TestCall.Time.REAL)) {
            awaitCalls(running, "main/start");
            Flows.saying(folder, "shop", 1_000);
            assertThat(command(running, "reload")).contains("shop/main main ok");
            try (TestCall after = running.call("after", "shop", "", TestCall.Time.SCRIPTED)) {
                String _ = after.join();
                assertThat(command(running, "trace after")).contains("[tone 1000 Hz]");
            }
            before.press("1");
            assertThat(before.join()).isEmpty();
            assertThat(command(running, "trace before")).contains("[tone 440 Hz]").doesNotContain("[tone 1000 Hz]");
        }
    }

    @Test
    void aReloadThatFailsLeavesEverythingAsItWas() throws IOException {
        Flows.saying(folder, "shop", 440);
        Path environment = folder.resolve("environment.json");
        Files.writeString(environment, "{ \"queues\": { \"sales\": \"sales@default\" } }");
        try (var running = new RunningRuntime(
                Map.of("flows", folder.toString(), "environment", environment.toString()), TestHost.Limits.USUAL)) {
            Files.writeString(environment, "{ \"queues\": 7 }");
            assertThat(command(running, "reload")).contains("environment.json", "Everything is as it was");
            try (TestCall call = running.call("shop", "")) {
                assertThat(call.join()).isEmpty();
            }
        }
    }

    @Test
    void commandsThatNobodyKnowsSayWhichThereAre() {
        try (var running = new RunningRuntime(folder)) {
            assertThat(command(running, "dance")).contains("no command \"dance\"", "status | flows | calls");
            assertThat(command(running, "trace nobody")).contains("No call nobody is known");
            assertThat(command(running, "calls")).contains("No calls");
            assertThat(command(running, "flows")).contains("No projects in");
        }
    }

    @Test
    void anOperatorBreaksWhatPlays() {
        Flows.waiting(folder, "waiting");
        try (var running = new RunningRuntime(folder);
                TestCall call = running.call("call-1", "waiting", "", TestCall.Time.REAL)) {
            awaitCalls(running, "main/start");
            boolean broken = false;
            // A break that comes before the wait does nothing; one that comes behind the call finds nothing.
            do {
                broken |= running.host.breakCall("call-1");
            } while (command(running, "calls").contains("call-1"));
            assertThat(broken).isTrue();
            assertThat(call.join()).isEmpty();
            assertThat(running.host.breakCall("call-1")).isFalse();
        }
    }

    @Test
    void argumentsOfTheDialplanBecomeInputs() throws IOException {
        Flows.saying(folder, "shop", 440);
        Files.writeString(folder.resolve("shop/flows/main.flow.json"), """
                { "formatVersion": 1, "name": "Main", "start": "start",
                  "inputs": { "tier": { "type": "string" } },
                  "nodes": { "start": { "type": "log", "text": "tier ${tier}", "exits": { "next": null } } } }""");
        try (var running = new RunningRuntime(folder);
                TestCall call = Objects.requireNonNull(running.host.call(
                        Map.of("uuid", "1", "flow", "shop", "argument.tier", "gold"), "", TestCall.Time.SCRIPTED))) {
            assertThat(call.join()).isEmpty();
            assertThat(command(running, "trace 1")).contains("tier gold");
        }
    }
}
