package org.ivrea.deploy.rollout;

/// What happens when a target fails.
public enum RolloutMode {
    /// Nothing runs anywhere that does not run everywhere.
    ALL_OR_NOTHING,
    /// Each target is on its own.
    AS_MANY_AS_POSSIBLE
}
