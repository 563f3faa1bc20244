package org.ivrea.server.admin;

import java.util.concurrent.TimeUnit;

/// How slowly the body of a request, or of an answer, may come or go. Who trickles is never idle, so that no idle timeout
/// ends it, and Jetty 12.1 itself counts the bytes of all requests together.
///
/// Only the time counts in which the other side is waited for: what the server itself takes does not.
final class Pace {
    /// Connections stall for a moment, and the first bytes take their time.
    static final long GRACE = TimeUnit.SECONDS.toNanos(5);
    private static final double A_SECOND = 1e9;

    private final long bytesPerSecond;
    private long bytes;
    private long waited;

    /// @param bytesPerSecond that have to move at least, on an average; 0 for as few as they please
    Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    /// For how many nanoseconds more the other side may be waited for, if so many bytes more move meanwhile.
    long left(long more) {
        return bytesPerSecond == 0
                ? Long.MAX_VALUE
                : GRACE + (long) ((bytes + more) * A_SECOND / bytesPerSecond) - waited;
    }

    /// So many bytes have moved, and took that long.
    void moved(long count, long nanos) {
        bytes += count;
        waited += nanos;
    }

    /// For people.
    String words() {
        return "fewer than " + bytesPerSecond + " bytes a second";
    }
}
