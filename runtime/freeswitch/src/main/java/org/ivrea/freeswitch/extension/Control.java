package org.ivrea.freeswitch.extension;

import java.util.SortedSet;
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

    /// The modules that the switch has loaded now, by their names; `null` where there is no switch, or it cannot tell.
    @Nullable
    SortedSet<String> modules();

    enum Level {
        INFO, WARNING, ERROR
    }
}
