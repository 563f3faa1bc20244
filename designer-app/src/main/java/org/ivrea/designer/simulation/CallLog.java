package org.ivrea.designer.simulation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ivrea.engine.simulation.Answer;
import org.jspecify.annotations.Nullable;

/// All that reached a call from outside, and at which of its moments. The same flow with the same log goes the same
/// way, to the byte. Used by the call's thread; [#inputs] is for all threads.
final class CallLog {

    /// What reached the call.
    sealed interface Input {
        /// @param atMs when it was pressed
        record Key(char key, long atMs) implements Input {}

        /// @param atMs when it happened
        record HangUp(long atMs) implements Input {}

        /// The person changed a variable.
        ///
        /// @param depth of the flow whose variable it is
        record Assign(int depth, String variable, Object value) implements Input {}

        /// The world answered.
        ///
        /// @param answer `null` for what is usual
        record Reply(WorldKind kind, String subject, @Nullable Answer answer) implements Input {}
    }

    /// @param moment counts the call's waits, steps and questions
    record Entry(long moment, Input input) {}

    private final List<Entry> entries;
    private int next;

    CallLog() {
        entries = new CopyOnWriteArrayList<>();
    }

    private CallLog(List<Entry> entries) {
        this.entries = new CopyOnWriteArrayList<>(entries);
    }

    /// The log to run again by.
    CallLog again() {
        return new CallLog(entries);
    }

    void add(long moment, Input input) {
        entries.add(new Entry(moment, input));
        next = entries.size();
    }

    /// Puts what came at last in the place of what was noted for the time being.
    void replace(Input noted, Input input) {
        entries.replaceAll(entry -> entry.input == noted ? new Entry(entry.moment, input) : entry);
    }

    /// The next input of the moment, when the call is run again.
    @Nullable
    Input due(long moment) {
        return next < entries.size() && entries.get(next).moment == moment ? entries.get(next++).input : null;
    }

    /// The same, but only if the person changed a variable.
    @Nullable
    Input dueAssignment(long moment) {
        return next < entries.size() && entries.get(next).input instanceof Input.Assign ? due(moment) : null;
    }

    /// Forgets what came at the moment and after it.
    void cutAt(long moment) {
        entries.removeIf(entry -> entry.moment >= moment);
        next = entries.size();
    }

    List<Input> inputs() {
        return entries.stream().map(Entry::input).toList();
    }
}
