package org.ivrea.deploy.rollout;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.ivrea.deploy.rollout.TargetResult.Outcome;

/// What a rollout came to.
///
/// @param targets in the order of the plan
public record RolloutResult(RolloutPlan plan, List<TargetResult> targets) {
    private static final Set<Outcome> OPEN = EnumSet.of(Outcome.STUCK, Outcome.UNKNOWN);

    public RolloutResult {
        targets = List.copyOf(targets);
    }

    /// Whether new calls run the package everywhere.
    public boolean isSuccess() {
        return targets.stream().allMatch(target -> target.outcome().isGood());
    }

    /// Whether a person must look at a target, since what runs there is not what the plan promised.
    public boolean needsAttention() {
        return targets.stream().anyMatch(target -> OPEN.contains(target.outcome()));
    }

    public long count(Outcome outcome) {
        return targets.stream().filter(target -> target.outcome() == outcome).count();
    }

    /// What is left to do: the targets that do not run the package; all of them where all must be done together.
    public RolloutPlan retry() {
        return plan.mode() == RolloutMode.ALL_OR_NOTHING
                ? plan
                : plan.withTargets(targets.stream().filter(target -> !target.outcome().isGood())
                        .map(TargetResult::target).toList());
    }
}
