package org.ivrea.deploy.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ivrea.deploy.rollout.FakeTarget.Fate;
import org.ivrea.deploy.rollout.TargetResult.Outcome;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

class RolloutPropertiesTest {
    private static final String NEW = "new";
    private static final String OLD = "old";

    @Property
    void whateverFailsEachResultIsTrue(@ForAll Random random, @ForAll @IntRange(min = 1, max = 6) int count,
            @ForAll @IntRange(min = 0, max = 40) int percent, @ForAll RolloutMode mode,
            @ForAll @IntRange(min = 0, max = 120) int cancelAt) {
        List<FakeTarget> targets = targets(random, count, percent);
        List<@Nullable String> before = new ArrayList<>();
        targets.forEach(target -> before.add(target.active));

        RolloutResult result = run(targets, mode, cancelAt);

        for (int i = 0; i < count; i++) {
            TargetResult of = result.targets().get(i);
            @Nullable String runs = targets.get(i).active;
            switch (of.outcome()) {
                case ACTIVATED, ALREADY_ACTIVE, STUCK -> assertThat(runs).isEqualTo(NEW);
                case FAILED, CANCELLED, LEFT, ROLLED_BACK -> assertThat(runs).isEqualTo(before.get(i));
                case UNKNOWN -> assertThat(targets.get(i).failed).contains("inventory")
                        .containsAnyOf("activate", "rollback", "deactivate");
            }
            assertThat(of.message()).isNotBlank();
        }
    }

    @Property
    void allOrNothingLeavesNoMixUnlessARollbackFailedAndThenSaysSo(@ForAll Random random,
            @ForAll @IntRange(min = 1, max = 6) int count, @ForAll @IntRange(min = 0, max = 40) int percent,
            @ForAll @IntRange(min = 0, max = 120) int cancelAt) {
        List<FakeTarget> targets = targets(random, count, percent);
        List<@Nullable String> before = new ArrayList<>();
        targets.forEach(target -> before.add(target.active));

        RolloutResult result = run(targets, RolloutMode.ALL_OR_NOTHING, cancelAt);

        boolean everywhere = targets.stream().allMatch(target -> NEW.equals(target.active));
        boolean nowhere = true;
        boolean rollbackFailed = false;
        for (int i = 0; i < count; i++) {
            FakeTarget target = targets.get(i);
            nowhere &= Objects.equals(target.active, before.get(i));
            rollbackFailed |= target.failedAt("rollback") || target.failedAt("deactivate")
                    || target.failedAt("inventory");
        }
        if (!everywhere && !nowhere) {
            assertThat(rollbackFailed).isTrue();
            assertThat(result.needsAttention()).isTrue();
        }
        if (result.isSuccess()) {
            assertThat(everywhere).isTrue();
        } else if (!result.needsAttention()) {
            assertThat(nowhere).isTrue();
        }
        assertThat(result.count(Outcome.ACTIVATED) == 0 || result.isSuccess()).isTrue();
    }

    private static List<FakeTarget> targets(Random random, int count, int percent) {
        List<FakeTarget> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var own = new Random(random.nextLong());
            String active = switch (random.nextInt(8)) {
                case 0 -> null;
                case 1 -> NEW;
                default -> OLD;
            };
            targets.add(new FakeTarget("target" + i, active, _ -> own.nextInt(100) < percent
                    ? Fate.values()[1 + own.nextInt(3)]
                    : Fate.DONE));
        }
        return targets;
    }

    private static RolloutResult run(List<FakeTarget> targets, RolloutMode mode, int cancelAt) {
        var steps = new AtomicInteger();
        var rollout = new AtomicReference<@Nullable Rollout>();
        var made = new Rollout(RolloutTest.plan(targets, mode), RolloutTest.opening(targets), _ -> {
            Rollout running = rollout.get();
            if (running != null && steps.incrementAndGet() == cancelAt) {
                running.cancel();
            }
        });
        rollout.set(made);
        return made.run();
    }
}
