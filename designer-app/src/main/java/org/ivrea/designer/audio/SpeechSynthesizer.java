package org.ivrea.designer.audio;

/// A synthetic voice, good enough to try a flow before anybody has recorded its prompts. May be used by any thread.
public interface SpeechSynthesizer {

    /// Whether it has a voice for the language; false for every language where there is no synthesizer.
    ///
    /// @param language a tag such as `en` or `pt-BR`
    boolean speaks(String language);

    /// Speaks. Blocks, for tenths of a second at a sentence.
    ///
    /// @throws SpeechFailure when there is no sound, with a message for people
    Sound speak(String text, String language) throws SpeechFailure, InterruptedException;

    /// The synthesizer of this machine: espeak-ng where it is installed, else a silent one. Touches the disk.
    static SpeechSynthesizer ofThisMachine() {
        return EspeakSynthesizer.find().<SpeechSynthesizer>map(CachedSynthesizer::new)
                .orElseGet(SilentSynthesizer::new);
    }
}
