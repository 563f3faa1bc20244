package org.ivrea.deploy.rollout;

import java.nio.file.Path;
import java.util.List;
import org.ivrea.deploy.remote.Target;

/// What a rollout is to do.
///
/// @param file       the package
/// @param sha256     of the file
/// @param project    the package's name
/// @param targets    each one once
/// @param allowOlder true to activate a version older than what ran already
/// @param parallel   how many targets are worked on at once
public record RolloutPlan(Path file, String sha256, String project, String version, List<Target> targets,
        RolloutMode mode, boolean allowOlder, int parallel) {

    /// How many targets are worked on at once where nothing else is said.
    public static final int PARALLEL = 8;

    public RolloutPlan {
        targets = List.copyOf(targets);
        if (parallel < 1) {
            throw new IllegalArgumentException("at least one target is worked on at once, not " + parallel);
        }
    }

    /// The same for other targets.
    public RolloutPlan withTargets(List<Target> others) {
        return new RolloutPlan(file, sha256, project, version, others, mode, allowOlder, parallel);
    }
}
