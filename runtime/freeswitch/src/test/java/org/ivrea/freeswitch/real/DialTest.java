package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Calling others, and what comes of it. Each exit plays a tone of its own.
@ExtendWith(NeedsFreeSwitch.class)
final class DialTest {
    private static final String EXITS = """
            "exits": { "answered": "done", "busy": "busy", "noAnswer": "none", "rejected": "rejected",
              "unreachable": "lost", "cancelled": "lost" } },
            "done": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] },
            "busy": { "type": "hangup", "prompt": [ { "file": "600.wav" } ] },
            "none": { "type": "hangup", "prompt": [ { "file": "700.wav" } ] },
            "rejected": { "type": "hangup", "prompt": [ { "file": "800.wav" } ] },
            "lost": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
            """;

    @TempDir static Path folder;

    private static RealCalls calls;
    private static Phone callee;

    @BeforeAll
    static void start() throws IOException {
        callee = new Phone();
        Path environment = folder.resolve("environment.json");
        Files.writeString(environment, """
                { "destinations": { "callee": "%s", "nowhere": "sofia/gateway/none/1", "fallback": "fallback" } }
                """.formatted(callee.dialString()));
        calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE.set("environment", environment.toString()),
                "\"resources\": { \"destination\": { \"callee\": {}, \"nowhere\": {} } }", DialTest::write);
    }

    private static void write(TestProject project) throws IOException {
        dial(project, "main", "");
        dial(project, "impatient", ", \"ringMs\": 1500");
        dial(project, "limited", ", \"maxTalkMs\": 1200");
        dial(project, "whisper",
                ", \"whisper\": [ { \"file\": \"1000.wav\" } ], \"ringback\": [ { \"file\": \"400.wav\" } ]");
        dial(project, "accept",
                ", \"whisper\": [ { \"file\": \"1000.wav\" } ], \"acceptKey\": \"1\", \"ringMs\": 8000");
        project.flow("both", """
                "first": { "type": "dial", "targets": [ { "destination": "nowhere" }, { "destination": "callee" } ],
                """ + EXITS, "");
        project.flow("lost", """
                "first": { "type": "dial", "targets": [ { "destination": "nowhere" } ],
                """ + EXITS, "");
        project.flow("transfer", """
                "first": { "type": "transfer", "number": "fallback", "exits": { "failed": "sorry" } },
                "sorry": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
                """, "");
        project.flow("refer", """
                "first": { "type": "transfer", "method": "refer", "number": "support@example.com",
                  "exits": { "failed": "sorry" } },
                "sorry": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
                """, "");
        project.flow("through", """
                "first": { "type": "transfer", "destination": "callee", "exits": { "failed": "sorry" } },
                "sorry": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
                """, "");
    }

    private static void dial(TestProject project, String name, String more) throws IOException {
        project.flow(name, "\"first\": { \"type\": \"dial\", \"targets\": [ { \"destination\": \"callee\" } ]" + more
                + ",\n" + EXITS, "");
    }

    @AfterAll
    static void stop() {
        if (calls != null) {
            callee.close();
            calls.close();
        }
    }

    @BeforeEach
    void forget() {
        callee.incoming().clear();
    }

    @AfterEach
    void settle() {
        calls.freeSwitch.awaitNoCalls();
    }

    private static PhoneCall incoming() throws InterruptedException {
        return Objects.requireNonNull(callee.incoming().poll(60, TimeUnit.SECONDS), "nobody called");
    }

    @Test
    void theyTalkAndTheFlowGoesOn() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("main");
        var other = incoming();
        other.voice().say(1_500, 2_000);
        call.awaitTone(1_500);
        call.press("5");
        other.awaitMedia("the caller's key", () -> other.voice().keys().equals("5"));
        other.hangUp();
        call.awaitEnd();
        assertThat(call.heard()).contains(1_500).endsWith(500);
    }

    @Test
    void outcomesAreTold() {
        callee.when(phone -> phone.refuse(486, "Busy Here"));
        var busy = calls.answered("main");
        busy.awaitEnd();
        assertThat(busy.heard()).endsWith(600);
        callee.when(phone -> phone.refuse(603, "Decline"));
        var declined = calls.answered("main");
        declined.awaitEnd();
        assertThat(declined.heard()).endsWith(800);
        callee.when(phone -> phone.refuse(404, "Not Found"));
        var unknown = calls.answered("main");
        unknown.awaitEnd();
        assertThat(unknown.heard()).endsWith(900);
        var nowhere = calls.answered("lost");
        nowhere.awaitEnd();
        assertThat(nowhere.heard()).endsWith(900);
    }

    @Test
    void nobodyAnswers() throws InterruptedException {
        callee.when(PhoneCall::ring);
        var call = calls.answered("impatient");
        incoming().awaitEnd();
        call.awaitEnd();
        assertThat(call.heard()).endsWith(700);
    }

    @Test
    void theFirstOfSeveralTargetsWins() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("both");
        var other = incoming();
        other.voice().say(1_500, 500);
        call.awaitTone(1_500);
        other.hangUp();
        call.awaitEnd();
        assertThat(call.heard()).endsWith(500);
    }

    @Test
    void theTalkIsLimited() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("limited");
        var other = incoming();
        other.awaitEnd();
        call.awaitEnd();
        assertThat(call.heard()).endsWith(500);
    }

    @Test
    void musicForTheOneAndAWhisperForTheOther() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("whisper");
        var other = incoming();
        other.awaitTone(1_000);
        other.voice().say(1_500, 1_500);
        call.awaitTone(1_500);
        other.hangUp();
        call.awaitEnd();
        assertThat(call.heard()).contains(400).doesNotContain(1_000).endsWith(500);
    }

    @Test
    void theOtherSideAcceptsByAKey() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("accept");
        var other = incoming();
        other.awaitTone(1_000);
        other.press("1");
        other.awaitMedia("the end of the keys", () -> !other.voice().keysEnded().isEmpty());
        other.voice().say(1_500, 3_000);
        call.awaitTone(1_500);
        other.hangUp();
        call.awaitEnd();
        assertThat(call.heard()).endsWith(500);
    }

    @Test
    void whoDoesNotAcceptIsNotConnected() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("accept");
        var other = incoming();
        other.voice().say(1_500, 60_000);
        call.awaitEnd();
        assertThat(call.heard()).doesNotContain(1_500).endsWith(700);
    }

    @Test
    void aBlindTransferGoesToTheDialplan() {
        var call = calls.answered("transfer");
        call.awaitTone(2_900);
        assertThat(calls.freeSwitch.api("ivrea calls")).isEqualTo("No calls");
        call.hangUp();
    }

    @Test
    void aBlindTransferGoesToADialString() throws InterruptedException {
        callee.when(PhoneCall::answer);
        var call = calls.answered("through");
        var other = incoming();
        other.voice().say(1_500, 1_000);
        call.awaitTone(1_500);
        assertThat(calls.freeSwitch.api("ivrea calls")).isEqualTo("No calls");
        call.hangUp();
        other.awaitEnd();
    }

    @Test
    void theCallersSideIsAskedToTransfer() {
        var call = calls.answered("refer");
        assertThat(call.awaitReferral()).isEqualTo("sip:support@example.com");
        call.awaitEnd();
        assertThat(call.heard()).isEmpty();
    }

    @Test
    void aRefusedReferralIsAnExit() {
        var call = calls.call("refer");
        call.refusesReferral();
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(900);
    }
}
