package org.ivrea.deploy.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ivrea.deploy.remote.Activation;
import org.ivrea.deploy.remote.Inventory;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.Readiness;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.RemoteFailure.Kind;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.remote.Targets;
import org.ivrea.deploy.rollout.TargetProgress.Stage;
import org.ivrea.deploy.rollout.TargetResult.Outcome;
import org.jspecify.annotations.Nullable;

/// A rollout on one target, step by step. One thread at a time takes the steps; another may cancel.
final class TargetRun {
    /// Failures after which the target may have done what it was asked to.
    private static final Set<Kind> UNCERTAIN = EnumSet.of(Kind.UNREACHABLE, Kind.TIMEOUT, Kind.INCOMPATIBLE,
            Kind.UNAVAILABLE);
    /// Between two notices of an upload's progress, as a share of the package.
    private static final int NOTICES = 200;

    private final RolloutPlan plan;
    private final Target target;
    private final Consumer<TargetProgress> listener;
    private final TargetClient client;
    private final long size;

    private long generation;
    private @Nullable PackageInfo before;
    private @Nullable TargetResult result;
    private @Nullable Thread interruptible;
    private boolean cancelled;

    TargetRun(RolloutPlan plan, Target target, Targets targets, Consumer<TargetProgress> listener) {
        this.plan = plan;
        this.target = target;
        this.listener = listener;
        this.client = targets.open(target);
        this.size = sizeOf(plan);
        tell(Stage.WAITING, 0);
    }

    private static long sizeOf(RolloutPlan plan) {
        try {
            return Files.size(plan.file());
        } catch (IOException _) {
            return 0;
        }
    }

    Target target() {
        return target;
    }

    @Nullable
    TargetResult result() {
        return result;
    }

    boolean isActivated() {
        return result != null && result.outcome() == Outcome.ACTIVATED;
    }

    /// Nothing more will change there. What is being prepared is given up; what is being activated is finished.
    synchronized void cancel() {
        cancelled = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    /// Everything before the activation: nothing that callers would notice.
    void prepare() {
        try {
            begin();
            tell(Stage.CHECKING, 0);
            client.server();
            Inventory inventory = client.inventory();
            generation = inventory.generation();
            before = inventory.active(plan.project());
            if (before != null && before.sha256().equals(plan.sha256())) {
                finish(Outcome.ALREADY_ACTIVE, plan.version() + " runs there already", null);
                return;
            }
            if (!client.has(plan.sha256())) {
                upload();
            }
            tell(Stage.VERIFYING, size);
            Readiness readiness = client.check(plan.sha256());
            if (!readiness.isReady()) {
                throw readiness.failure();
            }
            tell(Stage.READY, size);
        } catch (RemoteFailure e) {
            finish(Outcome.FAILED, unchanged(e), e);
        } catch (InterruptedException _) {
            cancelled();
        } catch (RuntimeException e) {
            finish(Outcome.FAILED, "Ivrea itself is at fault (" + e + "). Nothing has changed there", null);
        } finally {
            end();
        }
    }

    private void upload() throws RemoteFailure, InterruptedException {
        var told = new AtomicLong();
        tell(Stage.UPLOADING, 0);
        client.upload(plan.file(), plan.sha256(), sent -> {
            if (sent >= size || sent - told.get() >= size / NOTICES) {
                told.set(sent);
                tell(sent >= size ? Stage.VERIFYING : Stage.UPLOADING, sent);
            }
        });
    }

    /// Has new calls run the package. Cannot be interrupted: half an activation is none of the outcomes.
    void activate() {
        if (isCancelled()) {
            cancelled();
            return;
        }
        tell(Stage.ACTIVATING, size);
        try {
            Activation done = client.activate(List.of(plan.sha256()), generation, plan.allowOlder());
            activated(done.generation());
        } catch (RemoteFailure e) {
            if (UNCERTAIN.contains(e.kind())) {
                lookAgain(e);
            } else if (e.kind() == Kind.CONFLICT) {
                finish(Outcome.FAILED, "Somebody else activated something there in the meantime. Look at "
                        + "what runs there, then try again", e);
            } else {
                finish(Outcome.FAILED, unchanged(e), e);
            }
        } catch (InterruptedException _) {
            finish(Outcome.UNKNOWN, "It was interrupted while it was activated; look at what runs there", null);
        } catch (RuntimeException e) {
            finish(Outcome.UNKNOWN, "Ivrea itself is at fault (" + e + "); look at what runs there", null);
        }
    }

    private void activated(long newGeneration) {
        generation = newGeneration;
        finish(Outcome.ACTIVATED, before == null
                ? "New calls run " + plan.version() + ", the first version there"
                : "New calls run " + plan.version() + " in place of " + before.version(), null);
    }

    /// The answer to the activation was lost.
    private void lookAgain(RemoteFailure lost) {
        try {
            Inventory now = client.inventory();
            PackageInfo active = now.active(plan.project());
            if (active != null && active.sha256().equals(plan.sha256())) {
                activated(now.generation());
            } else {
                finish(Outcome.FAILED, unchanged(lost), lost);
            }
        } catch (RemoteFailure | InterruptedException | RuntimeException _) {
            finish(Outcome.UNKNOWN, "The connection broke while it was activated, so it is not known which version "
                    + "runs there: " + lost.getMessage(), lost);
        }
    }

    /// Undoes what [#activate] did.
    void rollBack() {
        tell(Stage.ROLLING_BACK, size);
        PackageInfo earlier = before;
        try {
            if (earlier == null) {
                client.deactivate(plan.project(), generation);
            } else {
                client.rollback(plan.project(), earlier.sha256(), generation);
            }
            rolledBack(earlier);
        } catch (RemoteFailure e) {
            if (UNCERTAIN.contains(e.kind())) {
                lookWhetherRolledBack(earlier, e);
            } else {
                stuck(earlier, e);
            }
        } catch (InterruptedException | RuntimeException e) {
            finish(Outcome.UNKNOWN, unknownAfterRollback(e.toString()), null);
        }
    }

    private void rolledBack(@Nullable PackageInfo earlier) {
        finish(Outcome.ROLLED_BACK, "Another target failed, so " + (earlier == null
                ? "no version of " + plan.project() + " runs there, as before"
                : "new calls run " + earlier.version() + " again"), null);
    }

    /// The answer to the rollback was lost.
    private void lookWhetherRolledBack(@Nullable PackageInfo earlier, RemoteFailure lost) {
        try {
            PackageInfo active = client.inventory().active(plan.project());
            if (Objects.equals(sha256(active), sha256(earlier))) {
                rolledBack(earlier);
            } else {
                stuck(earlier, lost);
            }
        } catch (RemoteFailure | InterruptedException | RuntimeException _) {
            finish(Outcome.UNKNOWN, unknownAfterRollback(lost.getMessage()), lost);
        }
    }

    private static @Nullable String sha256(@Nullable PackageInfo info) {
        return info == null ? null : info.sha256();
    }

    private void stuck(@Nullable PackageInfo earlier, RemoteFailure failure) {
        finish(Outcome.STUCK, stuckMessage(earlier, failure.getMessage()), failure);
    }

    private static String unknownAfterRollback(String why) {
        return "Another target failed, and it is not known whether this one was taken back. Look at what runs there: "
                + why;
    }

    private String stuckMessage(@Nullable PackageInfo earlier, String why) {
        return "Another target failed, but this one could not be " + (earlier == null
                ? "taken out of service again: " + why + ". Deactivate " + plan.project() + " there yourself"
                : "rolled back to " + earlier.version() + ": " + why + ". Roll it back yourself");
    }

    /// Looks again at a target of which it is not known what it runs, and takes back what it runs.
    void settle() {
        TargetResult open = result;
        if (open != null && open.outcome() == Outcome.UNKNOWN) {
            lookAgain(open.failure() == null
                    ? new RemoteFailure(Kind.UNREACHABLE, "The activation was interrupted")
                    : open.failure());
        }
        if (isActivated()) {
            rollBack();
        }
    }

    private static String unchanged(RemoteFailure failure) {
        String message = failure.getMessage();
        // A store says so itself.
        if (message.contains("Nothing was changed")) {
            return message;
        }
        return message + (message.matches("(?s).*[.?!]") ? " " : ". ") + "Nothing has changed there";
    }

    void leave(String why) {
        finish(Outcome.LEFT, why, null);
    }

    private void cancelled() {
        finish(Outcome.CANCELLED, "Given up before anything changed there", null);
    }

    void close() {
        client.close();
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    private synchronized void begin() throws InterruptedException {
        if (cancelled) {
            throw new InterruptedException("cancelled before it began");
        }
        interruptible = Thread.currentThread();
    }

    private synchronized void end() {
        interruptible = null;
        Thread.interrupted();
    }

    private void finish(Outcome outcome, String message, @Nullable RemoteFailure failure) {
        result = new TargetResult(target, outcome, message, failure);
        tell(Stage.DONE, size);
    }

    private void tell(Stage stage, long sent) {
        listener.accept(new TargetProgress(target, stage, sent, size));
    }
}
