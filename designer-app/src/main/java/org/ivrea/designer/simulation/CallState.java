package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.run.CallOutcome;
import org.jspecify.annotations.Nullable;

/// A call at one moment.
///
/// @param generation counts how often the call went back: events of another generation are another call's
/// @param events     how many there are
/// @param stop       why the call stands at a node; `null` when it does not
/// @param waiting    what the call waits for; `null` when it works or has ended
/// @param playing    what the caller hears; `null` for nothing
/// @param question   what the person is asked; `null` for nothing
/// @param frames     the flows that the call is in, the one that answered first
/// @param outcome    how it ended; `null` while it goes on
public record CallState(int generation, Phase phase, int events, @Nullable Stop stop, @Nullable Waiting waiting,
        @Nullable Playing playing, @Nullable Question question, List<FrameState> frames,
        @Nullable CallOutcome outcome) {

    /// Whether time passes, and if not, why.
    public enum Phase {
        /// No call yet.
        IDLE,
        /// Time passes.
        RUNNING,
        /// The person stopped the time.
        PAUSED,
        /// Time was skipped up to here: it is the caller's turn, and time stands until the caller does something.
        HELD,
        /// The call stands at a node.
        STOPPED,
        /// The world is to answer.
        ASKING,
        /// The call is over.
        ENDED
    }

    public static final CallState IDLE = new CallState(0, Phase.IDLE, 0, null, null, null, null, List.of(), null);

    public CallState {
        frames = List.copyOf(frames);
    }

    /// True while there is a call.
    public boolean isUp() {
        return phase != Phase.IDLE && phase != Phase.ENDED;
    }

    /// True when time stands and the person may look around.
    public boolean isHalted() {
        return phase == Phase.PAUSED || phase == Phase.STOPPED || phase == Phase.HELD;
    }
}
