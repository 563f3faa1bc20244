package org.ivrea.engine.run;

import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;

/// Counts what a call does and stops it when it does too much.
final class Guards {
    /// What an error handler may still do after a guard has tripped.
    private static final long GRACE_STEPS = 100;
    private static final long GRACE_MS = 60_000;
    /// An operation that took at least one media frame let the caller take part.
    private static final long FRAME_MS = 20;

    private final Call call;
    private final TraceSink trace;
    private Limits limits;
    private long steps;
    private long stepsWithoutCaller;
    private boolean tripped;
    private long endedAt = -1;

    Guards(Call call, TraceSink trace, Limits limits) {
        this.call = call;
        this.trace = trace;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    void tighten(Limits newLimits) {
        limits = newLimits;
    }

    /// Called before each node.
    void step() {
        steps++;
        stepsWithoutCaller++;
        if (steps > limits.maxSteps()) {
            trip("steps", limits.maxSteps(), "The call went through more than " + limits.maxSteps()
                    + " nodes: look for a loop, or raise the limit");
        }
        if (stepsWithoutCaller > limits.maxStepsWithoutCaller()) {
            trip("steps-without-caller", limits.maxStepsWithoutCaller(), "The call went through more than "
                    + limits.maxStepsWithoutCaller() + " nodes in which the caller neither heard nor was asked"
                    + " anything: look for a loop without a prompt or wait, or raise the limit");
        }
        if (limits.maxCallMs() > 0 && call.elapsedMs() > limits.maxCallMs()) {
            trip("call-length", limits.maxCallMs(), "The call took longer than " + limits.maxCallMs()
                    + " ms: end it earlier, or raise the limit");
        }
        if (endedAt >= 0 && call.elapsedMs() - endedAt > limits.afterCallMs()) {
            trip("after-call", limits.afterCallMs(), "The work after the hang-up took longer than "
                    + limits.afterCallMs() + " ms: do less, or raise the limit");
        }
    }

    void depth(int depth) {
        if (depth > limits.maxSubflowDepth()) {
            trip("subflow-depth", limits.maxSubflowDepth(), "Subflows are nested more than "
                    + limits.maxSubflowDepth() + " deep: look for flows that call each other, or raise the limit");
        }
    }

    /// Called after each operation.
    void performed(Operation<?> operation, long startedAt) {
        if (operation.needsCaller() && call.elapsedMs() - startedAt >= FRAME_MS) {
            stepsWithoutCaller = 0;
        }
    }

    /// Called when the call is over: from now on the hang-up handlers' time runs.
    void callEnded() {
        if (endedAt < 0) {
            endedAt = call.elapsedMs();
            stepsWithoutCaller = 0;
        }
    }

    /// What is left of the hang-up handlers' time, in milliseconds; at least 1.
    int leftAfterCall() {
        return endedAt < 0
                ? Integer.MAX_VALUE
                : (int) Math.max(1, limits.afterCallMs() - (call.elapsedMs() - endedAt));
    }

    private void trip(String guard, long limit, String message) {
        trace.accept(call.elapsedMs(), new TraceEvent.GuardTripped(guard, limit, message));
        boolean again = tripped;
        tripped = true;
        if (!again) {
            limits = new Limits(call.elapsedMs() + GRACE_MS, steps + GRACE_STEPS, GRACE_STEPS,
                    limits.maxSubflowDepth(), limits.afterCallMs(), limits.maxResponseBytes());
            stepsWithoutCaller = 0;
        }
        throw new GuardTrip(again ? FINAL : guard, message);
    }

    /// The name of a guard that tripped again in an error handler: nothing handles that.
    static final String FINAL = "final";
}
