package org.ivrea.designer.audio;

import java.util.LinkedHashMap;
import java.util.Map;

/// Speaks each text once, as long as not much else was spoken since.
public final class CachedSynthesizer implements SpeechSynthesizer {
    private static final int MOST_SOUNDS = 200;

    private final SpeechSynthesizer voice;
    private final Map<Key, Sound> spoken = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Sound> eldest) {
            return size() > MOST_SOUNDS;
        }
    };

    private record Key(String text, String language) {}

    public CachedSynthesizer(SpeechSynthesizer voice) {
        this.voice = voice;
    }

    @Override
    public boolean speaks(String language) {
        return voice.speaks(language);
    }

    @Override
    public Sound speak(String text, String language) throws SpeechFailure, InterruptedException {
        var key = new Key(text, language);
        synchronized (spoken) {
            Sound known = spoken.get(key);
            if (known != null) {
                return known;
            }
        }
        Sound sound = voice.speak(text, language);
        synchronized (spoken) {
            spoken.put(key, sound);
        }
        return sound;
    }
}
