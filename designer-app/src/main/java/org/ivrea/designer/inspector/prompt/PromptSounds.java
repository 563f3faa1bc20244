package org.ivrea.designer.inspector.prompt;

import java.util.List;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.audio.Tones;
import org.ivrea.engine.prompt.SpeechLength;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;
import org.jspecify.annotations.Nullable;

/// What a prompt sounds like, as far as that can be known before a call: recordings where they are, else the draft voice.
///
/// @param language in which it is heard
record PromptSounds(PromptLibrary library, SpeechSynthesizer voice, String language) {
    private static final int LONGEST_MS = 60_000;
    private static final String VALUE = "…";

    /// Blocks for disk and voice.
    Sound sound(List<Json> items) throws SpeechFailure, InterruptedException {
        Sound sound = Sound.EMPTY;
        for (Json item : items) {
            if (item instanceof Json.Obj part) {
                sound = sound.then(sound(part));
            }
        }
        return sound;
    }

    private Sound sound(Json.Obj part) throws SpeechFailure, InterruptedException {
        return switch (PromptPart.of(part)) {
            case RECORDING -> {
                Sound recorded = recorded(part);
                yield recorded != null ? recorded : spoken(text(part));
            }
            case TEXT -> spoken(text(part));
            case SAY -> spoken(VALUE);
            case SILENCE -> Sound.silence(number(part, "silenceMs"));
            case TONE -> Tones.tone(number(part, "ms"), Math.max(20, number(part, "toneHz")));
            case UNKNOWN -> Sound.EMPTY;
        };
    }

    private @Nullable Sound recorded(Json.Obj part) {
        Json file = part.get("file");
        String name = file == null ? null : file.asText();
        if (name == null || !(library.find(name, language) instanceof PromptLookup.Found(var path))) {
            return null;
        }
        try {
            return SoundFiles.read(path);
        } catch (SoundFailure _) {
            return null;
        }
    }

    private Sound spoken(String text) throws SpeechFailure, InterruptedException {
        // The value of an expression is only known in a call.
        String words = text.replaceAll("\\$\\{[^}]*}", VALUE);
        return words.isBlank() || words.equals(VALUE)
                ? Sound.silence((int) SpeechLength.LEAST_MS)
                : voice.speak(words, language);
    }

    /// How long it lasts: of recordings measured, of texts estimated. Blocks for the disk.
    long ms(List<Json> items) {
        long sum = 0;
        for (Json item : items) {
            if (item instanceof Json.Obj part) {
                sum += ms(part);
            }
        }
        return sum;
    }

    private long ms(Json.Obj part) {
        return switch (PromptPart.of(part)) {
            case RECORDING -> {
                Sound recorded = recorded(part);
                yield recorded != null ? recorded.ms() : SpeechLength.ms(text(part));
            }
            case TEXT -> SpeechLength.ms(text(part));
            case SAY -> SpeechLength.LEAST_MS;
            case SILENCE -> number(part, "silenceMs");
            case TONE -> number(part, "ms");
            case UNKNOWN -> 0;
        };
    }

    private String text(Json.Obj part) {
        return switch (part.get("text")) {
            case Json.Str(String text) -> text;
            case Json.Obj byLanguage -> {
                Json own = byLanguage.get(language);
                Json first = own != null ? own : byLanguage.members().values().stream().findFirst().orElse(null);
                String text = first == null ? null : first.asText();
                yield text == null ? "" : text;
            }
            case null, default -> "";
        };
    }

    private static int number(Json.Obj part, String name) {
        Json value = part.get(name);
        Integer number = value == null ? null : value.asInt();
        return number == null ? 0 : Math.clamp(number, 0, LONGEST_MS);
    }
}
