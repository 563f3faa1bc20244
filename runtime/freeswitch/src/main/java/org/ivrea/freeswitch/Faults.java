package org.ivrea.freeswitch;

/// Exceptions in one line, for the switch's log.
final class Faults {
    private static final int FRAMES = 8;

    private Faults() {}

    /// What it is, and where it comes from.
    static String of(Throwable fault) {
        var line = new StringBuilder(fault.toString());
        StackTraceElement[] frames = fault.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            line.append(i == 0 ? " at " : " < ").append(frames[i]);
        }
        return line.toString();
    }
}
