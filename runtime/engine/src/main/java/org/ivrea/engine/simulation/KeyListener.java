package org.ivrea.engine.simulation;

/// Is told of keys while something plays or is waited for.
@FunctionalInterface
interface KeyListener {

    /// @return true to end the playing or waiting
    boolean stops(char key);
}
