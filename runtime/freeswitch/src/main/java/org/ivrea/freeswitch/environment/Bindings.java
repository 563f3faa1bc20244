package org.ivrea.freeswitch.environment;

import org.ivrea.engine.call.CallFailure;
import org.ivrea.flow.project.ResourceKind;
import org.jspecify.annotations.Nullable;

/// What the symbolic names of flows stand for on this server, and what flows may do on it. Threads share it.
public interface Bindings {

    /// What a name stands for.
    ///
    /// @throws CallFailure with the code `not-bound` when the server knows no such name, and what to do
    String bound(ResourceKind kind, String name);

    /// How a number is dialled.
    ///
    /// @param gateway symbolic; `null` for a user of the switch
    /// @throws CallFailure when the gateway is not bound
    String dialString(String number, @Nullable String gateway);

    /// How many callers may wait in a queue.
    ///
    /// @param queue symbolic
    /// @return 0 for any number
    default int mostWaiting(String queue) {
        return 0;
    }

    /// Whether flows may set this variable of the channel: some of them make the switch run commands.
    boolean allowsVariable(String name);
}
