package org.ivrea.freeswitch.call;

/// Is told of each key at the moment when it is pressed, while something plays or is waited for. Runs on the flow's
/// thread, which waits for the operation.
@FunctionalInterface
public interface KeyHandler {

    /// A key was pressed.
    ///
    /// @param atMs since the call began
    /// @return what is to be done at the next media frame
    KeyAnswer pressed(char key, long atMs);
}
