package org.ivrea.designer.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Undo and redo over immutable states, without a limit: a state shares with its neighbours all that did not change.
///
/// @param <S> the state
public final class History<S> {

    /// @param name   of the edit between the states
    /// @param before the state before the edit
    /// @param after  the state after it
    private record Step<S>(String name, S before, S after, @Nullable Object mergeKey) {}

    private final Deque<Step<S>> done = new ArrayDeque<>();
    private final Deque<Step<S>> undone = new ArrayDeque<>();
    private boolean mergeable;

    /// An edit was made. Forgets what was undone.
    public void add(String name, S before, S after, @Nullable Object mergeKey) {
        Step<S> last = done.peek();
        undone.clear();
        if (mergeable && mergeKey != null && last != null && mergeKey.equals(last.mergeKey)) {
            done.pop();
            done.push(new Step<>(name, last.before, after, mergeKey));
        } else {
            done.push(new Step<>(name, before, after, mergeKey));
        }
        mergeable = true;
    }

    /// The next edit starts a step of its own, whatever its merge key.
    public void seal() {
        mergeable = false;
    }

    /// @return the state before the last edit; `null` when there is none
    public @Nullable S undo() {
        mergeable = false;
        Step<S> step = done.poll();
        if (step == null) {
            return null;
        }
        undone.push(step);
        return step.before;
    }

    /// @return the state after the edit that was undone last; `null` when there is none
    public @Nullable S redo() {
        mergeable = false;
        Step<S> step = undone.poll();
        if (step == null) {
            return null;
        }
        done.push(step);
        return step.after;
    }

    public Steps steps() {
        List<String> names = new ArrayList<>();
        done.descendingIterator().forEachRemaining(step -> names.add(step.name));
        undone.forEach(step -> names.add(step.name));
        return new Steps(names, done.size());
    }

    /// Changes every state, done and undone, as if it had always been so.
    public void replaceAll(UnaryOperator<S> change) {
        replaceAll(done, change);
        replaceAll(undone, change);
    }

    private static <S> void replaceAll(Deque<Step<S>> steps, UnaryOperator<S> change) {
        List<Step<S>> changed = new ArrayList<>(steps);
        changed.replaceAll(step -> new Step<>(step.name, change.apply(step.before), change.apply(step.after),
                step.mergeKey));
        steps.clear();
        steps.addAll(changed);
    }

    /// @return `null` when there is nothing to undo
    public @Nullable String undoName() {
        Step<S> step = done.peek();
        return step == null ? null : step.name;
    }

    /// @return `null` when there is nothing to redo
    public @Nullable String redoName() {
        Step<S> step = undone.peek();
        return step == null ? null : step.name;
    }
}
