package org.ivrea.designer.edit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A state, its history, and those who follow it. Used by one thread.
///
/// @param <S> the state; immutable
public final class Timeline<S> {
    private final History<S> history = new History<>();
    private final List<BiConsumer<? super S, ? super S>> listeners = new CopyOnWriteArrayList<>();
    private S state;
    private boolean telling;

    public Timeline(S state) {
        this.state = state;
    }

    public S state() {
        return state;
    }

    /// An edit was made.
    public void step(String name, S after, @Nullable Object mergeKey) {
        history.add(name, state, after, mergeKey);
        enter(after);
    }

    /// Goes to a state that is no step of its own.
    ///
    /// @param after `null` for where it is
    public void enter(@Nullable S after) {
        if (telling) {
            throw new IllegalStateException("a listener must not edit what it listens to");
        }
        if (after != null) {
            S before = state;
            state = after;
            tell(before, after);
        }
    }

    public void seal() {
        history.seal();
    }

    public void undo() {
        enter(history.undo());
    }

    public void redo() {
        enter(history.redo());
    }

    public Steps steps() {
        return history.steps();
    }

    /// Undoes or redoes until so many steps are done.
    public void goTo(int done) {
        S at = null;
        while (history.steps().done() > done && history.undoName() != null) {
            at = history.undo();
        }
        while (history.steps().done() < done && history.redoName() != null) {
            at = history.redo();
        }
        enter(at);
    }

    public @Nullable String undoName() {
        return history.undoName();
    }

    public @Nullable String redoName() {
        return history.redoName();
    }

    /// Changes every state, as if it had always been so.
    public void rewrite(UnaryOperator<S> change) {
        history.replaceAll(change);
        enter(change.apply(state));
    }

    /// Tells the listeners of something that is no change of the state.
    public void tellSame() {
        tell(state, state);
    }

    public void addListener(BiConsumer<? super S, ? super S> listener) {
        listeners.add(listener);
    }

    public void removeListener(BiConsumer<? super S, ? super S> listener) {
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
