package org.ivrea.engine.simulation;

import org.ivrea.engine.call.Audio;

/// How long audio plays. Threads share one.
@FunctionalInterface
public interface AudioLengths {

    /// @return milliseconds, 0 or more
    long ms(Audio audio);
}
