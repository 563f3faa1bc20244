package org.ivrea.server.inswitch;

import java.util.Set;

/// A call to a [ServedSwitch].
interface Caller extends AutoCloseable {

    void press(String keys);

    /// Waits for its end.
    Ended awaitEnd();

    @Override
    void close();

    /// How it was.
    ///
    /// @param versions of the flow that the caller noticed: more than one would be a mixture
    /// @param fallback whether no flow took it
    record Ended(Set<String> versions, boolean fallback) {}
}
