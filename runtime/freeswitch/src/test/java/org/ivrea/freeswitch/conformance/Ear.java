package org.ivrea.freeswitch.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ivrea.engine.call.Audio;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;
import org.ivrea.freeswitch.real.Heard;
import org.jspecify.annotations.Nullable;

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
    private final Map<Path, List<short[]>> recordings;
    private final Map<Path, List<short[]>> distinct = new ConcurrentHashMap<>();

    Ear(PromptLibrary prompts) {
        this.prompts = prompts;
        recordings = all(prompts.root());
    }

    boolean hears(byte[] frame, byte[] before, Audio audio) {
        return switch (audio) {
            case Audio.Recording recording when prompts.find(recording.file(),
                    recording.language()) instanceof PromptLookup.Found(Path path) ->
                hears(decoded(frame), beginning(path));
            case Audio.Tone(int hertz, _) -> Heard.is(frame, hertz) && !Heard.is(before, hertz);
            case Audio.Silence _ -> false;
            default -> Heard.is(frame, VOICE_HERTZ) && !Heard.is(before, VOICE_HERTZ);
        };
    }

    private static boolean hears(short[] frame, List<short[]> parts) {
        return parts.stream().anyMatch(part -> same(frame, part));
    }

    /// The first frames that are loud, and in no other beginning of that language: many texts begin with the same sound.
    private List<short[]> beginning(Path found) {
        Path path = found.toAbsolutePath().normalize();
        List<short[]> own = recordings.computeIfAbsent(path, Ear::frames);
        return distinct.computeIfAbsent(path, _ -> {
            List<short[]> others = recordings.entrySet().stream().filter(
                    other -> Objects.equals(path.getParent(), other.getKey().getParent())
                            && !path.equals(other.getKey()))
                    .flatMap(other -> other.getValue().stream()).toList();
            List<short[]> only = own.stream().filter(part -> others.stream().noneMatch(other -> same(other, part)))
                    .toList();
            return only.isEmpty() ? own : only;
        });
    }

    private static Map<Path, List<short[]>> all(@Nullable Path root) {
        Map<Path, List<short[]>> all = new ConcurrentHashMap<>();
        Path folder = root == null ? null : root.resolve("prompts");
        if (folder == null || !Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".wav")).map(file -> file.toAbsolutePath().normalize())
                    .forEach(file -> all.put(file, frames(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<short[]> frames(Path path) {
        try {
            ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
            List<short[]> parts = new ArrayList<>();
            for (int i = 0; i < FIRST_FRAMES && HEADER + (i + 1) * FRAME * 2 <= wav.limit(); i++) {
                short[] part = new short[FRAME];
                wav.slice(HEADER + i * FRAME * 2, FRAME * 2).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(part);
                if (loudness(part) > LOUD) {
                    parts.add(part);
                }
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long loudness(short[] part) {
        long sum = 0;
        for (short sample : part) {
            sum += Math.abs(sample);
        }
        return sum / part.length;
    }

    private static short[] decoded(byte[] frame) {
        short[] samples = new short[frame.length];
        for (int i = 0; i < frame.length; i++) {
            samples[i] = (short) Heard.decode(frame[i]);
        }
        return samples;
    }

    /// But for the loss of µ-law.
    private static boolean same(short[] heard, short[] part) {
        int alike = 0;
        for (int i = 0; i < Math.min(heard.length, part.length); i++) {
            if (Math.abs(heard[i] - part[i]) <= Math.abs(part[i]) / 10 + 40) {
                alike++;
            }
        }
        return alike >= FRAME * 9 / 10;
    }
}
