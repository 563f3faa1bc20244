package org.ivrea.engine.simulation;

import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.jspecify.annotations.Nullable;

/// The telephone line between caller and flow: time, keys, type-ahead and the end of the call.
final class Line {

    /// No key until the deadline.
    static final char NONE = '\0';
    /// Not a key: something that is waited for is there.
    static final char SIGNAL = '\1';

    private static final String MASK = "•";
    /// What a switch keeps of keys that nobody asked for yet.
    private static final int MAX_TYPED_AHEAD = 100;

    final Agenda agenda;
    final Caller caller;
    private final StringBuilder typedAhead = new StringBuilder();
    private TraceSink trace = TraceSink.NONE;
    private @Nullable CallEnd end;
    private @Nullable String lastShown;
    private boolean signals;
    private boolean answered;

    Line(Agenda agenda, Caller caller) {
        this.agenda = agenda;
        this.caller = caller;
    }

    void traceTo(TraceSink sink) {
        trace = sink;
    }

    void emit(TraceEvent event) {
        trace.accept(agenda.now(), event);
    }

    long now() {
        return agenda.now();
    }

    @Nullable
    CallEnd end() {
        return end;
    }

    void end(CallEnd newEnd) {
        if (end == null) {
            end = newEnd.ofCall(answered);
        }
    }

    void answered() {
        answered = true;
    }

    /// Takes note of what happened up to now: keys become type-ahead, a hang-up ends the call.
    void settle() {
        for (Agenda.Event event = agenda.due(); event != null; event = agenda.due()) {
            if (event.end != null) {
                end(event.end);
            } else if (Keys.isKey(event.key) && end == null) {
                typeAhead(event.key);
            }
        }
    }

    /// @throws CallEnded when the call is over
    void requireCaller() {
        if (end != null) {
            throw new CallEnded(end);
        }
    }

    /// Lets time pass until the next key.
    ///
    /// @return [#NONE] when there was none until the deadline
    /// @throws CallEnded at the moment of the hang-up
    char nextKey(long deadline) {
        while (true) {
            Agenda.Event event = agenda.next(deadline);
            if (event == null) {
                return NONE;
            }
            if (event.end != null) {
                end(event.end);
                requireCaller();
            } else if (event.key != NONE) {
                return event.key;
            } else if (signals) {
                lastShown = null;
                return SIGNAL;
            }
        }
    }

    /// Lets time pass.
    ///
    /// @return true when the listener ended it, false at the deadline
    boolean waitUntil(long deadline, KeyListener listener) {
        for (char key = nextKey(deadline); key != NONE; key = nextKey(deadline)) {
            if (listener.stops(key)) {
                return true;
            }
        }
        return false;
    }

    /// Whether signals end waits.
    void signals(boolean wanted) {
        signals = wanted;
    }

    /// Lets time pass after the end of the call, when nobody acts any more.
    void waitWithoutCaller(long deadline) {
        while (true) {
            Agenda.Event event = agenda.next(deadline);
            if (event == null || (signals && event.end == null && event.key == NONE)) {
                return;
            }
        }
    }

    /// Reports a key that means something to the running operation.
    void pressed(char key, boolean secret) {
        lastShown = secret ? MASK : String.valueOf(key);
        emit(new TraceEvent.KeyPressed(lastShown));
    }

    /// The last key that meant something, as traces show it; `null` when a signal came after it.
    @Nullable
    String lastShown() {
        return lastShown;
    }

    /// Keeps a key for the next input; a listener that does only this never stops anything.
    boolean typeAhead(char key) {
        emit(new TraceEvent.KeyPressed(MASK));
        if (typedAhead.length() < MAX_TYPED_AHEAD) {
            typedAhead.append(key);
        }
        return false;
    }

    /// Reports a key that reaches somebody else, such as an agent.
    boolean passOn(char key) {
        emit(new TraceEvent.KeyPressed(MASK));
        return false;
    }

    void dropTypedAhead() {
        typedAhead.setLength(0);
    }

    /// The first key that was typed ahead, which is used up by that.
    char takeTyped() {
        if (typedAhead.isEmpty()) {
            return NONE;
        }
        char key = typedAhead.charAt(0);
        typedAhead.deleteCharAt(0);
        return key;
    }

    /// The first one of these keys that was typed ahead, which is used up by that; others stay.
    char takeTyped(Keys keys) {
        for (int i = 0; i < typedAhead.length(); i++) {
            char key = typedAhead.charAt(i);
            if (keys.has(key)) {
                typedAhead.deleteCharAt(i);
                return key;
            }
        }
        return NONE;
    }
}
