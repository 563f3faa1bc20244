package org.ivrea.designer.audio;

/// For machines without a synthetic voice.
public final class SilentSynthesizer implements SpeechSynthesizer {
    @Override
    public boolean speaks(String language) {
        return false;
    }

    @Override
    public Sound speak(String text, String language) throws SpeechFailure {
        throw new SpeechFailure("There is no synthetic voice on this machine; install espeak-ng to hear drafts");
    }
}
