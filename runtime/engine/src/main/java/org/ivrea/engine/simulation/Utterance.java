package org.ivrea.engine.simulation;

/// Something that the caller begins to hear.
///
/// @param startMs  since the call began
/// @param lengthMs if it is not interrupted
/// @param text     the words, secrets included: what a caller hears is no secret to the caller
public record Utterance(long startMs, long lengthMs, String text) {

    public long endMs() {
        return startMs + lengthMs;
    }
}
