package org.ivrea.deploy.store;

import org.ivrea.flow.pack.PackageRefused;

/// Something that the store does not do. All is as it was before.
public final class StoreFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final String code;

    /// Why, for programs, besides the reasons of [PackageRefused].
    public enum Reason {
        /// There is no such package or project.
        NOT_FOUND,
        /// Somebody else was quicker, or what is asked for contradicts what runs.
        CONFLICT,
        /// It is older than what ran already.
        OLDER,
        /// The disk is full.
        NO_SPACE,
        /// The disk refuses, or another process keeps the store locked.
        UNAVAILABLE
    }

    /// @param message what is wrong and what to do, for people
    StoreFailure(Reason reason, String message) {
        super(message);
        this.code = reason.name();
    }

    StoreFailure(PackageRefused refused) {
        super(refused.getMessage(), refused);
        this.code = refused.reason().name();
    }

    /// A name of [Reason], or of [PackageRefused.Reason] for a package that is not to be used.
    public String code() {
        return code;
    }

    public boolean is(Reason reason) {
        return code.equals(reason.name());
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
