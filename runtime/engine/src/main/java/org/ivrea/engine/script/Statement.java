package org.ivrea.engine.script;

import java.time.ZonedDateTime;
import org.ivrea.engine.simulation.Stub;

/// A line of a call script.
public sealed interface Statement {

    /// Something that is so from the call's beginning. Stands before the first [Step].
    sealed interface Setting extends Statement {}

    /// Something that happens in the call, in its order.
    sealed interface Step extends Statement {}

    /// What the caller does.
    sealed interface Action extends Step {}

    record Flow(String name) implements Setting {}

    record CallerNumber(String number) implements Setting {}

    record CalledNumber(String number) implements Setting {}

    record At(ZonedDateTime start) implements Setting {}

    record Language(String tag) implements Setting {}

    record Channel(String name, String value) implements Setting {}

    record Seed(long seed) implements Setting {}

    record Prepared(Stub stub) implements Setting {}

    /// Waits until it has just been spoken.
    record Hear(TextMatch match) implements Action {}

    /// Presses keys, 200 ms apart.
    ///
    /// @param keys keys, and blanks for pauses of a second
    record Press(String keys) implements Action {}

    /// @param ms more than 0
    record Wait(long ms) implements Action {}

    record HangUp() implements Action {}

    record Expect(Expectation expectation) implements Step {}

    /// A line without a statement: empty, or a comment alone.
    record Nothing() implements Statement {}
}
