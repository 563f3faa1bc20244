package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Audio;
import org.jspecify.annotations.Nullable;

/// Something that the caller begins to hear.
///
/// @param startMs  since the call began
/// @param lengthMs if it is not interrupted
/// @param text     the words, secrets included: what a caller hears is no secret to the caller
/// @param audio    what to play to a caller with ears; `null` for a recording of the caller's own
public record Utterance(long startMs, long lengthMs, String text, @Nullable Audio audio) {

    public long endMs() {
        return startMs + lengthMs;
    }
}
