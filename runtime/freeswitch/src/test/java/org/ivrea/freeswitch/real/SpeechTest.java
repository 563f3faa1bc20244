package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Collecting speech, with a recognition that hears when somebody speaks and knows what they say. Each exit plays a tone of
/// its own.
@ExtendWith(NeedsFreeSwitch.class)
final class SpeechTest {
    private static final String REST = """
            "variable": "said", "confidence": "sure", "timeoutMs": 2000, "maxNoInput": 1, "maxNoMatch": 1,
            "choices": [ { "phrases": [ "agent" ], "keys": "0", "exit": "agent" } ],
            "exits": { "agent": "agent", "noMatch": "no-match", "noInput": "no-input", "error": "failed" } },
            "agent": { "type": "hangup", "prompt": [ { "file": "500.wav" } ] },
            "no-match": { "type": "hangup", "prompt": [ { "file": "700.wav" } ] },
            "no-input": { "type": "hangup", "prompt": [ { "file": "800.wav" } ] },
            "failed": { "type": "hangup", "prompt": [ { "file": "900.wav" } ] }
            """;
    private static final String VARIABLES = """
            "variables": { "said": { "type": "string" }, "sure": { "type": "number" } }
            """;

    @TempDir static Path folder;

    @AutoClose private static RealCalls calls;

    @BeforeAll
    static void start() throws IOException {
        var wishes = SwitchConfiguration.Wishes.NONE.set("speech-engine", "testspeech");
        for (Said said : Said.values()) {
            wishes = wishes.extension("""
                    <extension name="%1$s"><condition field="destination_number" expression="^%1$s-(.+)$">
                    <action application="set" data="asr_json_param_says=%2$s"/>
                    <action application="ivrea" data="$1"/></condition></extension>
                    """.formatted(said, said.xml));
        }
        calls = new RealCalls(folder, wishes, "", SpeechTest::write);
    }

    /// What the recognition says.
    private enum Said {
        TEXT("an agent please"), JSON("{\"text\": \"agent\", \"confidence\": 0.9}"), NLSML("""
                <result><interpretation grammar="g" confidence="90"><instance>agent</instance><input mode="speech">\
                agent</input></interpretation></result>"""), UNSURE(
                "{\"text\": \"agent\", \"confidence\": 0.2}"), OTHER(
                        "{\"text\": \"pizza\"}"), NOTHING("{\"text\": \"\"}");

        private final String xml;

        Said(String body) {
            xml = body.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        }
    }

    private static void write(TestProject project) throws IOException {
        project.flow("main", "\"first\": { \"type\": \"speech\", \"prompt\": [ { \"file\": \"600.wav\" } ], " + REST,
                VARIABLES);
        project.flow("long", "\"first\": { \"type\": \"speech\", \"prompt\": [ { \"file\": \"400.wav\" } ], " + REST,
                VARIABLES);
        project.flow("unknown", "\"first\": { \"type\": \"speech\", \"engine\": \"nobody\", " + REST, VARIABLES);
        project.flow("grammar", "\"first\": { \"type\": \"speech\", \"grammar\": \"nonsense\", " + REST, VARIABLES);
    }

    @AfterEach
    void settle() {
        calls.freeSwitch.awaitNoCalls();
    }

    private static PhoneCall call(Said said, String flow) {
        return calls.phone.call(said + "-" + TestProject.NAME + "/" + flow, calls.freeSwitch.sipPort());
    }

    private static PhoneCall speaks(Said said) {
        var call = call(said, "main");
        call.awaitTone(600);
        call.say(1_500, 800, 800);
        call.awaitEnd();
        return call;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "JSON", "NLSML"})
    void whatIsSaidReachesTheFlow(String said) {
        assertThat(speaks(Said.valueOf(said)).heard()).containsExactly(600, 500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSURE", "OTHER", "NOTHING"})
    void whatIsNotUnderstoodIsAnExit(String said) {
        assertThat(speaks(Said.valueOf(said)).heard()).containsExactly(600, 700);
    }

    @Test
    void whoSaysNothingIsNotWaitedForForEver() {
        var call = call(Said.TEXT, "main");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(600, 800);
    }

    @Test
    void speechDuringThePromptIsKept() {
        var call = call(Said.TEXT, "long");
        call.awaitTone(400);
        call.say(1_500, 0, 500);
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 500);
    }

    @Test
    void aKeyIsAnAnswer() {
        var call = call(Said.TEXT, "long");
        call.awaitTone(400);
        call.press("0");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 500);
        assertThat(call.voice().tones().getFirst().ms()).isLessThan(RealCalls.LONG_MS);
    }

    @Test
    void anEngineThatIsNotLoadedIsNamed() {
        var call = call(Said.TEXT, "unknown");
        String uuid = calls.uuid();
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(900);
        assertThat(calls.trace(uuid)).contains("module-missing").contains("\\\"nobody\\\"");
    }

    @Test
    void aGrammarThatTheEngineDoesNotTakeIsNamed() {
        var call = call(Said.TEXT, "grammar");
        String uuid = calls.uuid();
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(900);
        assertThat(calls.trace(uuid)).contains("speech-failed").contains("\\\"nonsense\\\"");
    }
}
