package org.ivrea.freeswitch.bridge;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What the runtime asks of the switch. Any thread, at any time, also about calls that are over; nothing blocks.
public interface Bridge {

    /// What comes of handing something over.
    enum Reply {
        DONE,
        /// There is no such call any more.
        GONE,
        /// The call has as many operations waiting as it may.
        FULL
    }

    /// Puts operations into the queue of a call: all of them or none.
    Reply submit(long call, RecordWriter operations);

    /// Sends one control record to the running operation.
    Reply control(long call, RecordWriter control);

    /// Answers an operator's command.
    void reply(long command, boolean ok, String text);

    /// Whether new calls are taken.
    void ready(boolean ready);

    /// Writes to the switch's log, with the call's identifier if `call` is not 0.
    void log(long call, LogLevel level, String text);

    /// The host's counters, in the order of [Stat].
    long[] stats();

    /// The modules that the switch has loaded now, by their names; `null` when the switch cannot tell.
    @Nullable
    SortedSet<String> modules();

    /// Levels of the switch's log, by their numbers.
    enum LogLevel {
        DEBUG, INFO, WARNING, ERROR
    }

    /// What [#stats] counts.
    enum Stat {
        LIVE, STARTED, REFUSED, ABANDONED, OPERATIONS, RECORDS, QUEUED_BYTES, QUEUED_PEAK, OLDEST_MS
    }
}
