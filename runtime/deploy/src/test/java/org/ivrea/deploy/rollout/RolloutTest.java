package org.ivrea.deploy.rollout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ivrea.deploy.remote.Readiness;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.FakeTarget.Fate;
import org.ivrea.deploy.rollout.TargetProgress.Stage;
import org.ivrea.deploy.rollout.TargetResult.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RolloutTest {
    private static final FakeTarget.Fates WELL = _ -> Fate.DONE;

    @Test
    void allGoesWell() {
        var one = new FakeTarget("one", "old", WELL);
        var two = new FakeTarget("two", null, WELL);
        List<TargetProgress> told = new ArrayList<>();

        RolloutResult result = new Rollout(plan(List.of(one, two), RolloutMode.ALL_OR_NOTHING),
                opening(List.of(one, two)), told::add).run();

        assertThat(result.isSuccess()).isTrue();
        assertThat(result.targets()).extracting(TargetResult::message).containsExactly(
                "New calls run 2 in place of version old", "New calls run 2, the first version there");
        assertThat(told).filteredOn(progress -> progress.target().equals(one.target()))
                .extracting(TargetProgress::stage).containsExactly(Stage.WAITING, Stage.CHECKING, Stage.UPLOADING,
                        Stage.VERIFYING, Stage.VERIFYING, Stage.READY, Stage.ACTIVATING, Stage.DONE);
    }

    @Test
    void whatIsThereIsNotUploadedAgainAndWhatRunsIsLeftAlone() {
        var one = new FakeTarget("one", "old", WELL);
        List<FakeTarget> targets = List.of(one);
        run(targets, RolloutMode.AS_MANY_AS_POSSIBLE);
        one.active = "old";
        one.asked.clear();

        run(targets, RolloutMode.AS_MANY_AS_POSSIBLE);
        RolloutResult third = run(targets, RolloutMode.AS_MANY_AS_POSSIBLE);

        assertThat(one.asked).doesNotContain("upload").containsOnlyOnce("activate");
        assertThat(third.count(Outcome.ALREADY_ACTIVE)).isEqualTo(1);
    }

    @Test
    void eachOnItsOwnAndTheRestIsRetried() {
        var good = new FakeTarget("good", "old", WELL);
        List<Fate> fates = new ArrayList<>(List.of(Fate.LOST_BEFORE));
        var bad = new FakeTarget("bad", "old", _ -> fates.isEmpty() ? Fate.DONE : fates.removeFirst());

        RolloutResult result = run(List.of(good, bad), RolloutMode.AS_MANY_AS_POSSIBLE);

        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.ACTIVATED,
                Outcome.FAILED);
        assertThat(result.targets().get(1).message()).isEqualTo("The connection broke. Nothing has changed there");
        assertThat(result.retry().targets()).containsExactly(bad.target());
        assertThat(new Rollout(result.retry(), opening(List.of(good, bad)), _ -> {}).run().isSuccess()).isTrue();
    }

    @Test
    void aFailedActivationTakesTheOthersBack() {
        var good = new FakeTarget("good", "old", WELL);
        var bad = new FakeTarget("bad", "old", request -> request.equals("activate") ? Fate.REFUSED : Fate.DONE);
        List<FakeTarget> targets = List.of(good, bad);

        RolloutResult result = new Rollout(plan(targets, RolloutMode.ALL_OR_NOTHING, 1), opening(targets), _ -> {})
                .run();

        assertThat(good.active).isEqualTo("old");
        assertThat(result.targets()).extracting(TargetResult::outcome)
                .isSubsetOf(Outcome.ROLLED_BACK, Outcome.LEFT, Outcome.FAILED);
        assertThat(result.needsAttention()).isFalse();
    }

    @Test
    void aFirstVersionIsTakenOutOfServiceAgain() {
        var fresh = new FakeTarget("fresh", null, WELL);

        RolloutResult result = run(List.of(fresh, lateToRefuse(fresh)), RolloutMode.ALL_OR_NOTHING);

        assertThat(fresh.asked).contains("activate", "deactivate");
        assertThat(fresh.active).isNull();
        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.ROLLED_BACK,
                Outcome.FAILED);
        assertThat(result.targets().getFirst().message()).contains("no version of shop runs there, as before");
    }

    @Test
    void whenTheAnswerToTakingOutOfServiceIsLostItIsLookedAt() {
        var fresh = new FakeTarget("fresh", null,
                request -> request.equals("deactivate") ? Fate.LOST_AFTER : Fate.DONE);
        var unlucky = new FakeTarget("unlucky", null,
                request -> request.equals("deactivate") ? Fate.LOST_BEFORE : Fate.DONE);

        RolloutResult result = run(List.of(fresh, unlucky, lateToRefuse(fresh, unlucky)),
                RolloutMode.ALL_OR_NOTHING);

        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.ROLLED_BACK,
                Outcome.STUCK, Outcome.FAILED);
        assertThat(result.targets().get(1).message()).endsWith("Deactivate shop there yourself");
    }

    @Test
    void whenTheLookFailsTooNobodyClaimsToKnow() {
        FakeTarget fresh = deafOnceItIsTold("deactivate", null);
        FakeTarget older = deafOnceItIsTold("rollback", "older");

        RolloutResult result = run(List.of(fresh, older, lateToRefuse(fresh, older)), RolloutMode.ALL_OR_NOTHING);

        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.UNKNOWN,
                Outcome.UNKNOWN, Outcome.FAILED);
        assertThat(result.targets().getFirst().message()).isEqualTo("Another target failed, and it is not known "
                + "whether this one was taken back. Look at what runs there: The answer was lost");
        assertThat(result.needsAttention()).isTrue();
        assertThat(fresh.active).isNull();
        assertThat(older.active).isEqualTo("older");
    }

    /// Does what it is asked to, but cannot be reached from a request on.
    private static FakeTarget deafOnceItIsTold(String request, @Nullable String active) {
        var deaf = new AtomicBoolean();
        return new FakeTarget("deaf after " + request, active, asked -> {
            if (asked.equals(request)) {
                deaf.set(true);
                return Fate.LOST_AFTER;
            }
            return deaf.get() ? Fate.LOST_BEFORE : Fate.DONE;
        });
    }

    /// Refuses the activation once the others run the new version, too late for them.
    private static FakeTarget lateToRefuse(FakeTarget... others) {
        return new FakeTarget("bad", "old", request -> {
            if (!request.equals("activate")) {
                return Fate.DONE;
            }
            for (FakeTarget other : others) {
                while (!"new".equals(other.active)) {
                    Thread.onSpinWait();
                }
            }
            return Fate.REFUSED;
        });
    }

    @Test
    void unboundNamesKeepEverythingAsItIs() {
        var good = new FakeTarget("good", "old", WELL);
        var bad = new FakeTarget("bad", "old", WELL);
        bad.readiness = Readiness.of(List.of(new ResourceName("queue", "sales")), List.of());

        RolloutResult result = run(List.of(good, bad), RolloutMode.ALL_OR_NOTHING);

        assertThat(result.targets()).extracting(TargetResult::outcome).containsExactly(Outcome.LEFT, Outcome.FAILED);
        assertThat(result.targets().get(1).message()).startsWith("not bound there: queue sales");
        assertThat(good.asked).doesNotContain("activate");
    }

    @Test
    void aLostAnswerIsFollowedByALook() {
        var target = new FakeTarget("one", "old",
                request -> request.equals("activate") ? Fate.LOST_AFTER : Fate.DONE);

        RolloutResult result = run(List.of(target), RolloutMode.AS_MANY_AS_POSSIBLE);

        assertThat(result.isSuccess()).isTrue();
    }

    @Test
    void anotherDeployerIsNoticed() {
        var holder = new FakeTarget[1];
        holder[0] = new FakeTarget("one", "old", request -> {
            if (request.equals("check")) {
                holder[0].bump();
            }
            return Fate.DONE;
        });

        RolloutResult result = run(List.of(holder[0]), RolloutMode.AS_MANY_AS_POSSIBLE);

        assertThat(result.targets().getFirst().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.targets().getFirst().message()).startsWith("Somebody else activated something");
        assertThat(holder[0].active).isEqualTo("old");
    }

    @Test
    void cancellingAnUploadChangesNothing() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var target = new FakeTarget("one", "old", request -> {
            if (request.equals("upload")) {
                begun.countDown();
                try {
                    never.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return Fate.LOST_BEFORE;
                }
            }
            return Fate.DONE;
        });
        var rollout = new Rollout(plan(List.of(target), RolloutMode.AS_MANY_AS_POSSIBLE), opening(List.of(target)),
                _ -> {});
        var result = new FutureTask<>(rollout::run);
        Thread.ofVirtual().start(result);

        begun.await();
        rollout.cancel();

        assertThat(result.get().targets().getFirst().outcome()).isIn(Outcome.CANCELLED, Outcome.FAILED);
        assertThat(result.get().targets().getFirst().message()).containsIgnoringCase("changed there");
        assertThat(target.active).isEqualTo("old");
    }

    @Test
    void aSurveyChangesNothing() throws InterruptedException {
        var good = new FakeTarget("good", "old", WELL);
        var bad = new FakeTarget("bad", "old", _ -> Fate.LOST_BEFORE);

        List<TargetSurvey> surveys = new Survey(opening(List.of(good, bad))).of(List.of(good.target(), bad.target()),
                FakeTarget.PROJECT, new ProjectNeeds(new java.util.TreeSet<>(), List.of()));

        assertThat(surveys).extracting(TargetSurvey::isReady).containsExactly(true, false);
        assertThat(good.asked).doesNotContain("upload", "activate");
    }

    private static RolloutResult run(List<FakeTarget> targets, RolloutMode mode) {
        return new Rollout(plan(targets, mode), opening(targets), _ -> {}).run();
    }

    static RolloutPlan plan(List<FakeTarget> targets, RolloutMode mode) {
        return plan(targets, mode, 3);
    }

    private static RolloutPlan plan(List<FakeTarget> targets, RolloutMode mode, int parallel) {
        return new RolloutPlan(Path.of("missing.ivrea"), "new", FakeTarget.PROJECT, "2",
                targets.stream().map(FakeTarget::target).toList(), mode, false, parallel);
    }

    static Targets opening(List<FakeTarget> targets) {
        return wanted -> {
            @Nullable FakeTarget found = targets.stream().filter(target -> target.target().equals(wanted)).findFirst()
                    .orElse(null);
            return java.util.Objects.requireNonNull(found);
        };
    }
}
