package org.ivrea.designer.call;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.Playback;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.audio.Tones;
import org.ivrea.designer.simulation.CallEars;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.PromptLookup;
import org.jspecify.annotations.Nullable;

/// Makes a call audible: recordings, a draft voice where one is missing, tones, and the keys. Sounds are fetched on a
/// thread of their own; one that comes too late is not played any more. May be used by any thread.
public final class CallSound implements CallEars, AutoCloseable {
    private static final int KEY_MS = 120;
    private static final String DEFAULT_LANGUAGE = "en";

    private final AudioPlayer player;
    private final SpeechSynthesizer voice;
    private final Supplier<PromptLibrary> prompts;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService fetching = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ivrea-call-sound").daemon().factory());
    private volatile boolean audible = true;
    private volatile @Nullable Playback playing;

    public CallSound(AudioPlayer player, SpeechSynthesizer voice, Supplier<PromptLibrary> prompts) {
        this.player = player;
        this.voice = voice;
        this.prompts = prompts;
    }

    /// Whether there is a device.
    public boolean hasDevice() {
        return player.isAudible();
    }

    /// Sound makes sense in real time only.
    void audible(boolean wanted) {
        audible = wanted;
        if (!wanted) {
            hearsNoMore();
        }
    }

    void key(char key) {
        if (audible && Keys.isKey(key)) {
            player.play(Tones.key(key, KEY_MS));
        }
    }

    @Override
    public void hears(Utterance utterance) {
        Audio audio = utterance.audio();
        int mine = turn.incrementAndGet();
        if (audible && audio != null) {
            fetching.execute(() -> play(audio, mine));
        }
    }

    @Override
    public void hearsNoMore() {
        turn.incrementAndGet();
        Playback current = playing;
        if (current != null) {
            current.stop();
        }
    }

    private void play(Audio audio, int mine) {
        // Looking for devices takes its time, which neither the call nor the user interface has.
        if (turn.get() != mine || !player.isAudible()) {
            return;
        }
        try {
            Sound sound = sound(audio);
            if (turn.get() == mine && !sound.isEmpty()) {
                playing = player.play(sound);
            }
        } catch (SoundFailure | SpeechFailure _) {
            // The words are to be read in any case; what is wrong with a recording is among the problems.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Sound sound(Audio audio) throws SoundFailure, SpeechFailure, InterruptedException {
        return switch (audio) {
            case Audio.Recording(String file, String language, String text, _) -> {
                PromptLookup found = prompts.get().find(file, language);
                if (found instanceof PromptLookup.Found(Path path)) {
                    yield SoundFiles.read(path);
                }
                yield text == null ? Sound.EMPTY : spoken(text, language);
            }
            case Audio.Speech speech -> spoken(speech.text(), speech.language());
            case Audio.Spoken spoken -> spoken(spoken.words(), spoken.language());
            case Audio.Silence _ -> Sound.EMPTY;
            case Audio.Tone(int hertz, int ms) -> Tones.tone(ms, hertz);
        };
    }

    private Sound spoken(String text, String language) throws SpeechFailure, InterruptedException {
        String tag = voice.speaks(language) ? language : DEFAULT_LANGUAGE;
        return voice.speaks(tag) ? voice.speak(text, tag) : Sound.EMPTY;
    }

    @Override
    public void close() {
        hearsNoMore();
        fetching.shutdownNow();
    }
}
