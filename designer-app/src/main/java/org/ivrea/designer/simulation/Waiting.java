package org.ivrea.designer.simulation;

/// What a call waits for now.
///
/// @param fromMs  when the wait began
/// @param untilMs when it ends by itself; [Long#MAX_VALUE] for never
/// @param digits  how many keys of the input are there
/// @param of      how many keys the input takes at most; 0 when that says nothing
public record Waiting(Kind kind, long fromMs, long untilMs, int digits, int of) {

    /// What can be waited for.
    public enum Kind {
        PROMPT, FIRST_DIGIT, INTER_DIGIT, RING, TALK, QUEUE, RECORDING, SPEECH, REPLY, PAUSE, OTHER
    }

    /// True when the flow waits for the caller to do something.
    public boolean isCallersTurn() {
        return kind == Kind.FIRST_DIGIT || kind == Kind.INTER_DIGIT || kind == Kind.RECORDING || kind == Kind.SPEECH;
    }

    public boolean isLimited() {
        return untilMs != Long.MAX_VALUE;
    }
}
