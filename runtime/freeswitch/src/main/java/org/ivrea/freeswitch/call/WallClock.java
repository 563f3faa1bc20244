package org.ivrea.freeswitch.call;

import java.time.ZoneId;
import java.time.ZonedDateTime;

/// The date and time that flows go by.
@FunctionalInterface
public interface WallClock {

    /// The machine's, in its own zone.
    WallClock REAL = _ -> ZonedDateTime.now(ZoneId.systemDefault());

    /// The date and time at a moment of a call.
    ///
    /// @param elapsedMs since the call began
    ZonedDateTime now(long elapsedMs);
}
