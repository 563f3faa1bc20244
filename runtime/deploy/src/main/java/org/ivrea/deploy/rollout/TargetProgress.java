package org.ivrea.deploy.rollout;

import org.ivrea.deploy.remote.Target;

/// How far a rollout is with one target.
///
/// @param sent bytes of the package that were sent; all of them where it was there already
/// @param size of the package in bytes
public record TargetProgress(Target target, Stage stage, long sent, long size) {

    public enum Stage {
        WAITING, CHECKING, UPLOADING, VERIFYING,
        /// Verified; nothing has changed for callers yet.
        READY, ACTIVATING, ROLLING_BACK, DONE
    }
}
