package org.ivrea.freeswitch.extension;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A server above the runtime. Threads share it.
public interface Extension extends AutoCloseable {

    /// What runs now. Blocks for disk and processor.
    ///
    /// @throws IOException with a message for people when it cannot be loaded
    Supply load() throws IOException;

    /// The flow of calls whose dialplan names none.
    ///
    /// @param called the number that was dialled
    /// @return as the dialplan would name it; `null` when there is no route
    @Nullable
    String route(String called);

    /// A flow begins to answer a call. Is called on the call's thread, and must not keep it waiting.
    CallObserver begins(ObservedCall call);

    /// The switch stops.
    @Override
    void close();
}
