package org.ivrea.freeswitch.call;

import java.time.ZonedDateTime;

/// The date and time that flows go by.
@FunctionalInterface
public interface WallClock {

    /// The machine's, in its own zone.
    WallClock REAL = _ -> ZonedDateTime.now();

    /// @param elapsedMs since the call began
    ZonedDateTime now(long elapsedMs);
}
