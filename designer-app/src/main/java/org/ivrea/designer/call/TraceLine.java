package org.ivrea.designer.call;

import java.util.List;
import java.util.Locale;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// One line of a trace as people read it.
///
/// @param event its place among the call's events
/// @param step  the node's, counted from 0; -1 before the first
/// @param who   the node's label, or what else acts
/// @param exit  the exit that was taken; `null` for none
/// @param tone  how much it matters
record TraceLine(int event, int step, long atMs, String flow, String node, String who, String what,
        @Nullable String exit, Tone tone) {

    /// How a line looks.
    enum Tone {
        PLAIN, FAINT, BAD
    }

    private static final Messages TEXT = Messages.of(TraceLine.class);

    boolean isAtNode() {
        return step >= 0;
    }

    static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.2f s", ms / 1000.0);
    }

    /// What an event says.
    ///
    /// @param said the words, and what stands behind them in another colour
    private record Said(String what, @Nullable String exit, Tone tone) {
        static Said plain(String key, Object... arguments) {
            return new Said(TEXT.get(key, arguments), null, Tone.PLAIN);
        }

        static Said faint(String key, Object... arguments) {
            return new Said(TEXT.get(key, arguments), null, Tone.FAINT);
        }

        static Said bad(String text) {
            return new Said(text, null, Tone.BAD);
        }
    }

    /// @param at where the call is at that moment: flow, node and the node's label
    static TraceLine of(int event, int step, Timed timed, List<String> at) {
        Said said = said(timed.event());
        boolean ofCall = timed.event() instanceof TraceEvent.CallStarted || timed.event() instanceof TraceEvent.HungUp
                || timed.event() instanceof TraceEvent.CallClosed;
        return new TraceLine(event, step, timed.atMs(), at.get(0), at.get(1),
                ofCall || at.get(2).isEmpty() ? TEXT.get("trace.call") : at.get(2), said.what, said.exit, said.tone);
    }

    private static Said started(String caller, String called, String flow) {
        return called.isEmpty()
                ? Said.plain("trace.startedAnywhere", caller, flow)
                : Said.plain("trace.started", caller, called, flow);
    }

    private static Said said(TraceEvent event) {
        return switch (event) {
            case TraceEvent.CallStarted(_, String caller, String called, String flow) -> started(
                    caller.isEmpty() ? TEXT.get("caller.withheld") : caller, called, flow);
            case TraceEvent.Answered(boolean early) -> Said.plain(early ? "trace.early" : "trace.answered");
            case TraceEvent.NodeEntered entered -> Said.faint("trace.entered", entered.type());
            case TraceEvent.ExitTaken taken -> new Said(taken.reason(), taken.exit(), Tone.PLAIN);
            case TraceEvent.PromptStarted(String text, long ms) -> Said.plain("trace.prompt", text, seconds(ms));
            case TraceEvent.PromptEnded(_, String key) -> key == null
                    ? Said.faint("trace.prompt-ended")
                    : Said.plain("trace.interrupted", key);
            case TraceEvent.KeyPressed(String key) -> Said.plain("trace.key", key);
            case TraceEvent.DigitsCollected(String digits, _, String end) -> Said.plain("trace.collected",
                    digits.isEmpty() ? TEXT.get("trace.nothing") : digits, end);
            case TraceEvent.VariableSet set -> Said.plain("trace.set", set.name(), set.value());
            case TraceEvent.RecordingEnded(String recording, long ms, String end) ->
                Said.plain("trace.recorded", recording, seconds(ms), end);
            case TraceEvent.OperationStarted(String operation, String detail) ->
                Said.plain("trace.operation", operation, detail);
            case TraceEvent.OperationEnded(String operation, String outcome) ->
                Said.plain("trace.outcome", operation, outcome);
            case TraceEvent.LanguageSet(String language) -> Said.plain("trace.language", language);
            case TraceEvent.Logged logged -> Said.plain("trace.log", logged.level(), logged.text());
            case TraceEvent.HandlerEntered handler -> Said.plain("trace.handler", handler.handler(), handler.flow());
            case TraceEvent.ErrorRaised error -> Said.bad(error.code() + ": " + error.message());
            case TraceEvent.GuardTripped guard -> Said.bad(guard.message());
            case TraceEvent.HungUp(String cause, String side) -> Said.plain("trace.hung-up", side, cause);
            case TraceEvent.CallClosed(String outcome) -> Said.plain("trace.closed", outcome);
        };
    }
}
