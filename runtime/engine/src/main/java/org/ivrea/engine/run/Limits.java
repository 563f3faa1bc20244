package org.ivrea.engine.run;

/// What stops a flow that does not stop by itself. Generous: a flow that does its work never meets one.
///
/// @param maxCallMs              longest call, checked between nodes; 0 for no limit
/// @param maxSteps               nodes that one call may go through
/// @param maxStepsWithoutCaller  nodes between two that play to the caller, ask them, or wait
/// @param maxSubflowDepth        subflows inside subflows
/// @param afterCallMs            how long a call's hang-up handlers may take, all together
/// @param maxResponseBytes       largest reply to an HTTP request
public record Limits(long maxCallMs, long maxSteps, long maxStepsWithoutCaller, int maxSubflowDepth, long afterCallMs,
        int maxResponseBytes) {

    public static final Limits DEFAULT = new Limits(14_400_000, 100_000, 1_000, 32, 5_000, 262_144);

    public Limits {
        if (maxCallMs < 0 || maxSteps < 1 || maxStepsWithoutCaller < 1 || maxSubflowDepth < 1 || afterCallMs < 0
                || maxResponseBytes < 1) {
            throw new IllegalArgumentException("A limit is too small");
        }
    }

    /// These limits where they are lower than the given ones, or the given ones.
    Limits atMost(long callMs, long steps, long stepsWithoutCaller) {
        long longest = callMs == 0 ? maxCallMs : maxCallMs == 0 ? callMs : Math.min(maxCallMs, callMs);
        return new Limits(longest, Math.min(maxSteps, steps), Math.min(maxStepsWithoutCaller, stepsWithoutCaller),
                maxSubflowDepth, afterCallMs, maxResponseBytes);
    }
}
