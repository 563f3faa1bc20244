package org.ivrea.designer.call;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.Playback;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFiles;
import org.ivrea.designer.audio.Tones;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.flow.project.PromptLibrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What is heard of a call.
final class CallSoundTest {
    private static final Path SAMPLE = Path.of("..", "flows-samples", "main-menu");

    private final BlockingQueue<Sound> played = new LinkedBlockingQueue<>();
    private final List<Sound> stopped = new CopyOnWriteArrayList<>();
    private final AudioPlayer player = new AudioPlayer() {
        @Override
        public boolean isAudible() {
            return true;
        }

        @Override
        public Playback play(Sound sound, Runnable ended) {
            played.add(sound);
            return new Playback() {
                @Override
                public long positionMs() {
                    return 0;
                }

                @Override
                public void stop() {
                    stopped.add(sound);
                }
            };
        }

        @Override
        public void stopAll() {
            // Each is stopped by itself.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };
    private final CallSound sound = new CallSound(player, new SilentSynthesizer(),
            () -> new PromptLibrary(SAMPLE, List.of("en")));

    @AfterEach
    void close() {
        sound.close();
    }

    private static Utterance of(Audio audio) {
        return new Utterance(0, 1000, "", audio);
    }

    private static List<Short> bytes(@Nullable Sound given) {
        Sound sound = Objects.requireNonNull(given, "nothing was heard");
        return IntStream.range(0, sound.length()).mapToObj(sound::sample).toList();
    }

    private @Nullable Sound next() throws InterruptedException {
        return played.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void recordingsTonesAndKeysAreHeardAndStopWhenTheCallStopsThem() throws Exception {
        sound.hears(of(new Audio.Recording("closed.wav", "en", null, "")));
        Sound recording = next();
        assertThat(recording).isNotNull();
        assertThat(bytes(recording)).isEqualTo(bytes(SoundFiles.read(SAMPLE.resolve("prompts/en/closed.wav"))));
        // Which the thread that fetched it notes a little later than it plays it.
        while (stopped.isEmpty()) {
            sound.hearsNoMore();
            Thread.onSpinWait();
        }
        assertThat(stopped).containsOnly(recording);
        sound.hears(of(new Audio.Tone(440, 200)));
        assertThat(bytes(next())).isEqualTo(bytes(Tones.tone(200, 440)));
        sound.key('5');
        assertThat(bytes(next())).isEqualTo(bytes(Tones.key('5', 120)));
    }

    @Test
    void fasterThanInRealTimeNothingIsHeard() throws Exception {
        sound.audible(false);
        sound.hears(of(new Audio.Tone(440, 200)));
        sound.key('5');
        sound.audible(true);
        sound.key('6');
        assertThat(bytes(next())).isEqualTo(bytes(Tones.key('6', 120)));
    }
}
