package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ivrea.freeswitch.testhost.ThreadFigures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Loading, unloading, reloading, stopping, and what becomes of calls that no flow can take.
@ExtendWith(NeedsFreeSwitch.class)
final class LifecycleTest {
    private static final SwitchConfiguration.Wishes FALLBACK = SwitchConfiguration.Wishes.NONE
            .set("fallback-extension", "fallback").set("fallback-context", "default");

    @TempDir Path folder;

    private static void write(TestProject project) throws IOException {
        project.flow("main",
                """
                        "first": { "type": "answer", "exits": { "next": "play" } },
                        "play": { "type": "play", "prompt": [ { "file": "400.wav" } ], "repeat": 20, "exits": { "next": "bye" } },
                        "bye": { "type": "hangup" }
                        """,
                "");
        project.flow("short", """
                "first": { "type": "play", "prompt": [ { "file": "500.wav" } ], "exits": { "next": "bye" } },
                "bye": { "type": "hangup" }
                """, "");
        project.flow("endless", """
                "first": { "type": "answer", "exits": { "next": "count" } },
                "count": { "type": "set", "assignments": [ { "variable": "n", "value": "n + 1" } ],
                  "exits": { "next": "count" } }
                """, "\"variables\": { \"n\": { \"type\": \"int\" } }");
    }

    private RealCalls start(SwitchConfiguration.Wishes wishes) throws IOException {
        return new RealCalls(folder, wishes, "", LifecycleTest::write);
    }

    @Test
    void theModuleIsUnloadedAndLoadedAndItsApiAnswers() throws IOException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE)) {
            FreeSwitch freeSwitch = calls.freeSwitch;
            assertThat(freeSwitch.api("ivrea")).startsWith("-USAGE: ivrea status");
            assertThat(freeSwitch.api("ivrea nonsense")).startsWith("-ERR There is no command");
            assertThat(freeSwitch.api("ivrea flows")).contains("tones/main main ok", "tones/short ok");
            var call = calls.answered("main");
            call.awaitTone(400);
            assertThat(freeSwitch.api("ivrea calls")).contains("tones/main");
            assertThat(freeSwitch.api("unload mod_ivrea")).as("while a call is in it").startsWith("-ERR");
            call.hangUp();
            freeSwitch.awaitNoCalls();
            for (int i = 0; i < 2; i++) {
                assertThat(freeSwitch.api("unload mod_ivrea")).startsWith("+OK");
                assertThat(freeSwitch.api("load " + freeSwitch.installation().module())).contains("+OK");
                var again = calls.answered("short");
                again.awaitEnd();
                assertThat(again.heard()).containsExactly(500);
            }
            assertThat(freeSwitch.api("ivrea reload")).contains("tones/main main ok");
        }
    }

    @Test
    void whoListensToTheEventSocketLearnsOfCallsAndNodes() throws IOException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE.set("events", "node"));
                var socket = new EventSocket(calls.freeSwitch.eventPort())) {
            socket.subscribe("CHANNEL_HANGUP_COMPLETE CUSTOM ivrea::call ivrea::node");
            calls.answered("short").awaitEnd();
            List<Map<String, String>> events = new ArrayList<>();
            do {
                events.add(socket.event());
            } while (!"CHANNEL_HANGUP_COMPLETE".equals(events.getLast().get("Event-Name")));
            assertThat(events).extracting(event -> event.getOrDefault("Event-Subclass", "")).contains("ivrea::call",
                    "ivrea::node");
            assertThat(events).anySatisfy(event -> assertThat(event).containsEntry("Ivrea-Node", "first"));
            // What the journey came to reaches the call detail record.
            assertThat(events.getLast()).containsEntry("variable_ivrea_flow", "tones/short")
                    .containsEntry("variable_ivrea_last_node", "short/bye");
        }
    }

    @Test
    void anOrderlyStopEndsCallsAndTheProcess() throws IOException, InterruptedException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE)) {
            List<PhoneCall> up = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                up.add(calls.answered("main"));
            }
            up.forEach(call -> call.awaitTone(400));
            String _ = calls.freeSwitch.api("fsctl shutdown");
            up.forEach(PhoneCall::awaitEnd);
            assertThat(calls.freeSwitch.awaitExit(40)).isTrue();
            assertThat(calls.freeSwitch.log()).doesNotContain("does not stop");
        }
    }

    @Test
    void anUnknownFlowGetsTheFallbackExtension() throws IOException {
        try (RealCalls calls = start(FALLBACK)) {
            var call = calls.call("nonsense");
            call.awaitTone(2_900);
            call.hangUp();
            calls.freeSwitch.awaitNoCalls();
            assertThat(calls.freeSwitch.log()).contains("nonsense").contains("the call gets the fallback");
        }
    }

    @Test
    void anUnknownFlowGetsTheFallbackCause() throws IOException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE.set("fallback-cause", "USER_BUSY"))) {
            assertThat(calls.call("nonsense").awaitAnswer()).isEqualTo(486);
        }
    }

    @Test
    void aFlowThatNeverEndsIsStoppedAndGetsTheFallback() throws IOException {
        try (RealCalls calls = start(FALLBACK)) {
            var call = calls.answered("endless");
            call.awaitTone(2_900);
            call.hangUp();
            calls.freeSwitch.awaitNoCalls();
        }
    }

    @Test
    void moreCallsThanTheLimitGetTheFallbackAndTheOthersGoOn() throws IOException {
        try (RealCalls calls = start(FALLBACK.set("max-calls", "2"))) {
            var one = calls.answered("main");
            var two = calls.answered("main");
            var three = calls.call("main");
            three.awaitTone(2_900);
            one.awaitTone(400);
            two.awaitTone(400);
            assertThat(calls.freeSwitch.counter("refused")).isEqualTo(1);
        }
    }

    @Test
    void whatAllCallsWaitForGoesBeforeTheThreadsOfCallsAndTheRestOfJavaDoesNot() throws IOException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE)) {
            Map<String, Integer> niceness = ThreadFigures.niceness(calls.freeSwitch.pid());
            int ofCalls = niceness.getOrDefault("freeswitch", 0);
            assumeTrue(ThreadFigures.mayRaise(), "The system does not allow a higher priority");
            assertThat(niceness).containsEntry("ivrea-poller", ofCalls - 10).containsEntry("VM Thread", ofCalls - 10)
                    .containsEntry("ivrea-watch", 0).containsEntry("Finalizer", 0);
        }
    }

    /// As FreeSWITCH runs by itself, without `-np`.
    @Test
    void inRealTimeThatIsSoTooAndCallsAreAnswered() throws IOException {
        try (RealCalls calls = start(SwitchConfiguration.Wishes.NONE.inRealTime())) {
            Map<String, String> policies = ThreadFigures.policies(calls.freeSwitch.pid());
            assumeTrue(policies.values().stream().anyMatch(policy -> policy.startsWith("FIFO")),
                    "The system does not allow FreeSWITCH real time");
            assertThat(policies).containsEntry("ivrea-poller", "FIFO 1").containsEntry("VM Thread", "FIFO 1")
                    .containsEntry("ivrea-watch", "other").containsEntry("Finalizer", "other");
            var call = calls.call("main");
            call.awaitTone(400);
            call.hangUp();
            calls.freeSwitch.awaitNoCalls();
        }
    }

    /// The switch goes on without the runtime, says why, and calls get the fallback.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "java-home  | /nowhere               | there is no /nowhere",
            "class-path | /nowhere/ivrea.jar     | which does not exist or cannot be read",
            "main-class | org/ivrea/Nonsense     | is not to be found or is broken",
            "main-class | java/lang/String       | has no method start(long)"})
    void aRuntimeThatDoesNotStart(String setting, String value, String reason) throws IOException {
        try (var freeSwitch = new FreeSwitch(folder.resolve("switch"), Files.createDirectories(folder.resolve("flows")),
                FALLBACK.set(setting, value)); var phone = new Phone()) {
            assertThat(freeSwitch.api("ivrea status")).startsWith("-ERR The runtime is not up").contains(reason);
            var call = phone.call("flow-tones/main", freeSwitch.sipPort());
            call.awaitTone(2_900);
            call.hangUp();
            assertThat(freeSwitch.log()).contains(reason);
            assertThat(freeSwitch.alive()).isTrue();
        }
    }

    @Test
    void theProcessEndsAlsoWhenTheRuntimeNeverStarted() throws IOException, InterruptedException {
        try (var freeSwitch = new FreeSwitch(folder.resolve("switch"), Files.createDirectories(folder.resolve("flows")),
                FALLBACK.set("java-home", "/nowhere"))) {
            String _ = freeSwitch.api("fsctl shutdown");
            assertThat(freeSwitch.awaitExit(TimeUnit.MINUTES.toSeconds(1))).isTrue();
        }
    }

    @Test
    void aMissingModuleOfTheSwitchIsNamed() throws IOException {
        try (RealCalls calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE.without("mod_conference")
                .set("environment", environment()), "\"resources\": { \"room\": { \"room\": {} } }", project -> {
                    write(project);
                    project.flow("conference",
                            """
                                    "first": { "type": "conference", "room": "room",
                                      "exits": { "left": null, "pinFailed": null, "locked": null, "error": "sorry" } },
                                    "sorry": { "type": "log", "text": "${error.code}: ${error.message}", "exits": { "next": "bye" } },
                                    "bye": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] }
                                    """,
                            "");
                })) {
            var call = calls.answered("conference");
            String uuid = calls.uuid();
            call.awaitEnd();
            assertThat(call.heard()).containsExactly(500);
            assertThat(calls.trace(uuid)).contains("module-missing: mod_conference is not loaded");
        }
    }

    private String environment() throws IOException {
        Path environment = folder.resolve("environment.json");
        Files.writeString(environment, "{ \"rooms\": { \"room\": \"room@default\" } }");
        return environment.toString();
    }
}
