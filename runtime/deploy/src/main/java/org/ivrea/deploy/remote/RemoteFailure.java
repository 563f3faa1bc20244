package org.ivrea.deploy.remote;

import java.util.Locale;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Something that a server did not do, or that could not be asked of it.
public final class RemoteFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String code;
    private final transient @Nullable ServerCertificate certificate;
    private final transient Json.Obj details;

    /// Why, for programs.
    public enum Kind {
        /// Nobody answers at the address.
        UNREACHABLE,
        /// It answers too slowly.
        TIMEOUT,
        /// Nobody vouches for the server's certificate; a person may decide to trust it.
        UNTRUSTED,
        /// The server's certificate is not the one that was trusted, has expired, or is for another name.
        CERTIFICATE,
        /// The token cannot be read.
        TOKEN,
        /// The server does not know the token.
        UNAUTHORIZED,
        /// The token's role does not allow it.
        FORBIDDEN,
        /// There is no such package or project.
        NOT_FOUND,
        /// Another deployer was quicker.
        CONFLICT,
        /// A newer version ran there already.
        OLDER,
        /// Names are not bound there, or modules of its switch not loaded.
        UNBOUND,
        /// The server refuses the package.
        REFUSED,
        /// The server cannot do it now.
        UNAVAILABLE,
        /// The server's disk is full.
        NO_SPACE,
        /// What answers is no Ivrea server, or one that speaks another version.
        INCOMPATIBLE,
        /// A file here cannot be read or written.
        LOCAL
    }

    public RemoteFailure(Kind kind, String message) {
        this(kind, kind.name(), message, null, Json.obj());
    }

    RemoteFailure(Kind kind, String code, String message, @Nullable ServerCertificate certificate,
            Json.Obj details) {
        super(message);
        this.kind = kind;
        this.code = code;
        this.certificate = certificate;
        this.details = details;
    }

    static RemoteFailure ofCertificate(Kind kind, String message, @Nullable ServerCertificate certificate) {
        return new RemoteFailure(kind, kind.name(), message, certificate, Json.obj());
    }

    /// What the server says of itself, by the code in its answer.
    static RemoteFailure ofCode(String code, String message, Json.Obj details) {
        Kind kind = switch (code) {
            case "UNAUTHORIZED" -> Kind.UNAUTHORIZED;
            case "FORBIDDEN" -> Kind.FORBIDDEN;
            case "NOT_FOUND" -> Kind.NOT_FOUND;
            case "CONFLICT" -> Kind.CONFLICT;
            case "OLDER" -> Kind.OLDER;
            case "UNBOUND", "MODULE_MISSING" -> Kind.UNBOUND;
            case "NO_SPACE" -> Kind.NO_SPACE;
            case "TOO_MANY", "UNAVAILABLE" -> Kind.UNAVAILABLE;
            default -> Kind.REFUSED;
        };
        return new RemoteFailure(kind, code, message, null, details);
    }

    public Kind kind() {
        return kind;
    }

    /// As in reports: `unreachable`, `signer`…
    public String code() {
        return code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The certificate that the failure is about; `null` for other failures.
    public @Nullable ServerCertificate certificate() {
        return certificate;
    }

    /// What else the server said.
    public Json.Obj details() {
        return details;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
