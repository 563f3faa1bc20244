package org.ivrea.freeswitch.extension;

import org.jspecify.annotations.Nullable;

/// What an extension may ask of the runtime that it stands above.
public interface Control {

    /// Has new calls get what [Extension#load] now says. Calls in progress keep what they have.
    ///
    /// @return why all is as it was, for people; `null` when it went well
    @Nullable
    String reload();

    /// Writes to the log.
    void log(Level level, String text);

    enum Level {
        INFO, WARNING, ERROR
    }
}
