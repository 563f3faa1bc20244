package org.ivrea.designer.edit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What is edited: a state, its history, and those who follow it. Used by one thread.
///
/// @param <S> the state; immutable
public abstract class Timeline<S> implements Undoable {
    private final History<S> history = new History<>();
    private final List<BiConsumer<? super S, ? super S>> listeners = new CopyOnWriteArrayList<>();
    private S state;
    private boolean telling;

    protected Timeline(S state) {
        this.state = state;
    }

    public final S state() {
        return state;
    }

    /// An edit was made.
    protected final void step(String name, S after, @Nullable Object mergeKey) {
        history.add(name, state, after, mergeKey);
        enter(after);
    }

    /// Goes to a state that is no step of its own.
    ///
    /// @param after `null` for where it is
    protected final void enter(@Nullable S after) {
        if (telling) {
            throw new IllegalStateException("a listener must not edit what it listens to");
        }
        if (after != null) {
            S before = state;
            state = after;
            tell(before, after);
        }
    }

    /// The next edit is undone by itself, whatever its merge key: the person left the field.
    public final void seal() {
        history.seal();
    }

    @Override
    public final void undo() {
        enter(history.undo());
    }

    @Override
    public final void redo() {
        enter(history.redo());
    }

    @Override
    public final Steps steps() {
        return history.steps();
    }

    @Override
    public final void goTo(int done) {
        S at = null;
        while (history.steps().done() > done && history.undoName() != null) {
            at = history.undo();
        }
        while (history.steps().done() < done && history.redoName() != null) {
            at = history.redo();
        }
        enter(at);
    }

    @Override
    public final @Nullable String undoName() {
        return history.undoName();
    }

    @Override
    public final @Nullable String redoName() {
        return history.redoName();
    }

    /// Changes every state, as if it had always been so.
    protected final void rewriteAll(UnaryOperator<S> change) {
        history.replaceAll(change);
        enter(change.apply(state));
    }

    /// Tells the listeners of something that is no change of the state.
    protected final void tellSame() {
        tell(state, state);
    }

    /// @param listener told after each change, on the thread of the edits; must not edit the same
    public final void addListener(BiConsumer<? super S, ? super S> listener) {
        listeners.add(listener);
    }

    public final void removeListener(BiConsumer<? super S, ? super S> listener) {
        listeners.remove(listener);
    }

    private void tell(S before, S after) {
        telling = true;
        try {
            listeners.forEach(listener -> listener.accept(before, after));
        } finally {
            telling = false;
        }
    }
}
