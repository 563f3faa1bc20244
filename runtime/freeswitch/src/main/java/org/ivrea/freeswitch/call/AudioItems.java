package org.ivrea.freeswitch.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ivrea.engine.call.Audio;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;
import org.jspecify.annotations.Nullable;

/// Audio as the host takes it: an item is one text, see `ivrea.h`. One for each version of a project, whose recordings
/// are looked up once each.
public final class AudioItems {
    private static final char PART = '\u001f';
    /// What stands for a recording that may not be played and whose text nobody wrote down.
    private static final String GAP = "S2000";

    private record Key(String file, String language) {}

    private final PromptLibrary prompts;
    private final Map<Key, PromptLookup> found = new ConcurrentHashMap<>();

    public AudioItems(PromptLibrary prompts) {
        this.prompts = prompts;
    }

    List<String> of(List<Audio> audio) {
        var items = new ArrayList<String>(audio.size());
        for (Audio item : audio) {
            items.add(of(item));
        }
        return items;
    }

    private String of(Audio audio) {
        return switch (audio) {
            case Audio.Recording recording -> recording(recording);
            case Audio.Speech speech -> speech(speech.language(), speech.voice(), speech.text());
            case Audio.Spoken spoken -> "P" + clean(spoken.language()) + PART + clean(spoken.as()) + PART
                    + clean(spoken.value()) + PART + clean(spoken.words());
            case Audio.Silence silence -> silence(silence.ms());
            case Audio.Tone tone -> "N" + tone.hertz() + PART + tone.ms();
        };
    }

    static String file(Path path) {
        return "F" + clean(path.toString());
    }

    static String silence(long ms) {
        return "S" + ms;
    }

    private String recording(Audio.Recording recording) {
        PromptLookup lookup = found.computeIfAbsent(new Key(recording.file(), recording.language()),
                key -> prompts.find(key.file, key.language));
        if (lookup instanceof PromptLookup.Found(Path path)) {
            return file(path.toAbsolutePath());
        }
        if (recording.text() != null) {
            return speech(recording.language(), null, recording.text());
        }
        Path root = prompts.root();
        // The host reports that it is not there.
        return lookup instanceof PromptLookup.Missing && root != null
                ? file(root.toAbsolutePath().resolve("prompts").resolve(recording.language())
                        .resolve(recording.file()))
                : GAP;
    }

    private static String speech(String language, @Nullable String voice, String text) {
        return "T" + clean(language) + PART + (voice == null ? "" : clean(voice)) + PART + clean(text);
    }

    /// Without what would end a part.
    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return text.replaceAll("[\\x00-\\x1f]", " ");
            }
        }
        return text;
    }
}
