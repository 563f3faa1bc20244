package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Operation.PlayControl;
import org.jspecify.annotations.Nullable;

/// Where something that plays has come to, when keys may pause it and move about in it.
final class Position {
    /// Whoever never goes on.
    private static final long LONGEST_PAUSE_MS = 4 * 3_600_000L;

    private final long lengthMs;
    private final boolean moves;
    /// When it would have begun if it had played without a pause or a jump.
    private long origin;
    private long pausedAt = -1;

    /// @param audio `null` for something that nobody moves about in
    Position(long now, long lengthMs, @Nullable Audio audio) {
        origin = now;
        this.lengthMs = lengthMs;
        moves = audio instanceof Audio.Recording;
    }

    long endAt() {
        return pausedAt < 0 ? origin + lengthMs : pausedAt + LONGEST_PAUSE_MS;
    }

    /// @return true when it is over by that
    boolean control(PlayControl control, int skipMs, long now) {
        if (control == PlayControl.STOP) {
            return true;
        }
        if (moves) {
            switch (control) {
                case PAUSE -> pause(now);
                case BACK -> move(-skipMs, now);
                case FORWARD -> move(skipMs, now);
                case RESTART -> move(-lengthMs, now);
                default -> {
                }
            }
        }
        return false;
    }

    private void pause(long now) {
        if (pausedAt < 0) {
            pausedAt = now;
        } else {
            origin += now - pausedAt;
            pausedAt = -1;
        }
    }

    private void move(long ms, long now) {
        long at = pausedAt < 0 ? now : pausedAt;
        long played = Math.clamp(at - origin + ms, 0, lengthMs);
        origin = at - played;
    }
}
