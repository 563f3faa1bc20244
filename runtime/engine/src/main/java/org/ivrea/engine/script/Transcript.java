package org.ivrea.engine.script;

import java.util.List;
import java.util.Locale;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.jspecify.annotations.Nullable;

/// A call as a conversation that people can read.
public final class Transcript {

    /// Stands behind the line at which a call went otherwise than expected.
    public static final String HERE = "<<< here";

    private static final String FLOW = "FLOW";
    private static final String CALLER = "CALLER";

    private final StringBuilder text = new StringBuilder();
    private boolean keysOpen;

    private Transcript() {}

    /// The conversation; secrets are masked as in the trace.
    public static String of(List<TraceJson.Timed> trace) {
        var transcript = new Transcript();
        for (int i = 0; i < trace.size(); i++) {
            transcript.add(trace.get(i), i + 1 < trace.size() ? trace.get(i + 1).event() : null);
        }
        return transcript.text.append(transcript.text.isEmpty() ? "" : "\n").toString();
    }

    /// The conversation up to a difference, and what it is.
    ///
    /// @param trace up to the difference
    static String of(List<TraceJson.Timed> trace, CallScript script, ScriptFailure failure) {
        String conversation = of(trace).stripTrailing();
        String place = script.file() + (failure.line() > 0 ? ":" + failure.line() : "");
        return conversation + (conversation.isEmpty() ? "" : "  ") + HERE + "\n          " + place + ": "
                + failure.message().replace("\n", "\n          ") + "\n";
    }

    private void add(TraceJson.Timed timed, @Nullable TraceEvent following) {
        if (timed.event() instanceof TraceEvent.KeyPressed(String key)) {
            if (keysOpen) {
                text.append(' ').append(key);
            } else {
                line(timed.atMs(), CALLER, "presses " + key);
            }
            boolean interrupts = following instanceof TraceEvent.PromptEnded ended && ended.interruptedBy() != null;
            text.append(interrupts ? " (interrupts)" : "");
            keysOpen = !interrupts;
            return;
        }
        switch (timed.event()) {
            case TraceEvent.Answered(boolean early) ->
                line(timed.atMs(), FLOW, early ? "[opens the voice path]" : "[answers]");
            case TraceEvent.PromptStarted prompt -> line(timed.atMs(), FLOW, prompt.text());
            case TraceEvent.RecordingEnded recording -> line(timed.atMs(), CALLER, "[recorded " + recording.recording()
                    + ", " + seconds(recording.ms()) + " s, ended by " + recording.end() + "]");
            case TraceEvent.OperationStarted operation ->
                line(timed.atMs(), FLOW, "[" + operation.operation() + " " + operation.detail() + "]");
            case TraceEvent.OperationEnded operation ->
                line(timed.atMs(), "", "[" + operation.operation() + ": " + operation.outcome() + "]");
            case TraceEvent.LanguageSet(String language) -> line(timed.atMs(), FLOW, "[language " + language + "]");
            case TraceEvent.Logged logged -> line(timed.atMs(), FLOW, "[log " + logged.level() + ": " + logged.text()
                    + (logged.tag() == null ? "" : ", tag " + logged.tag()) + "]");
            case TraceEvent.HandlerEntered handler ->
                line(timed.atMs(), FLOW, "[" + handler.handler() + " handler of " + handler.flow() + "]");
            case TraceEvent.ErrorRaised error -> line(timed.atMs(), FLOW, "[error " + error.code() + " at "
                    + error.flow() + "/" + error.node() + ": " + error.message() + "]");
            case TraceEvent.GuardTripped guard ->
                line(timed.atMs(), FLOW, "[stopped by the guard " + guard.guard() + ": " + guard.message() + "]");
            case TraceEvent.HungUp end -> hungUp(timed.atMs(), end);
            case TraceEvent.KeyPressed _ -> silent();
            case TraceEvent.CallStarted _ -> silent();
            case TraceEvent.NodeEntered _ -> silent();
            case TraceEvent.ExitTaken _ -> silent();
            case TraceEvent.PromptEnded _ -> silent();
            case TraceEvent.DigitsCollected _ -> silent();
            case TraceEvent.VariableSet _ -> silent();
            case TraceEvent.CallClosed _ -> silent();
        }
    }

    private static void silent() {
        // Not part of the conversation.
    }

    private void hungUp(long atMs, TraceEvent.HungUp end) {
        switch (end.side()) {
            case "caller" -> line(atMs, CALLER, "hangs up");
            case "flow" -> line(atMs, FLOW, "hangs up (" + end.cause() + ")");
            case "transferred" -> line(atMs, FLOW, "[the call goes on elsewhere]");
            default -> line(atMs, "SYSTEM", "ends the call (" + end.cause() + ")");
        }
    }

    private void line(long atMs, String who, String what) {
        keysOpen = false;
        String time = String.format(Locale.ROOT, "%6s s  %-6s  ", seconds(atMs), who);
        text.append(text.isEmpty() ? "" : "\n").append(time).append(what.replace('\n', ' '));
    }

    /// Tenths are enough for people.
    private static String seconds(long ms) {
        return ms / 1_000 + "." + ms % 1_000 / 100;
    }
}
