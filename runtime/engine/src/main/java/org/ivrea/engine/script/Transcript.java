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

    /// One thing that is said or done.
    ///
    /// @param atMs milliseconds since the call began
    /// @param who  [#FLOW], [#CALLER], [#SYSTEM], or nothing
    /// @param what for people; may have several lines
    public record Line(long atMs, String who, String what) {

        /// As it stands in a transcript.
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%6s s  %-6s  ", seconds(atMs), who) + what.replace('\n', ' ');
        }
    }

    public static final String FLOW = "FLOW";
    public static final String CALLER = "CALLER";
    public static final String SYSTEM = "SYSTEM";

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
                add(line(timed));
            }
            boolean interrupts = following instanceof TraceEvent.PromptEnded ended && ended.interruptedBy() != null;
            text.append(interrupts ? " (interrupts)" : "");
            keysOpen = !interrupts;
            return;
        }
        add(line(timed));
    }

    private void add(@Nullable Line line) {
        if (line != null) {
            keysOpen = false;
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
    }

    /// What an event adds to the conversation.
    ///
    /// @return `null` when it is no part of it
    public static @Nullable Line line(TraceJson.Timed timed) {
        return switch (timed.event()) {
            case TraceEvent.Answered(boolean early) -> flow(timed, early ? "[opens the voice path]" : "[answers]");
            case TraceEvent.PromptStarted prompt -> flow(timed, prompt.text());
            case TraceEvent.KeyPressed(String key) -> new Line(timed.atMs(), CALLER, "presses " + key);
            case TraceEvent.RecordingEnded recording -> new Line(timed.atMs(), CALLER, "[recorded "
                    + recording.recording() + ", " + seconds(recording.ms()) + " s, ended by " + recording.end() + "]");
            case TraceEvent.OperationStarted operation ->
                flow(timed, "[" + operation.operation() + " " + operation.detail() + "]");
            case TraceEvent.OperationEnded operation ->
                new Line(timed.atMs(), "", "[" + operation.operation() + ": " + operation.outcome() + "]");
            case TraceEvent.LanguageSet(String language) -> flow(timed, "[language " + language + "]");
            case TraceEvent.Logged logged -> flow(timed, "[log " + logged.level() + ": " + logged.text()
                    + (logged.tag() == null ? "" : ", tag " + logged.tag()) + "]");
            case TraceEvent.HandlerEntered handler ->
                flow(timed, "[" + handler.handler() + " handler of " + handler.flow() + "]");
            case TraceEvent.ErrorRaised error -> flow(timed, "[error " + error.code() + " at "
                    + error.flow() + "/" + error.node() + ": " + error.message() + "]");
            case TraceEvent.GuardTripped guard ->
                flow(timed, "[stopped by the guard " + guard.guard() + ": " + guard.message() + "]");
            case TraceEvent.HungUp end -> hungUp(timed, end);
            case TraceEvent.CallStarted _,TraceEvent.NodeEntered _,TraceEvent.ExitTaken _,TraceEvent.PromptEnded _,TraceEvent.DigitsCollected _,TraceEvent.VariableSet _,TraceEvent.CallClosed _ ->
                null;
        };
    }

    private static Line flow(TraceJson.Timed timed, String what) {
        return new Line(timed.atMs(), FLOW, what);
    }

    private static Line hungUp(TraceJson.Timed timed, TraceEvent.HungUp end) {
        return switch (end.side()) {
            case "caller" -> new Line(timed.atMs(), CALLER, "hangs up");
            case "flow" -> flow(timed, "hangs up (" + end.cause() + ")");
            case "transferred" -> flow(timed, "[the call goes on elsewhere]");
            default -> new Line(timed.atMs(), SYSTEM, "ends the call (" + end.cause() + ")");
        };
    }

    /// Tenths are enough for people.
    private static String seconds(long ms) {
        return ms / 1_000 + "." + ms % 1_000 / 100;
    }
}
