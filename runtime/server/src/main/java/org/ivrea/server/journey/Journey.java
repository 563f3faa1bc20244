package org.ivrea.server.journey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of a call. Secrets were masked when they were entered.
///
/// @param id         the switch's identifier of the call
/// @param sha256     of the package; empty where the project was none
/// @param flow       that answered
/// @param startedAt  for people
/// @param outcome    such as `completed`
/// @param cause      why the call was hung up; empty when it was not
/// @param side       who ended it; empty when it was not ended
/// @param failure    what went wrong; `null` for nothing
/// @param stepsLeftOut how many nodes more it went through than are written down
public record Journey(String id, String project, String version, String sha256, String flow, String caller,
        String called, Instant startedAt, long durationMs, String outcome, String cause, String side,
        @Nullable String failure, List<Step> steps, List<Input> inputs, int stepsLeftOut) {
    public Journey {
        steps = List.copyOf(steps);
        inputs = List.copyOf(inputs);
    }

    /// A node that the call went through.
    ///
    /// @param exit by which it left; empty when it did not
    public record Step(String flow, String node, String exit, long atMs) {}

    /// What the caller entered.
    ///
    /// @param end what ended it: `entry`, `max-digits`, `terminator` or `timeout`
    public record Input(String flow, String node, String digits, String end) {}
}
