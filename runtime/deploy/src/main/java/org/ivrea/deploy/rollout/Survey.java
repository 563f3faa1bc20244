package org.ivrea.deploy.rollout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.ivrea.deploy.remote.TargetClient;
import org.ivrea.deploy.remote.Targets;

/// Asks targets whether a project would run there, and what runs there now. Changes nothing.
public final class Survey {
    private final Targets targets;

    public Survey(Targets targets) {
        this.targets = targets;
    }

    /// Asks all of them at once.
    ///
    /// @return in the order of the targets
    /// @throws InterruptedException when the thread is interrupted; then all questions were given up
    public List<TargetSurvey> of(List<Target> asked, String project, ProjectNeeds needs) throws InterruptedException {
        Map<Target, TargetSurvey> found = new ConcurrentHashMap<>();
        List<Thread> askers = new ArrayList<>();
        for (Target target : asked) {
            askers.add(Thread.ofVirtual().name("ivrea-survey").start(
                    () -> found.put(target, of(target, project, needs))));
        }
        try {
            for (Thread asker : askers) {
                asker.join();
            }
        } catch (InterruptedException e) {
            askers.forEach(Thread::interrupt);
            throw e;
        }
        return asked.stream().map(target -> Objects.requireNonNull(found.get(target))).toList();
    }

    private TargetSurvey of(Target target, String project, ProjectNeeds needs) {
        try (TargetClient client = targets.open(target)) {
            client.server();
            PackageInfo active = client.inventory().active(project);
            return new TargetSurvey(target, active, client.check(needs.names(), needs.modules()), null);
        } catch (RemoteFailure e) {
            return TargetSurvey.failed(target, e);
        } catch (InterruptedException _) {
            return TargetSurvey.failed(target, new RemoteFailure(RemoteFailure.Kind.TIMEOUT, "It was given up"));
        } catch (RuntimeException e) {
            return TargetSurvey.failed(target,
                    new RemoteFailure(RemoteFailure.Kind.LOCAL, "Ivrea itself is at fault: " + e));
        }
    }
}
