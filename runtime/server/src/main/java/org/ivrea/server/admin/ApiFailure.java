package org.ivrea.server.admin;

import java.util.Map;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.flow.json.Json;
import org.ivrea.server.run.Refusal;

import static java.util.Map.entry;

/// A request is not fulfilled.
final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int UNPROCESSABLE = 422;
    private static final Map<String, Integer> STATUSES = Map.ofEntries(entry("NOT_FOUND", 404), entry("CONFLICT", 409),
            entry("OLDER", 409), entry("NO_SPACE", 507), entry("UNAVAILABLE", 503), entry("UNREADABLE", 503),
            entry("TOO_LARGE", 413), entry("TOO_SLOW", 408), entry("UNAUTHORIZED", 401), entry("FORBIDDEN", 403),
            entry("TOO_MANY", 429));

    private final int status;
    private final String code;
    private final transient Json.Obj details;

    /// @param message what is wrong and what to do, for people
    ApiFailure(int status, String code, String message, Json.Obj details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = details;
    }

    /// A request that cannot be understood.
    static ApiFailure invalid(String message) {
        return new ApiFailure(BAD_REQUEST, "INVALID", message, Json.obj());
    }

    static ApiFailure of(String code, String message) {
        return new ApiFailure(STATUSES.getOrDefault(code, UNPROCESSABLE), code, message, Json.obj());
    }

    static ApiFailure of(StoreFailure failure) {
        return of(failure.code(), failure.getMessage());
    }

    static ApiFailure of(Refusal refusal) {
        Json.Obj details = Json.obj();
        if (!refusal.unbound().isEmpty()) {
            details = details.with("unbound", ApiJson.names(refusal.unbound()));
        }
        if (!refusal.modules().isEmpty()) {
            details = details.with("modules", ApiJson.texts(refusal.modules()));
        }
        return new ApiFailure(UNPROCESSABLE, refusal.code(), refusal.getMessage(), details);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Reply reply() {
        return Reply.json(status, Json.obj("error", Json.obj("code", Json.of(code),
                "message", Json.of(String.valueOf(getMessage())), "details", details)));
    }
}
