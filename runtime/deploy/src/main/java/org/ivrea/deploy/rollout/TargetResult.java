package org.ivrea.deploy.rollout;

import org.ivrea.deploy.remote.RemoteFailure;
import org.ivrea.deploy.remote.Target;
import org.jspecify.annotations.Nullable;

/// What a rollout came to on one target.
///
/// @param message for people: what happened, and what to do
/// @param failure what went wrong; `null` for nothing
public record TargetResult(Target target, Outcome outcome, String message, @Nullable RemoteFailure failure) {

    public enum Outcome {
        /// New calls run the package.
        ACTIVATED(true),
        /// They did before.
        ALREADY_ACTIVE(true),
        /// It failed before anything changed there.
        FAILED(false),
        /// It was given up before anything changed there.
        CANCELLED(false),
        /// Nothing changed there, because another target failed.
        LEFT(false),
        /// It was activated, and the version before was activated again, because another target failed.
        ROLLED_BACK(false),
        /// It was activated, and could not be rolled back though another target failed. It needs a person.
        STUCK(false),
        /// Nobody knows whether it was activated, or taken back, because the connection broke. It needs a person.
        UNKNOWN(false);

        private final boolean good;

        Outcome(boolean good) {
            this.good = good;
        }

        /// Whether new calls run the package, as they should.
        public boolean isGood() {
            return good;
        }
    }
}
