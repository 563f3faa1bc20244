package org.ivrea.server.admin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often somebody may ask: so many times a minute, and that many at once. Those who were not seen for longest are
/// forgotten.
final class RateLimit {
    private static final int KNOWN = 10_000;
    private static final double NANOS_A_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KNOWN;
        }
    };

    private record Bucket(double left, long nanos) {}

    RateLimit(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /// Whether there is one left; asking does not use it.
    synchronized boolean isOpen(String who) {
        return left(who, nanos.getAsLong()) >= 1;
    }

    /// Uses one.
    ///
    /// @return false when there is none left
    synchronized boolean take(String who) {
        long now = nanos.getAsLong();
        double left = left(who, now);
        boolean open = left >= 1;
        buckets.put(who, new Bucket(open ? left - 1 : left, now));
        return open;
    }

    private double left(String who, long now) {
        Bucket bucket = buckets.get(who);
        return bucket == null
                ? perMinute
                : Math.min(perMinute, bucket.left() + (now - bucket.nanos()) / NANOS_A_MINUTE * perMinute);
    }
}
