package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A project whose prompts are tones: `400.wav` is a tone of 400 Hz.
final class TestProject {
    static final String NAME = "tones";
    private static final int RATE = 8_000;

    private final Path folder;

    /// @param flows the server's folder of flows
    TestProject(Path flows, String settings) throws IOException {
        folder = Files.createDirectories(flows.resolve(NAME));
        Files.createDirectories(folder.resolve("flows"));
        write(folder.resolve("project.json"), """
                { "formatVersion": 1, "name": "Tones", "main": "main", "languages": [ "en" ]%s }
                """.formatted(settings.isEmpty() ? "" : ", " + settings));
    }

    /// A prompt of this frequency and length.
    void tone(int hertz, int ms) throws IOException {
        int samples = RATE / 1_000 * ms;
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(UTF_8)).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes(UTF_8)).putInt(16)
                .putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE).putShort((short) 2)
                .putShort((short) 16).put("data".getBytes(UTF_8)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            wav.putShort((short) (8_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        Files.write(Files.createDirectories(folder.resolve("prompts/en")).resolve(hertz + ".wav"), wav.array());
    }

    /// A flow. `nodes` are the members of its "nodes", the first of which is named `first`.
    void flow(String name, String nodes, String rest) throws IOException {
        write(folder.resolve("flows/" + name + ".flow.json"), """
                { "formatVersion": 1, "name": "%s", "start": "first",
                  "nodes": { %s }%s }
                """.formatted(name, nodes, rest.isEmpty() ? "" : ", " + rest));
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(UTF_8));
    }
}
