package org.ivrea.engine.trace;

import org.jspecify.annotations.Nullable;

/// Something that happened in a call. Secrets are masked before an event is made.
public sealed interface TraceEvent {

    /// @param flow the flow that answers
    record CallStarted(String callId, String caller, String called, String flow) implements TraceEvent {}

    record Answered(boolean earlyMedia) implements TraceEvent {}

    /// @param flow  by name
    /// @param depth 0 for the flow that answered, 1 for its subflows…
    record NodeEntered(String flow, String node, String type, int depth) implements TraceEvent {}

    /// @param reason why this exit, for people; empty when there is only one
    /// @param target the node it leads to; `null` at a dead end
    record ExitTaken(String flow, String node, String exit, String reason, @Nullable String target)
            implements
                TraceEvent {}

    /// @param text what is heard
    /// @param ms   how long it will last if it is not interrupted
    record PromptStarted(String text, long ms) implements TraceEvent {}

    /// @param interruptedBy the key; `null` when it came to its end or the call ended
    record PromptEnded(String text, @Nullable String interruptedBy) implements TraceEvent {}

    /// @param key masked as `•` unless it is the input of a node that is not secret
    record KeyPressed(String key) implements TraceEvent {}

    /// @param end what ended the input: `entry`, `max-digits`, `terminator` or `timeout`
    record DigitsCollected(String digits, @Nullable String terminator, String end) implements TraceEvent {}

    record VariableSet(String flow, String name, String value) implements TraceEvent {}

    record RecordingEnded(String recording, long ms, String end) implements TraceEvent {}

    /// An operation that has no event of its own: what was asked for, in short.
    record OperationStarted(String operation, String detail) implements TraceEvent {}

    record OperationEnded(String operation, String outcome) implements TraceEvent {}

    record LanguageSet(String language) implements TraceEvent {}

    record Logged(String level, String text, @Nullable String tag) implements TraceEvent {}

    /// @param handler `hangup` or `error`
    record HandlerEntered(String flow, String handler) implements TraceEvent {}

    /// @param handled true when an `error` exit or handler takes over
    record ErrorRaised(String flow, String node, String code, String message, boolean handled) implements TraceEvent {}

    record GuardTripped(String guard, long limit, String message) implements TraceEvent {}

    /// @param side who ended it, in lower case
    record HungUp(String cause, String side) implements TraceEvent {}

    /// The last event of every call.
    record CallClosed(String outcome) implements TraceEvent {}
}
