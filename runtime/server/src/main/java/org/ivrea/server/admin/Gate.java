package org.ivrea.server.admin;

import java.io.IOException;
import org.ivrea.flow.json.Json;
import org.ivrea.server.token.Role;
import org.ivrea.server.token.Token;
import org.ivrea.server.token.TokenHolder;
import org.ivrea.server.token.Tokens;
import org.jspecify.annotations.Nullable;

/// Lets in who may, as often as they may. Wrong tokens are counted by address, and far fewer of them are looked at.
final class Gate {
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final RateLimit requests;
    private final RateLimit failures;

    Gate(Tokens tokens, int requestsPerMinute, int failuresPerMinute) {
        this.tokens = tokens;
        requests = new RateLimit(requestsPerMinute, System::nanoTime);
        failures = new RateLimit(failuresPerMinute, System::nanoTime);
    }

    /// @param authorization the header; `null` when there is none
    /// @return the name of who asks; empty when nobody has to say
    String enter(@Nullable Role needed, @Nullable String authorization, String address)
            throws ApiFailure, IOException {
        if (needed == null) {
            take(address);
            return "";
        }
        if (!failures.isOpen(address)) {
            throw tooMany();
        }
        TokenHolder holder = authorization != null && authorization.startsWith(BEARER)
                ? tokens.find(new Token(authorization.substring(BEARER.length()).strip()))
                : null;
        if (holder == null) {
            failures.take(address);
            throw new ApiFailure(401, "UNAUTHORIZED", authorization == null
                    ? "This needs a token: send the header \"Authorization: Bearer TOKEN\""
                    : "The token is not known here; it may have been revoked. Ask the operator for another one",
                    Json.obj());
        }
        take(holder.name());
        if (!holder.role().covers(needed)) {
            throw new ApiFailure(403, "FORBIDDEN", "The token of " + holder.name() + " is a " + holder.role().word()
                    + "'s; this needs " + needed.word(), Json.obj("needs", Json.of(needed.word())));
        }
        return holder.name();
    }

    private void take(String who) throws ApiFailure {
        if (!requests.take(who)) {
            throw tooMany();
        }
    }

    private static ApiFailure tooMany() {
        return ApiFailure.of("TOO_MANY", "Too many requests; wait a minute");
    }
}
