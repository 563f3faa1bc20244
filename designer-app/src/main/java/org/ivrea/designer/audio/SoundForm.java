package org.ivrea.designer.audio;

/// How a sound is kept in a file.
///
/// @param rate     samples a second
/// @param bits     of a sample; -1 when unknown
/// @param linear   false for companded and other encodings
public record SoundForm(int rate, int channels, int bits, boolean linear) {

    /// Whether telephones carry it as it is.
    public boolean isTelephone() {
        return rate == Sound.RATE && channels == 1 && bits == 16 && linear;
    }
}
