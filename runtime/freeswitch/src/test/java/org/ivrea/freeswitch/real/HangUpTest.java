package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Wherever the call ends, the flow learns it once, runs its handler once, and nothing is left behind.
@ExtendWith(NeedsFreeSwitch.class)
final class HangUpTest {
    private static final String HANDLER = """
            , "left": { "type": "log", "text": "left", "tag": "left", "exits": { "next": null } }
            """;
    private static final String HANDLERS = "\"handlers\": { \"hangup\": \"left\" }";

    @TempDir static Path folder;

    @AutoClose private static RealCalls calls;

    @BeforeAll
    static void start() throws IOException {
        Path flows = folder.resolve("environment.json");
        java.nio.file.Files.writeString(flows, """
                { "destinations": { "silent": "loopback/silent/default", "talker": "loopback/talker/default" },
                  "services": { "slow": { "url": "http://127.0.0.1:9/" } } }
                """);
        var wishes = SwitchConfiguration.Wishes.NONE.set("environment", flows.toString()).extension("""
                <extension name="silent"><condition field="destination_number" expression="^silent$">
                <action application="sleep" data="60000"/></condition></extension>
                <extension name="talker"><condition field="destination_number" expression="^talker$">
                <action application="answer"/><action application="playback" data="tone_stream://%(60000,0,1500)"/>
                </condition></extension>
                """);
        calls = new RealCalls(folder, wishes, """
                "resources": { "destination": { "silent": {}, "talker": {} } }
                """, HangUpTest::write);
    }

    private static void write(TestProject project) throws IOException {
        project.flow("main", """
                "first": { "type": "answer", "exits": { "next": "play" } },
                "play": { "type": "play", "prompt": [ { "file": "400.wav" } ], "repeat": 20, "exits": { "next": null } }
                """ + HANDLER, HANDLERS);
        project.flow("collect",
                """
                        "first": { "type": "answer", "exits": { "next": "code" } },
                        "code": { "type": "collect", "prompt": [ { "file": "500.wav" } ], "variable": "code", "timeoutMs": 60000,
                          "exits": { "collected": null, "timeout": null } }
                        """
                        + HANDLER,
                HANDLERS + ", \"variables\": { \"code\": { \"type\": \"string\" } }");
        project.flow("record",
                """
                        "first": { "type": "answer", "exits": { "next": "record" } },
                        "record": { "type": "record", "prompt": [ { "file": "500.wav" } ], "variable": "message", "silenceMs": 0,
                          "exits": { "recorded": null, "tooShort": null } }
                        """
                        + HANDLER,
                HANDLERS + ", \"variables\": { \"message\": { \"type\": \"string\" } }");
        project.flow("wait", """
                "first": { "type": "answer", "exits": { "next": "tone" } },
                "tone": { "type": "play", "prompt": [ { "file": "500.wav" } ], "exits": { "next": "wait" } },
                "wait": { "type": "wait", "ms": 60000, "exits": { "next": null } }
                """ + HANDLER, HANDLERS);
        project.flow("ringing", """
                "first": { "type": "answer", "exits": { "next": "tone" } },
                "tone": { "type": "play", "prompt": [ { "file": "500.wav" } ], "exits": { "next": "dial" } },
                "dial": { "type": "dial", "targets": [ { "destination": "silent" } ],
                  "exits": { "answered": null, "busy": null, "noAnswer": null, "rejected": null, "unreachable": null } }
                """ + HANDLER, HANDLERS);
        project.flow("talking", """
                "first": { "type": "answer", "exits": { "next": "dial" } },
                "dial": { "type": "dial", "targets": [ { "destination": "talker" } ],
                  "exits": { "answered": null, "busy": null, "noAnswer": null, "rejected": null, "unreachable": null } }
                """ + HANDLER, HANDLERS);
        project.flow("unanswered", """
                "first": { "type": "entry", "answer": "none", "exits": { "next": "wait" } },
                "wait": { "type": "wait", "ms": 60000, "exits": { "next": null } }
                """ + HANDLER, HANDLERS);
    }

    private static void assertLeftOnce(String uuid, String words) {
        calls.freeSwitch.awaitNoCalls();
        String trace = calls.trace(uuid);
        assertThat(RealCalls.count(trace, "\"node\":\"left\"")).as(trace).isBetween(1L, 3L);
        assertThat(RealCalls.count(trace, "node-entered")).as(trace).isPositive();
        assertThat(trace).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"main,400", "collect,500", "record,500", "wait,500", "ringing,500", "talking,1500"})
    void theCallerHangsUp(String flow, int hertz) {
        var call = calls.answered(flow);
        call.awaitTone(hertz);
        String uuid = calls.uuid();
        call.hangUp();
        call.awaitEnd();
        assertLeftOnce(uuid, "\"side\":\"caller\"");
    }

    @ParameterizedTest
    @CsvSource({"main,400", "collect,500", "record,500", "wait,500", "ringing,500", "talking,1500"})
    void theSwitchHangsUp(String flow, int hertz) {
        var call = calls.answered(flow);
        call.awaitTone(hertz);
        String uuid = calls.uuid();
        assertThat(calls.freeSwitch.api("uuid_kill " + uuid + " NORMAL_TEMPORARY_FAILURE")).contains("+OK");
        call.awaitEnd();
        assertLeftOnce(uuid, "NORMAL_TEMPORARY_FAILURE");
    }

    @Test
    void theCallerGivesUpBeforeTheAnswer() {
        var call = calls.call("unanswered");
        String uuid = calls.uuid();
        call.hangUp();
        call.awaitEnd();
        assertLeftOnce(uuid, "ORIGINATOR_CANCEL");
    }

    @Test
    void aTransferByAnOperatorTakesTheCallAway() {
        var call = calls.answered("main");
        call.awaitTone(400);
        String uuid = calls.uuid();
        assertThat(calls.freeSwitch.api("uuid_transfer " + uuid + " fallback")).contains("+OK");
        call.awaitTone(2900);
        assertThat(calls.freeSwitch.api("ivrea calls")).isEqualTo("No calls");
        assertThat(calls.trace(uuid)).contains("transferred");
        call.hangUp();
        calls.freeSwitch.awaitNoCalls();
    }
}
