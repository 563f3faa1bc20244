package org.ivrea.deploy.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.ivrea.deploy.remote.Targets;

/// Deploys a package to many targets at once.
///
/// Each target is checked, gets the package unless it has it, and verifies it; up to here nothing changes for callers.
/// Then the package is activated: target by target as each is ready, or, when it is all or nothing, everywhere once all
/// are ready, and taken back everywhere when one fails.
public final class Rollout {
    private final RolloutPlan plan;
    private final List<TargetRun> runs = new ArrayList<>();
    private volatile boolean cancelled;

    /// @param listener told of each step, by any thread, one at a time
    public Rollout(RolloutPlan plan, Targets targets, Consumer<TargetProgress> listener) {
        this.plan = plan;
        Consumer<TargetProgress> oneAtATime = progress -> {
            synchronized (runs) {
                listener.accept(progress);
            }
        };
        plan.targets().forEach(target -> runs.add(new TargetRun(plan, target, targets, oneAtATime)));
    }

    /// Does it, once. Waits until there is a result for each target, and never fails itself. Interrupting the thread
    /// cancels.
    public RolloutResult run() {
        try {
            if (plan.mode() == RolloutMode.ALL_OR_NOTHING) {
                allOrNothing();
            } else {
                inParallel(runs, run -> {
                    run.prepare();
                    if (run.result() == null) {
                        run.activate();
                    }
                });
            }
            return new RolloutResult(plan, runs.stream().map(run -> Objects.requireNonNull(run.result())).toList());
        } finally {
            runs.forEach(TargetRun::close);
        }
    }

    private void allOrNothing() {
        inParallel(runs, TargetRun::prepare);
        List<TargetRun> ready = open();
        if (cancelled || runs.stream().anyMatch(Rollout::isBad)) {
            ready.forEach(run -> run.leave(cancelled
                    ? "Given up before anything changed there"
                    : "Another target failed, so nothing was activated. Nothing has changed there"));
            return;
        }
        inParallel(ready, run -> {
            if (ready.stream().noneMatch(Rollout::isBad)) {
                run.activate();
            }
        });
        open().forEach(run -> run.leave("Another target failed first. Nothing has changed there"));
        if (runs.stream().anyMatch(Rollout::isBad)) {
            inParallel(ready, TargetRun::settle);
        }
    }

    private List<TargetRun> open() {
        return runs.stream().filter(run -> run.result() == null).toList();
    }

    private static boolean isBad(TargetRun run) {
        TargetResult result = run.result();
        return result != null && !result.outcome().isGood();
    }

    /// Gives it up. Nothing more is activated; what was activated stays, or is taken back when it is all or nothing.
    public void cancel() {
        cancelled = true;
        runs.forEach(TargetRun::cancel);
    }

    private void inParallel(List<TargetRun> some, Consumer<TargetRun> step) {
        Parallel.each(some, plan.parallel(), step, this::cancel);
    }
}
