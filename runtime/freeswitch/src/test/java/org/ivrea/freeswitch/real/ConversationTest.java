package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Queues, mailboxes, conferences and applications: what modules of the switch do for a flow.
@ExtendWith(NeedsFreeSwitch.class)
final class ConversationTest {
    private static final String CONFIGURATION = """
            <configuration name="callcenter.conf"><settings/><queues>
            <queue name="sales"><param name="strategy" value="longest-idle-agent"/>
            <param name="moh-sound" value="silence"/><param name="time-base-score" value="queue"/>
            <param name="max-wait-time" value="0"/><param name="max-wait-time-with-no-agent" value="0"/>
            <param name="tier-rules-apply" value="false"/></queue>
            <queue name="empty"><param name="strategy" value="longest-idle-agent"/>
            <param name="moh-sound" value="silence"/><param name="time-base-score" value="queue"/>
            <param name="max-wait-time" value="0"/><param name="max-wait-time-with-no-agent" value="1"/>
            <param name="tier-rules-apply" value="false"/></queue></queues>
            <agents><agent name="anna" type="callback" contact="%s" status="Logged Out" max-no-answer="3"
            wrap-up-time="0" reject-delay-time="1" busy-delay-time="1"/></agents>
            <tiers><tier agent="anna" queue="sales" level="1" position="1"/></tiers></configuration>
            <configuration name="conference.conf"><caller-controls>
            <group name="default"><control action="hangup" digits="#"/></group></caller-controls>
            <profiles><profile name="default"><param name="rate" value="8000"/><param name="interval" value="20"/>
            <param name="energy-level" value="0"/><param name="comfort-noise" value="false"/></profile></profiles>
            </configuration>
            <configuration name="voicemail.conf"><settings/><profiles><profile name="default">
            <param name="file-extension" value="wav"/><param name="terminator-key" value="#"/>
            <param name="min-record-len" value="1"/><param name="max-record-len" value="30"/>
            <param name="tone-spec" value="%%(500, 0, 640)"/><param name="record-silence-threshold" value="200"/>
            <param name="record-silence-hits" value="1"/><param name="skip-greet-key" value="#"/>
            <param name="record-check-silence" value="true"/>
            </profile></profiles></configuration>
            """;

    @TempDir static Path folder;

    private static RealCalls calls;
    private static Phone agent;

    @BeforeAll
    static void start() throws IOException {
        agent = new Phone();
        Path environment = folder.resolve("environment.json");
        Files.writeString(environment, """
                { "queues": { "sales": "sales", "empty": "empty", "unknown": "nonsense" },
                  "rooms": { "room": "room@default" }, "mailboxes": { "box": "1000@test", "personal": "{number}@test" },
                  "applications": { "tone": "playback", "forbidden": "system" } }
                """);
        calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE.set("environment", environment.toString())
                .set("events", "call").configuration(CONFIGURATION.formatted(agent.dialString())), """
                        "resources": { "queue": { "sales": {}, "empty": {}, "unknown": {} }, "room": { "room": {} },
                          "mailbox": { "box": {}, "personal": {} }, "application": { "tone": {}, "forbidden": {} } }
                        """, ConversationTest::write);
    }

    private static void write(TestProject project) throws IOException {
        queue(project, "main", "\"queue\": \"sales\", \"music\": [ { \"file\": \"400.wav\" } ]");
        queue(project, "limited",
                "\"queue\": \"sales\", \"maxWaitMs\": 1500, \"music\": [ { \"file\": \"400.wav\" } ]");
        queue(project, "empty", "\"queue\": \"empty\"");
        queue(project, "unknown", "\"queue\": \"unknown\"");
        queue(project, "announced", """
                "queue": "sales", "music": [ { "file": "400.wav" } ], "position": "place", "firstAnnouncementMs": 1000,
                "announcementEveryMs": 2000, "announcement": [ { "toneHz": 1100, "ms": 400 } ],
                "exitKeys": [ { "key": "9", "exit": "key" } ]
                """);
        project.flow("conference", """
                "first": { "type": "conference", "room": "room", "exits": { "left": "bye", "pinFailed": "lost",
                  "locked": "locked" } },
                "locked": { "type": "hangup", "prompt": [ { "file": "700.wav" } ] },
                "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] },
                "bye": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] }
                """, "");
        project.flow("voicemail", """
                "first": { "type": "voicemail", "mailbox": "personal", "number": "1000",
                  "greeting": [ { "file": "600.wav" } ], "skipInstructions": true,
                  "exits": { "left": "bye", "nothingLeft": "lost" } },
                "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] },
                "bye": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] }
                """, "");
        project.flow("application", """
                "first": { "type": "application", "application": "tone", "arguments": "tone_stream://%(300,0,1300)",
                  "exits": { "success": "second", "failed": "lost" } },
                "second": { "type": "application", "application": "forbidden", "arguments": "id",
                  "exits": { "success": "lost", "failed": "lost", "error": "bye" } },
                "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] },
                "bye": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] }
                """, "");
        project.flow("injection", """
                "first": { "type": "application", "application": "tone", "arguments": "${'$' + '{system(touch x)}'}",
                  "exits": { "success": "lost", "failed": "lost", "error": "bye" } },
                "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] },
                "bye": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] }
                """, "");
    }

    private static void queue(TestProject project, String name, String how) throws IOException {
        project.flow(name, """
                "first": { "type": "queue", %s, "exits": { "answered": "done", "timeout": "late", "full": "lost",
                  "noAgents": "nobody", "closed": "lost", "error": "failed"%s } },
                "key": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] },
                "done": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] },
                "late": { "type": "hangup", "prompt": [ { "file": "600.wav" } ] },
                "nobody": { "type": "hangup", "prompt": [ { "file": "700.wav" } ] },
                "failed": { "type": "hangup", "prompt": [ { "file": "800.wav" } ] },
                "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
                """.formatted(how, how.contains("exitKeys") ? ", \"key\": \"key\"" : ""),
                "\"variables\": { \"place\": { \"type\": \"int\" } }");
    }

    @AfterAll
    static void stop() {
        if (calls != null) {
            agent.close();
            calls.close();
        }
    }

    @AfterEach
    void settle() {
        calls.freeSwitch.awaitNoCalls();
    }

    private static void needs(String module) {
        assumeTrue(calls.freeSwitch.installation().has(module), "no " + module);
    }

    private static void agentIs(String status) {
        assertThat(calls.freeSwitch.api("callcenter_config agent set status anna '" + status + "'")).contains("+OK");
    }

    @Test
    void anAgentTakesTheCallAndTheFlowGoesOnAfterwards() throws InterruptedException {
        needs("mod_callcenter");
        agent.when(PhoneCall::answer);
        var call = calls.answered("main");
        call.awaitTone(400);
        agentIs("Available");
        var other = Objects.requireNonNull(agent.incoming().poll(60, TimeUnit.SECONDS), "no agent was called");
        other.voice().say(1_500, 3_000);
        call.awaitTone(1_500);
        agentIs("Logged Out");
        other.hangUp();
        call.awaitEnd();
        assertThat(call.heard()).startsWith(400).contains(1_500).endsWith(500);
    }

    @Test
    void theWaitIsLimited() {
        needs("mod_callcenter");
        var call = calls.answered("limited");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 600);
    }

    @Test
    void aQueueWithoutAgentsSaysSo() {
        needs("mod_callcenter");
        var call = calls.answered("empty");
        call.awaitEnd();
        assertThat(call.heard()).endsWith(700);
    }

    @Test
    void anUnknownQueueIsAnError() {
        needs("mod_callcenter");
        var call = calls.answered("unknown");
        call.awaitEnd();
        assertThat(call.heard()).endsWith(800);
    }

    @Test
    void announcementsAreHeardAndAKeyLeavesTheQueue() {
        needs("mod_callcenter");
        var call = calls.answered("announced");
        call.awaitTone(1_100, 2);
        call.press("9");
        call.awaitEnd();
        assertThat(call.heard()).startsWith(400, 1_100, 400, 1_100).endsWith(1000);
    }

    @Test
    void callersMeetInAConference() {
        needs("mod_conference");
        var one = calls.answered("conference");
        var other = calls.answered("conference");
        other.awaitMedia("the conference", () -> other.voice().packets().size() > 20);
        one.voice().say(1_500, 3_000);
        other.awaitTone(1_500);
        one.press("#");
        one.awaitEnd();
        assertThat(one.heard()).endsWith(500);
        assertThat(calls.freeSwitch.api("conference room lock")).contains("OK");
        var late = calls.answered("conference");
        late.awaitEnd();
        assertThat(late.heard()).endsWith(700);
        assertThat(calls.freeSwitch.api("conference room kick all")).contains("OK");
        other.awaitEnd();
        assertThat(other.heard()).endsWith(500);
    }

    @Test
    void aMessageIsLeftInAMailbox() {
        needs("mod_voicemail");
        var call = calls.answered("voicemail");
        call.awaitTone(600);
        FreeSwitch.await(60, "the message to begin", () -> {
            try (var files = Files.walk(folder.resolve("switch/storage"))) {
                return files.anyMatch(file -> file.toString().endsWith(".wav"));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        call.voice().say(1_500, 2_500);
        call.awaitEnd();
        assertThat(call.heard()).startsWith(600).endsWith(500);
    }

    @Test
    void onlyListedApplicationsRun() {
        var call = calls.answered("application");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(1_300, 500);
    }

    @Test
    void argumentsAreNotRunByTheSwitch() {
        var call = calls.answered("injection");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(500);
        assertThat(folder.resolve("switch/x")).doesNotExist();
    }
}
