package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// What callers hear, and what their keys do.
@ExtendWith(NeedsFreeSwitch.class)
final class MediaTest {
    @TempDir static Path folder;

    @AutoClose private static RealCalls calls;

    @BeforeAll
    static void start() throws IOException {
        calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE.set("detect-inband-keys", "true"), "",
                MediaTest::write);
    }

    private static void write(TestProject project) throws IOException {
        project.flow("main",
                """
                        "first": { "type": "answer", "exits": { "next": "menu" } },
                        "menu": { "type": "menu", "prompt": [ { "file": "400.wav" } ], "timeoutMs": 1500, "maxNoInput": 1,
                          "maxNoMatch": 1, "choices": [ { "keys": "1", "exit": "one" }, { "keys": "2", "exit": "two" } ],
                          "exits": { "one": "list", "two": "code", "timeout": "late", "invalid": "late" } },
                        "list": { "type": "play", "prompt": [ { "file": "500.wav" }, { "file": "600.wav" },
                          { "silenceMs": 400 }, { "toneHz": 1200, "ms": 300 } ], "exits": { "next": "bye" } },
                        "code": { "type": "collect", "prompt": [ { "file": "800.wav" } ], "variable": "code", "min": 4, "max": 8,
                          "timeoutMs": 3000, "interDigitMs": 1500, "maxNoInput": 1, "maxNoMatch": 1,
                          "exits": { "collected": "check", "timeout": "late", "invalid": "late" } },
                        "check": { "type": "decision", "cases": [ { "when": "code == '1234'", "exit": "right" } ],
                          "exits": { "right": "thanks", "otherwise": "late" } },
                        "thanks": { "type": "play", "prompt": [ { "file": "700.wav" } ], "exits": { "next": "bye" } },
                        "late": { "type": "play", "prompt": [ { "file": "900.wav" } ], "exits": { "next": "bye" } },
                        "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                        """,
                "\"variables\": { \"code\": { \"type\": \"string\" } }");
        project.flow("controlled",
                """
                        "first": { "type": "play", "prompt": [ { "file": "400.wav" } ], "controls": [ { "key": "5", "does": "pause" },
                          { "key": "7", "does": "restart" }, { "key": "#", "does": "stop" } ], "exits": { "next": "bye" } },
                        "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                        """,
                "");
        skipping(project, "skipped", 1_000);
        skipping(project, "skipped-far", 10_000);
        project.flow("ahead",
                """
                        "first": { "type": "answer", "exits": { "next": "notice" } },
                        "notice": { "type": "play", "prompt": [ { "file": "400.wav" } ], "exits": { "next": "code" } },
                        "code": { "type": "collect", "prompt": [ { "file": "800.wav" } ], "variable": "code", "min": 4, "max": 4,
                          "maxNoInput": 1, "maxNoMatch": 1,
                          "exits": { "collected": "check", "timeout": "wrong", "invalid": "wrong" } },
                        "check": { "type": "decision", "cases": [ { "when": "code == '9876'", "exit": "right" } ],
                          "exits": { "right": "bye", "otherwise": "wrong" } },
                        "wrong": { "type": "play", "prompt": [ { "file": "900.wav" } ], "exits": { "next": "bye" } },
                        "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                        """,
                "\"variables\": { \"code\": { \"type\": \"string\" } }");
        project.flow("early", """
                "first": { "type": "answer", "early": true, "exits": { "next": "teaser" } },
                "teaser": { "type": "play", "prompt": [ { "file": "500.wav" } ], "exits": { "next": "answer" } },
                "answer": { "type": "answer", "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                """, "");
        project.flow("busy", """
                "first": { "type": "entry", "answer": "none", "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "cause": "USER_BUSY" }
                """, "");
        project.flow("missing", """
                "first": { "type": "answer", "exits": { "next": "play" } },
                "play": { "type": "play", "prompt": [ { "file": "404.wav" } ],
                  "exits": { "next": "bye", "error": "sorry" } },
                "sorry": { "type": "play", "prompt": [ { "file": "900.wav" } ], "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                """, "");
        project.flow("speech", """
                "first": { "type": "answer", "exits": { "next": "play" } },
                "play": { "type": "play", "prompt": [ { "file": "500.wav" }, { "text": "Good morning." },
                  { "say": "number", "value": "42" }, { "file": "600.wav" } ], "exits": { "next": "bye" } },
                "bye": { "type": "hangup" }
                """, "");
        project.flow("send", """
                "first": { "type": "answer", "exits": { "next": "keys" } },
                "keys": { "type": "sendDtmf", "digits": "12w#", "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                """, "");
    }

    private static void skipping(TestProject project, String name, int ms) throws IOException {
        project.flow(name, """
                "first": { "type": "play", "prompt": [ { "file": "400.wav" }, { "file": "500.wav" } ],
                  "controls": [ { "key": "4", "does": "back" }, { "key": "6", "does": "forward" } ], "skipMs": %d,
                  "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                """.formatted(ms), "");
    }

    @AfterEach
    void settle() {
        calls.freeSwitch.awaitNoCalls();
    }

    @Test
    void aListPlaysWithoutAGap() {
        var call = calls.answered("main");
        call.awaitTone(400);
        call.press("1");
        call.awaitEnd();
        var tones = call.voice().tones();
        assertThat(call.heard()).containsExactly(400, 500, 600, 1200, 1000);
        // Barge-in cuts the menu; the list is as long as its parts, with not a frame between them.
        assertThat(tones.get(0).ms()).isLessThan(RealCalls.LONG_MS);
        assertThat(tones.get(1).ms()).isEqualTo(RealCalls.SHORT_MS);
        assertThat(tones.get(2).startMs()).isEqualTo(tones.get(1).startMs() + RealCalls.SHORT_MS);
        assertThat(tones.get(3).startMs()).isEqualTo(tones.get(2).startMs() + RealCalls.SHORT_MS + 400);
    }

    @Test
    void digitsOfWhichTheFirstInterruptsThePromptAreAllCollected() {
        var call = calls.answered("main");
        call.awaitTone(400);
        call.press("2");
        call.awaitTone(800);
        call.press("1234#");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 800, 700, 1000);
    }

    @Test
    void noKeyIsATimeout() {
        var call = calls.answered("main");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 900, 1000);
        assertThat(call.voice().tones().getFirst().ms()).isEqualTo(RealCalls.LONG_MS);
    }

    private static long heardMs(PhoneCall call, int hertz) {
        return call.voice().tones().stream().filter(tone -> tone.hertz() == hertz).mapToLong(Heard.Tone::ms).sum();
    }

    @Test
    void aKeyPausesWhatPlaysAndGoesOn() {
        var call = calls.answered("controlled");
        call.awaitTone(400);
        call.press("5");
        call.awaitMedia("silence", () -> !call.voice().hearsNow(400));
        call.press("5");
        call.awaitTone(400, 2);
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 400, 1000);
        assertThat(heardMs(call, 400)).isBetween(RealCalls.LONG_MS - 40L, RealCalls.LONG_MS + 40L);
    }

    @Test
    void aKeySkipsAPartOfWhatPlays() {
        var call = calls.answered("skipped");
        call.awaitTone(400);
        call.press("6");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 500, 1000);
        assertThat(heardMs(call, 400)).isBetween(RealCalls.LONG_MS - 1_100L, RealCalls.LONG_MS - 900L);
    }

    @Test
    void whatPlaysIsOverWhenAKeySkipsPastItsEnd() {
        var call = calls.answered("skipped-far");
        call.awaitTone(400);
        call.press("6");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 500, 1000);
        assertThat(heardMs(call, 400)).isLessThan(RealCalls.LONG_MS / 2);
        assertThat(heardMs(call, 500)).isBetween(RealCalls.SHORT_MS - 40L, RealCalls.SHORT_MS + 40L);
    }

    @Test
    void aKeyGoesBackToTheBeginningAtMost() {
        var call = calls.answered("skipped-far");
        call.awaitMedia("half a second of it", () -> heardMs(call, 400) > 500);
        call.press("4");
        call.awaitEnd();
        assertThat(call.heard()).endsWith(500, 1000);
        assertThat(heardMs(call, 400)).isBetween(RealCalls.LONG_MS + 500L, 2L * RealCalls.LONG_MS);
    }

    @Test
    void aKeyBeginsWhatPlaysAnewAndAnotherStopsIt() {
        var again = calls.answered("controlled");
        again.awaitMedia("a second of it", () -> heardMs(again, 400) > 1_000);
        again.press("7");
        again.awaitEnd();
        assertThat(heardMs(again, 400)).isGreaterThan(RealCalls.LONG_MS + 900L);

        var stopped = calls.answered("controlled");
        stopped.awaitTone(400);
        stopped.press("#");
        stopped.awaitEnd();
        assertThat(stopped.heard()).containsExactly(400, 1000);
        assertThat(heardMs(stopped, 400)).isLessThan(RealCalls.LONG_MS);
    }

    @Test
    void keysBySipInfoCount() {
        var call = calls.answered("main");
        call.awaitTone(400);
        call.pressByInfo('1');
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 500, 600, 1200, 1000);
    }

    @Test
    void keysAsTonesCount() {
        var call = calls.answered("main");
        call.awaitTone(400);
        call.voice().sayKey(697, 1_336, 120);
        call.awaitTone(800);
        call.press("1234#");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 800, 700, 1000);
    }

    @Test
    void keysTypedDuringAPromptThatCannotBeInterruptedAreKept() {
        var call = calls.answered("ahead");
        call.awaitTone(400);
        call.press("9876");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(400, 1000);
        assertThat(call.voice().tones().getFirst().ms()).isEqualTo(RealCalls.LONG_MS);
    }

    @Test
    void earlyMediaIsHeardBeforeTheAnswer() {
        var call = calls.call("early");
        call.awaitTone(500);
        call.awaitAnswer();
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(500, 1000);
    }

    @Test
    void aCallCanBeRefusedWithACause() {
        assertThat(calls.call("busy").awaitAnswer()).isEqualTo(486);
    }

    @Test
    void aMissingPromptIsAnErrorOfTheFlow() {
        var call = calls.answered("missing");
        call.awaitEnd();
        assertThat(call.heard()).containsExactly(900, 1000);
    }

    @Test
    void textsAndValuesAreSpoken() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                calls.freeSwitch.installation().has("mod_tts_commandline"), "no mod_tts_commandline");
        var call = calls.answered("speech");
        call.awaitEnd();
        var tones = call.voice().tones();
        assertThat(call.heard()).startsWith(500).endsWith(600);
        assertThat(tones.getLast().startMs()).isGreaterThan(RealCalls.SHORT_MS + 800);
    }

    @Test
    void keysAreSentToTheCaller() {
        var call = calls.answered("send");
        call.awaitEnd();
        assertThat(call.voice().keys()).isEqualTo("12#");
    }

    @Test
    void anOperatorCanBreakWhatPlays() {
        var call = calls.answered("main");
        call.awaitTone(400);
        assertThat(calls.freeSwitch.api("ivrea break " + calls.uuid())).isEqualTo("+OK");
        call.awaitEnd();
        assertThat(call.voice().tones().getFirst().ms()).isLessThan(RealCalls.LONG_MS);
    }
}
