package org.ivrea.designer.simulation;

import java.util.List;
import org.ivrea.engine.expression.EvaluationFailure;
import org.ivrea.engine.expression.Expression;
import org.ivrea.engine.expression.ValueType;
import org.ivrea.engine.run.CallGate;
import org.ivrea.engine.run.RunningFlow;
import org.jspecify.annotations.Nullable;

/// Stops a call at breakpoints and steps. The settings are for all threads, the rest is for the call's.
final class Debugger implements CallGate {
    private final LiveRun run;
    private final RunControl control;
    private volatile List<Breakpoint> breakpoints;
    private volatile Stepping stepping = Stepping.NONE;
    private volatile @Nullable RunningFlow current;
    private volatile @Nullable Stop stop;
    private final int backTo;
    private int steps;

    /// @param backTo the step to which the call goes by itself before it is live; -1 for a new call
    Debugger(LiveRun run, RunControl control, List<Breakpoint> breakpoints, int backTo) {
        this.run = run;
        this.control = control;
        this.breakpoints = List.copyOf(breakpoints);
        this.backTo = backTo;
    }

    void breakpoints(List<Breakpoint> wanted) {
        breakpoints = List.copyOf(wanted);
    }

    void step(Stepping wanted) {
        stepping = wanted;
    }

    /// Steps on from where the call is.
    void stepOver() {
        RunningFlow at = current;
        stepping = at == null ? new Stepping.Into() : new Stepping.Within(at.depth());
    }

    void stepOut() {
        RunningFlow at = current;
        stepping = at == null || at.depth() == 0 ? Stepping.NONE : new Stepping.Within(at.depth() - 1);
    }

    /// The innermost flow; `null` before the first node.
    @Nullable
    RunningFlow current() {
        return current;
    }

    @Nullable
    Stop stop() {
        return stop;
    }

    @Override
    public void entered(RunningFlow at) {
        current = at;
        if (steps++ == backTo) {
            run.becomesLive();
            stand(Stop.of(Stop.Reason.WENT_BACK));
            return;
        }
        run.nextMoment();
        Stop reason = run.isLive() ? reason(at) : null;
        if (reason != null) {
            stand(reason);
        }
    }

    @Override
    public void left(RunningFlow at, String exit) {
        current = at;
        run.nextMoment();
        if (run.isLive()) {
            Breakpoint met = met(at, exit);
            if (met != null) {
                stand(new Stop(Stop.Reason.BREAKPOINT, met));
            }
        }
    }

    private void stand(Stop reason) {
        stepping = Stepping.NONE;
        stop = reason;
        control.stand();
        stop = null;
    }

    private @Nullable Stop reason(RunningFlow at) {
        Breakpoint met = met(at, null);
        if (met != null) {
            return new Stop(Stop.Reason.BREAKPOINT, met);
        }
        boolean arrived = switch (stepping) {
            case Stepping.None _ -> false;
            case Stepping.Into _ -> true;
            case Stepping.Within(int depth) -> at.depth() <= depth;
            case Stepping.To(String flow, String node) -> at.flow().name().equals(flow) && at.nodeId().equals(node);
        };
        if (arrived) {
            return Stop.of(stepping instanceof Stepping.To ? Stop.Reason.RUN_TO : Stop.Reason.STEP);
        }
        return control.isPaused() ? Stop.of(Stop.Reason.PAUSE) : null;
    }

    private @Nullable Breakpoint met(RunningFlow at, @Nullable String exit) {
        for (Breakpoint breakpoint : breakpoints) {
            if (breakpoint.enabled() && breakpoint.isAt(at.flow().name(), at.nodeId(), exit)
                    && holds(breakpoint.condition(), at)) {
                return breakpoint;
            }
        }
        return null;
    }

    /// A condition that cannot be evaluated stops the call: whoever wrote it shall see that.
    private static boolean holds(String condition, RunningFlow at) {
        if (condition.isBlank()) {
            return true;
        }
        Expression expression = at.flow().scope().expression(condition, ValueType.BOOL);
        if (!expression.problems().isEmpty()) {
            return true;
        }
        try {
            return Boolean.TRUE.equals(expression.evaluate(at));
        } catch (EvaluationFailure _) {
            return true;
        }
    }
}
