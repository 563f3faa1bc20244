package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ivrea.engine.call.Audio;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;
import org.ivrea.freeswitch.real.Heard;

/// Recognises by its sound that a prompt begins: recordings by their first frames, whatever a voice speaks by the tone
/// that stands for it here.
final class Ear {
    /// What the tests' voice speaks.
    static final int VOICE_HERTZ = 2_000;

    private static final int FRAME = 160;
    private static final int HEADER = 44;
    private static final int FIRST_FRAMES = 25;
    private static final int LOUD = 200;

    private final PromptLibrary prompts;
    private final Map<String, List<short[]>> recordings = new ConcurrentHashMap<>();

    Ear(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    boolean hears(byte[] frame, byte[] before, Audio audio) {
        return switch (audio) {
            case Audio.Recording recording when prompts.find(recording.file(),
                    recording.language()) instanceof PromptLookup.Found(Path path) ->
                beginning(path).stream().anyMatch(part -> same(frame, part));
            case Audio.Tone _ -> Heard.hertz(frame) >= 0 && Heard.hertz(before) < 0;
            case Audio.Silence _ -> false;
            default -> Heard.hertz(frame) == VOICE_HERTZ && Heard.hertz(before) != VOICE_HERTZ;
        };
    }

    private List<short[]> beginning(Path path) {
        return recordings.computeIfAbsent(path.toString(), _ -> {
            try {
                ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
                List<short[]> parts = new ArrayList<>();
                for (int i = 0; i < FIRST_FRAMES && HEADER + (i + 1) * FRAME * 2 <= wav.limit(); i++) {
                    short[] part = new short[FRAME];
                    wav.slice(HEADER + i * FRAME * 2, FRAME * 2).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()
                            .get(part);
                    if (loudness(part) > LOUD) {
                        parts.add(part);
                    }
                }
                return parts;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static long loudness(short[] part) {
        long sum = 0;
        for (short sample : part) {
            sum += Math.abs(sample);
        }
        return sum / part.length;
    }

    /// But for the loss of µ-law.
    private static boolean same(byte[] frame, short[] part) {
        int alike = 0;
        for (int i = 0; i < Math.min(frame.length, part.length); i++) {
            if (Math.abs(Heard.decode(frame[i]) - part[i]) <= Math.abs(part[i]) / 10 + 40) {
                alike++;
            }
        }
        return alike >= FRAME * 9 / 10;
    }
}
