package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/// Queues, mailboxes, conferences and applications: what modules of the switch do for a flow.
@ExtendWith(NeedsFreeSwitch.class)
final class ConversationTest {
    @TempDir static Path folder;

    private static RealCalls calls;
    private static Phone agent;

    @BeforeAll
    static void start() throws IOException {
        agent = new Phone();
        Path environment = folder.resolve("environment.json");
        Files.writeString(environment, """
                { "queues": { "sales": "sales", "empty": "empty", "unknown": "nonsense",
                    "small": { "queue": "sales", "mostWaiting": 1 } },
                  "rooms": { "room": "room@default" }, "mailboxes": { "box": "1000@test", "personal": "{number}@test" },
                  "applications": { "tone": "playback", "forbidden": "system" } }
                """);
        calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE.set("environment", environment.toString())
                .set("events", "call").configuration(configuration()),
                """
                        "resources": { "queue": { "sales": {}, "empty": {}, "unknown": {}, "small": {} }, "room": { "room": {} },
                          "mailbox": { "box": {}, "personal": {} }, "application": { "tone": {}, "forbidden": {} } }
                        """,
                ConversationTest::write);
    }

    private static String configuration() {
        return ModuleSections.callcenter(ModuleSections.queue("sales", 0, 0) + ModuleSections.queue("empty", 0, 1),
                ModuleSections.agent("anna", agent.dialString()), ModuleSections.tier("sales", "anna"))
                + ModuleSections.CONFERENCE + ModuleSections.VOICEMAIL;
    }

    private static void write(TestProject project) throws IOException {
        queue(project, "main", "\"queue\": \"sales\", \"music\": [ { \"file\": \"400.wav\" } ]");
        queue(project, "limited",
                "\"queue\": \"sales\", \"maxWaitMs\": 1500, \"music\": [ { \"file\": \"400.wav\" } ]");
        queue(project, "empty", "\"queue\": \"empty\"");
        queue(project, "unknown", "\"queue\": \"unknown\"");
        queue(project, "small", "\"queue\": \"small\", \"music\": [ { \"file\": \"400.wav\" } ]");
        queue(project, "announced", """
                "queue": "sales", "music": [ { "file": "400.wav" } ], "position": "place",
                "estimatedWaitMs": "estimate", "firstAnnouncementMs": 1000,
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
                "\"variables\": { \"place\": { \"type\": \"int\" }, \"estimate\": { \"type\": \"int\" } }");
    }

    @AfterAll
    static void stop() {
        if (calls != null) {
            agent.close();
            calls.close();
        }
    }

    @BeforeEach
    void forget() {
        agent.incoming().clear();
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
    void callersLearnTheirPlaceAndHowLongItWillTake() throws InterruptedException {
        needs("mod_callcenter");
        agent.when(PhoneCall::answer);
        agentIs("Available");
        var served = calls.answered("main");
        var talk = Objects.requireNonNull(agent.incoming().poll(60, TimeUnit.SECONDS), "no agent was called");
        talk.voice().say(1_500, 2_500);
        served.awaitTone(1_500);
        served.awaitMedia("most of the tone", () -> served.voice().tones().getLast().ms() > 2_000);
        agent.when(PhoneCall::ring);
        talk.hangUp();
        served.awaitEnd();
        var first = calls.answered("announced");
        String uuid = calls.uuid();
        first.awaitTone(1_100);
        var second = calls.answered("announced");
        second.awaitTone(1_100);
        String other = calls.freeSwitch.api("ivrea calls").lines().map(line -> line.split(" ")[0])
                .filter(one -> !one.equals(uuid)).findFirst().orElseThrow();
        assertThat(place(uuid)).isEqualTo(1);
        assertThat(place(other)).isEqualTo(2);
        long estimate = last(uuid, "estimate");
        assertThat(estimate).isPositive();
        assertThat(last(other, "estimate")).isEqualTo(2 * estimate);
        first.hangUp();
        second.hangUp();
        agentIs("Logged Out");
    }

    private static long place(String uuid) {
        return last(uuid, "place");
    }

    /// What a variable was set to last.
    private static long last(String uuid, String variable) {
        Matcher set = Pattern.compile("\"name\":\"" + variable + "\",\"value\":\"(\\d+)")
                .matcher(calls.trace(uuid));
        long value = -1;
        while (set.find()) {
            value = Long.parseLong(set.group(1));
        }
        return value;
    }

    @Test
    void aFullQueueTakesNobody() {
        needs("mod_callcenter");
        var first = calls.answered("small");
        first.awaitTone(400);
        FreeSwitch.await(60, "the first one to wait", () -> calls.freeSwitch
                .api("callcenter_config queue list members sales").contains("|Waiting|"));
        var second = calls.answered("small");
        second.awaitEnd();
        assertThat(second.heard()).containsExactly(900);
        first.hangUp();
    }

    @RepeatedTest(5)
    void ofThoseWhoComeAtOnceOneGetsTheLastPlace() {
        needs("mod_callcenter");
        var together = Stream.generate(() -> calls.call("small")).limit(4).toList();
        FreeSwitch.await(60, "all to know", () -> together.stream()
                .allMatch(call -> call.heard().contains(400) || call.heard().contains(900)));
        assertThat(together.stream().filter(call -> call.heard().contains(400))).hasSize(1);
        assertThat(together.stream().filter(call -> call.heard().contains(900))).hasSize(3);
        together.stream().filter(call -> call.heard().contains(400)).forEach(PhoneCall::hangUp);
        together.forEach(PhoneCall::awaitEnd);
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
