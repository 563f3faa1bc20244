package org.ivrea.engine.simulation;

import java.time.LocalDateTime;
import org.ivrea.engine.call.Operation;
import org.jspecify.annotations.Nullable;

/// What the world answers to something that a flow asks of it. All times are milliseconds and at least 0.
public sealed interface Answer {

    /// What comes of a request.
    sealed interface Http extends Answer {
        /// @param delayMs until it is there
        record Reply(int status, String contentType, String body, long delayMs) implements Http {}

        /// Nothing comes, until the request's own timeout.
        record Timeout() implements Http {}

        record Failure(String reason, long delayMs) implements Http {}
    }

    /// What comes of dialling one target.
    ///
    /// @param afterMs until the outcome is known; -1 for what is usual for the outcome
    /// @param talkMs  until the other side hangs up; for answered calls only
    record Dial(Operation.DialOutcome outcome, long afterMs, long talkMs) implements Answer {}

    /// What comes of waiting in a queue.
    ///
    /// @param key     for [Operation.QueueOutcome#EXIT_KEY], else `null`
    /// @param afterMs until the outcome is known; -1 for what is usual for the outcome
    /// @param talkMs  until the agent hangs up; for answered calls only
    record Queue(Operation.QueueOutcome outcome, @Nullable Character key, long afterMs, long talkMs)
            implements
                Answer {}

    /// What the caller leaves in a mailbox.
    ///
    /// @param spokenMs 0 for nothing
    record Voicemail(long spokenMs) implements Answer {}

    /// @param stayMs how long the caller stays
    record Conference(Operation.ConferenceOutcome outcome, long stayMs) implements Answer {}

    /// What is understood of the caller.
    ///
    /// @param confidence 0 to 1
    record Speech(Operation.SpeechOutcome outcome, String text, double confidence) implements Answer {}

    /// @param worked what the application says of itself
    /// @param afterMs how long it runs
    record Execute(boolean worked, long afterMs) implements Answer {
        /// One that takes no time.
        public Execute(boolean worked) {
            this(worked, 0);
        }
    }

    record Transfer(boolean worked) implements Answer {}

    /// @param branch from 0
    record Draw(int branch) implements Answer {}

    /// What the clock shows, and goes on from.
    ///
    /// @param time in the zone in which the call began
    record Clock(LocalDateTime time) implements Answer {}

    /// How long the caller speaks into a recording.
    ///
    /// @param spokenMs 0 for nothing
    record Recording(long spokenMs) implements Answer {}
}
