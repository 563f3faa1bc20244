package org.ivrea.engine.simulation;

/// Is told of keys while something plays or is waited for.
@FunctionalInterface
interface KeyListener {

    /// @return true to end the playing or waiting
    boolean stops(char key);

    /// Something begins to play, which the listener may move about in.
    default void plays(Position position) {}

    /// Whether what was stopped counts as interrupted by a key.
    default boolean isInterrupted() {
        return true;
    }
}
