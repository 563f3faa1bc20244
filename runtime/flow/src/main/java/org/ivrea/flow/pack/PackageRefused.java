package org.ivrea.flow.pack;

/// A package that is not to be used. Nothing of it has been taken over.
public final class PackageRefused extends Exception {
    private static final long serialVersionUID = 1;

    /// Why, for programs.
    public enum Reason {
        /// It is no package at all, or its beginning is damaged.
        NO_PACKAGE,
        /// It ends too early.
        TRUNCATED,
        /// It holds more than its manifest says, or the same in another form.
        NOT_CANONICAL,
        /// It, a file in it, or the number of files exceeds a limit.
        TOO_LARGE,
        /// A file's name is not allowed.
        NAME,
        /// Two files have the same name, or would have on some systems.
        DUPLICATE,
        /// The manifest cannot be understood.
        MANIFEST,
        /// It was made by a newer release.
        NEWER,
        /// A file's content is not what the manifest says.
        CONTENT,
        /// It is not signed, or its signature is not in order.
        SIGNATURE,
        /// The key that signed it is not trusted here.
        SIGNER,
        /// It cannot be read, or its files cannot be written.
        UNREADABLE
    }

    private final Reason reason;

    /// @param message what is wrong and what to do, for people
    public PackageRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /// @param cause what the disk said
    PackageRefused(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
