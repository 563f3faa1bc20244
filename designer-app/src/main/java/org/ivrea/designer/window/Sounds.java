package org.ivrea.designer.window;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.DevicePlayer;
import org.ivrea.designer.audio.SilentSynthesizer;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.audio.SpeechSynthesizer;

/// Loudspeaker and draft voice of the window. The voice is looked for in the background, as that runs a program.
final class Sounds implements AutoCloseable {
    private final AudioPlayer player = new DevicePlayer();
    private final SpeechSynthesizer voice;

    /// @param spoken whether the person wants to hear a synthetic voice
    Sounds(BooleanSupplier spoken) {
        voice = new FoundVoice(spoken);
    }

    AudioPlayer player() {
        return player;
    }

    SpeechSynthesizer voice() {
        return voice;
    }

    @Override
    public void close() {
        player.close();
    }

    private static final class FoundVoice implements SpeechSynthesizer {
        private final FutureTask<SpeechSynthesizer> found = new FutureTask<>(SpeechSynthesizer::ofThisMachine);

        private final BooleanSupplier spoken;

        FoundVoice(BooleanSupplier spoken) {
            this.spoken = spoken;
            Thread.ofPlatform().daemon().name("ivrea-voice").priority(Thread.MIN_PRIORITY).start(found);
        }

        private SpeechSynthesizer voice() throws InterruptedException {
            if (!spoken.getAsBoolean()) {
                return new SilentSynthesizer();
            }
            try {
                return found.get();
            } catch (ExecutionException e) {
                System.getLogger(Sounds.class.getName()).log(System.Logger.Level.WARNING, "No draft voice", e);
                return new SilentSynthesizer();
            }
        }

        @Override
        public boolean speaks(String language) {
            try {
                return voice().speaks(language);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public Sound speak(String text, String language) throws SpeechFailure, InterruptedException {
            return voice().speak(text, language);
        }
    }
}
