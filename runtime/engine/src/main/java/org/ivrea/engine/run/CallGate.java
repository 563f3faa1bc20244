package org.ivrea.engine.run;

/// Stands where a call goes from node to node: what a debugger needs. Called on the call's thread, which goes on when
/// the method returns; may take as long as it likes, as no time of the call passes meanwhile. Must not throw.
public interface CallGate {

    /// Lets every call through.
    CallGate OPEN = new CallGate() {
        @Override
        public void entered(RunningFlow at) {
            // Nothing to see.
        }

        @Override
        public void left(RunningFlow at, String exit) {
            // Nothing to see.
        }
    };

    /// The call has come to a node and is about to do its work.
    void entered(RunningFlow at);

    /// The call has left a node and is about to go where the exit leads.
    ///
    /// @param exit `error` and `hangup` where these are wired
    void left(RunningFlow at, String exit);
}
