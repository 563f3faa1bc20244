package org.ivrea.deploy.rollout;

import org.ivrea.deploy.remote.PackageInfo;
import org.ivrea.deploy.remote.Readiness;
import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.jspecify.annotations.Nullable;

/// What a target looks like before anything is sent to it.
///
/// @param active    the project's package that runs there; `null` for none
/// @param readiness whether the project would run there
/// @param failure   why the target could not be asked; `null` when it was
public record TargetSurvey(Target target, @Nullable PackageInfo active, Readiness readiness,
        @Nullable RemoteFailure failure) {

    static TargetSurvey failed(Target target, RemoteFailure failure) {
        return new TargetSurvey(target, null, Readiness.UNKNOWN, failure);
    }

    /// Whether a rollout would succeed there, as far as one can see.
    public boolean isReady() {
        return failure == null && readiness.isReady();
    }
}
