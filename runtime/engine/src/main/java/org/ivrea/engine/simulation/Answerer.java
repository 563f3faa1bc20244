package org.ivrea.engine.simulation;

import java.time.ZonedDateTime;
import org.ivrea.engine.call.Operation;
import org.jspecify.annotations.Nullable;

/// Is asked for an answer that no stub gives, at the moment when it is needed: what makes "ask me when it happens"
/// possible. Called on the flow's thread, which waits; simulated time stands still meanwhile.
@FunctionalInterface
public interface Answerer {

    /// Leaves all to the defaults.
    Answerer NONE = (_, _) -> null;

    /// @param operation what the flow wants
    /// @param subject   what it concerns, as stubs name it
    /// @return the operation's kind of [Answer]; `null` for the default
    @Nullable
    Answer answer(Operation<?> operation, String subject);

    /// A node looks at the clock.
    ///
    /// @param node its id
    /// @param now  what the clock shows
    /// @return `null` to leave it at that
    default Answer.@Nullable Clock clock(String node, ZonedDateTime now) {
        return null;
    }
}
