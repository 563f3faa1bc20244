package org.ivrea.designer.audio;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EspeakSynthesizerTest {

    @Test
    void textIsSpokenAndNeverTakenForAnOption() throws SpeechFailure, InterruptedException {
        var found = EspeakSynthesizer.find();
        Assumptions.assumeTrue(found.isPresent(), "espeak-ng is not installed");
        var voice = found.orElseThrow();

        assertThat(voice.speaks("en")).isTrue();
        assertThat(voice.speaks("pt-BR")).isTrue();
        assertThat(voice.speaks("xx")).isFalse();
        assertThat(voice.speak("Welcome to the bank.", "en").ms()).isBetween(500L, 6_000L);
        assertThat(voice.speak("--help; $(touch /tmp/x)", "en-AU").ms()).isPositive();
        assertThatThrownBy(() -> voice.speak("Hello", "xx")).isInstanceOf(SpeechFailure.class);
    }

    @Test
    void theSameTextIsSpokenOnce() throws SpeechFailure, InterruptedException {
        var count = new AtomicInteger();
        var voice = new CachedSynthesizer(new SpeechSynthesizer() {
            @Override
            public boolean speaks(String language) {
                return true;
            }

            @Override
            public Sound speak(String text, String language) {
                count.incrementAndGet();
                return Tones.tone(100, 440);
            }
        });
        voice.speak("Hello", "en");
        voice.speak("Hello", "en");
        voice.speak("Hello", "de");

        assertThat(count).hasValue(2);
    }
}
