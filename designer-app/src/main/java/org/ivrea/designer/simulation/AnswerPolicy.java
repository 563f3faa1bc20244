package org.ivrea.designer.simulation;

/// Who answers what no stub answers.
public enum AnswerPolicy {
    /// What is usual: agents answer, callers leave messages, chance goes by its seed. Requests fail.
    USUAL,
    /// The person is asked when it happens; the call's time stands still meanwhile.
    ASK,
    /// Requests are made for real. For HTTP only.
    LIVE
}
