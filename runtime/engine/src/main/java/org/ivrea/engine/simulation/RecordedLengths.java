package org.ivrea.engine.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.ivrea.engine.call.Audio;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;

/// Lengths of audio by the project's recordings, read once each from the file's header; by the text where there is no
/// recording or nobody can read it. Make a new one when recordings have changed.
public final class RecordedLengths implements AudioLengths {
    private static final long UNKNOWN = -1;

    private record Key(String file, String language) {}

    private final PromptLibrary prompts;
    private final Map<Key, Long> known = new ConcurrentHashMap<>();

    public RecordedLengths(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    @Override
    public long ms(Audio audio) {
        if (audio instanceof Audio.Recording recording) {
            long ms = known.computeIfAbsent(new Key(recording.file(), recording.language()), this::measure);
            if (ms != UNKNOWN) {
                return ms;
            }
        }
        return EstimatedLengths.INSTANCE.ms(audio);
    }

    private Long measure(Key key) {
        return prompts.find(key.file, key.language) instanceof PromptLookup.Found(Path path) ? ofFile(path) : UNKNOWN;
    }

    private static long ofFile(Path path) {
        try {
            AudioFileFormat file = AudioSystem.getAudioFileFormat(path.toFile());
            AudioFormat format = file.getFormat();
            boolean known = file.getFrameLength() != AudioSystem.NOT_SPECIFIED && format.getFrameRate() > 0;
            return known ? Math.round(file.getFrameLength() * 1000.0 / format.getFrameRate()) : UNKNOWN;
        } catch (UnsupportedAudioFileException | IOException _) {
            // A broken or unknown file plays as its text would: checks report it, a call goes on.
            return UNKNOWN;
        }
    }
}
