package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Recordings of callers and of whole calls, as they are on disk afterwards.
@ExtendWith(NeedsFreeSwitch.class)
final class RecordTest {
    @TempDir static Path folder;

    @AutoClose private static RealCalls calls;

    @BeforeAll
    static void start() throws IOException {
        calls = new RealCalls(folder, SwitchConfiguration.Wishes.NONE, "", RecordTest::write);
    }

    private static void write(TestProject project) throws IOException {
        message(project, "main", "\"silenceMs\": 800, \"maxMs\": 10000");
        message(project, "short", "\"silenceMs\": 0, \"maxMs\": 1500");
        project.flow("whole", """
                "first": { "type": "callRecording", "name": "whole", "exits": { "next": "one" } },
                "one": { "type": "play", "prompt": [ { "file": "400.wav" } ], "exits": { "next": "mask" } },
                "mask": { "type": "callRecording", "action": "mask", "exits": { "next": "two" } },
                "two": { "type": "play", "prompt": [ { "file": "600.wav" } ], "exits": { "next": "unmask" } },
                "unmask": { "type": "callRecording", "action": "unmask", "exits": { "next": "three" } },
                "three": { "type": "play", "prompt": [ { "file": "700.wav" } ], "exits": { "next": "stop" } },
                "stop": { "type": "callRecording", "action": "stop", "exits": { "next": "four" } },
                "four": { "type": "hangup", "prompt": [ { "file": "800.wav" } ] }
                """, "");
    }

    private static void message(TestProject project, String name, String how) throws IOException {
        project.flow(name, """
                "first": { "type": "record", "prompt": [ { "file": "500.wav" } ], "variable": "message", "name": "%s",
                  "minMs": 0, %s, "exits": { "recorded": "listen", "tooShort": "bye" } },
                "listen": { "type": "play", "prompt": [ { "file": "600.wav" } ], "exits": { "next": "bye" } },
                "bye": { "type": "hangup", "prompt": [ { "file": "1000.wav" } ] }
                """.formatted(name, how), "\"variables\": { \"message\": { \"type\": \"string\" } }");
    }

    @AfterEach
    void settle() {
        calls.freeSwitch.awaitNoCalls();
    }

    private static byte[] wav(String name) {
        try {
            return Files.readAllBytes(folder.resolve("switch/recorded/" + name + ".wav"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int channels(byte[] wav) {
        return ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getShort(22);
    }

    private static long ms(byte[] wav) {
        return (wav.length - 44L) / 16 / channels(wav);
    }

    /// Of one channel.
    private static List<Heard.Tone> tones(byte[] wav, int channel) {
        ByteBuffer in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int step = 2 * channels(wav);
        List<byte[]> frames = new ArrayList<>();
        for (int at = 44; at + 160 * step <= wav.length; at += 160 * step) {
            byte[] frame = new byte[160];
            for (int i = 0; i < 160; i++) {
                frame[i] = Heard.encode(in.getShort(at + i * step + 2 * channel));
            }
            frames.add(frame);
        }
        return Heard.tones(frames);
    }

    private static PhoneCall recorded(String flow) {
        var call = calls.answered(flow);
        call.awaitMedia("the beep", () -> call.voice().packets().size() > (RealCalls.SHORT_MS + 500) / 20);
        return call;
    }

    @Test
    void silenceEndsARecordingAndIsNoPartOfIt() {
        var call = recorded("main");
        call.voice().say(1_500, 1_000);
        call.awaitEnd();
        assertThat(call.heard()).endsWith(600, 1000);
        byte[] wav = wav("main");
        List<Heard.Tone> tones = tones(wav, 0);
        assertThat(tones).extracting(Heard.Tone::hertz).containsExactly(1_500);
        assertThat(tones.getFirst().ms()).isBetween(900L, 1_000L);
        assertThat(ms(wav)).isLessThan(tones.getFirst().startMs() + 1_100);
    }

    @Test
    void aKeyEndsARecording() {
        var call = recorded("main");
        call.voice().say(1_500, 400);
        call.press("#");
        call.awaitEnd();
        assertThat(call.heard()).endsWith(600, 1000);
        assertThat(ms(wav("main"))).isLessThan(2_000);
    }

    @Test
    void aRecordingIsAsLongAsItMayBeToTheFrame() {
        var call = recorded("short");
        call.voice().say(1_500, 4_000);
        call.awaitEnd();
        assertThat(ms(wav("short"))).isEqualTo(1_500);
    }

    @Test
    void aRecordingIsKeptWhenTheCallerHangsUp() {
        var call = recorded("main");
        String uuid = calls.uuid();
        call.voice().say(1_500, 1_000);
        FreeSwitch.await(60, "the recording to begin", () -> Files.exists(folder.resolve("switch/recorded/main.wav")));
        call.hangUp();
        call.awaitEnd();
        calls.freeSwitch.awaitNoCalls();
        assertThat(calls.trace(uuid)).contains("\"end\":\"hangup\"");
    }

    @Test
    void aWholeCallIsRecordedWithSilenceWhereItIsMasked() {
        var call = calls.answered("whole");
        call.awaitEnd();
        calls.freeSwitch.awaitNoCalls();
        byte[] wav = wav("whole");
        assertThat(channels(wav)).isEqualTo(2);
        List<List<Integer>> heard = Arrays.asList(0, 1).stream()
                .map(channel -> tones(wav, channel).stream().map(Heard.Tone::hertz).toList()).toList();
        assertThat(heard).as(tones(wav, 0) + " " + tones(wav, 1) + ms(wav)).contains(List.of(400, 700));
    }
}
