package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ivrea.engine.script.Transcript;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// A call as people tell it: who says and does what. Put together from events.
public final class Conversation {

    /// Who says or does it.
    public enum Side {
        FLOW, CALLER, AROUND
    }

    /// @param text          what is said or pressed, secrets masked
    /// @param lengthMs      how long it lasts if it is not interrupted; 0 for what takes no time
    /// @param interruptedMs how long it was heard when it was cut short; -1 when it was not
    public record Bubble(long atMs, Side side, String text, long lengthMs, long interruptedMs) {
        public boolean isInterrupted() {
            return interruptedMs >= 0;
        }
    }

    private final List<Bubble> bubbles = new ArrayList<>();
    private int playing = -1;
    private boolean keysOpen;
    private @Nullable String trouble;

    public void add(Timed timed) {
        trouble = switch (timed.event()) {
            case TraceEvent.GuardTripped tripped -> tripped.message();
            case TraceEvent.ErrorRaised raised -> raised.message();
            default -> trouble;
        };
        switch (timed.event()) {
            case TraceEvent.PromptStarted(String text, long ms) -> {
                playing = bubbles.size();
                say(timed.atMs(), Side.FLOW, text, ms);
            }
            case TraceEvent.PromptEnded ended -> ended(timed.atMs());
            case TraceEvent.KeyPressed(String key) -> pressed(timed.atMs(), key);
            default -> {
                Transcript.Line line = Transcript.line(timed);
                if (line != null) {
                    Side side = line.who().equals(Transcript.CALLER) ? Side.CALLER : Side.AROUND;
                    say(timed.atMs(), side, stripped(line.what()), 0);
                }
            }
        }
    }

    private static String stripped(String what) {
        return what.startsWith("[") && what.endsWith("]") ? what.substring(1, what.length() - 1) : what;
    }

    private void say(long atMs, Side side, String text, long lengthMs) {
        keysOpen = false;
        bubbles.add(new Bubble(atMs, side, text, lengthMs, -1));
    }

    private void pressed(long atMs, String key) {
        if (keysOpen) {
            Bubble last = bubbles.removeLast();
            bubbles.add(new Bubble(last.atMs, Side.CALLER, last.text + " " + key, 0, -1));
        } else {
            say(atMs, Side.CALLER, key, 0);
            keysOpen = true;
        }
    }

    private void ended(long atMs) {
        if (playing >= 0) {
            Bubble said = bubbles.get(playing);
            if (atMs < said.atMs + said.lengthMs) {
                bubbles.set(playing, new Bubble(said.atMs, said.side, said.text, said.lengthMs, atMs - said.atMs));
            }
            playing = -1;
        }
    }

    public void clear() {
        bubbles.clear();
        playing = -1;
        keysOpen = false;
        trouble = null;
    }

    /// What went wrong last, whether the flow handled it or not.
    public @Nullable String trouble() {
        return trouble;
    }

    public List<Bubble> bubbles() {
        return Collections.unmodifiableList(bubbles);
    }

    /// What is being said now.
    public @Nullable Bubble playing() {
        return playing < 0 ? null : bubbles.get(playing);
    }
}
