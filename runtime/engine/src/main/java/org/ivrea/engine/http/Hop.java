package org.ivrea.engine.http;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One request on the way from a flow's request over redirects to the reply.
///
/// @param subject where it goes, for messages
/// @param body    `null` for none
record Hop(String subject, String method, URI address, Endpoint endpoint, RequestHeaders headers,
        @Nullable String body) {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    /// @return `null` when the reply is no redirect but the end of the way
    /// @throws HttpRefused when the redirect may not be followed
    @Nullable
    Hop after(WireReply reply, String service, HostPolicy policy) throws HttpRefused {
        String location = reply.location();
        if (location == null || !REDIRECTS.contains(reply.status())) {
            return null;
        }
        String next = "the service " + service + " redirects to a place that";
        URI target;
        try {
            target = address.resolve(URI.create(location));
        } catch (IllegalArgumentException e) {
            throw new HttpRefused("the service " + service + " redirects to an address that is not valid; tell its"
                    + " operator");
        }
        Endpoint to = policy.check(next, target);
        if (endpoint.secure() && !to.secure()) {
            throw new HttpRefused("the service " + service + " redirects from https to http, which is never followed;"
                    + " tell its operator");
        }
        RequestHeaders kept = to.equals(endpoint) ? headers : headers.forAnotherOrigin();
        return becomesGet(reply.status())
                ? new Hop(next, "GET", target, to, kept.withoutBody(), null)
                : new Hop(next, method, target, to, kept, body);
    }

    /// As browsers do: 303 asks for it, and 301 and 302 do it to POST.
    private boolean becomesGet(int status) {
        return status == 303 ? !method.equals("HEAD") : status <= 302 && method.equals("POST");
    }

    /// The address that goes on the wire: the endpoint's one form, no fragment.
    URI wireAddress() {
        String path = address.getRawPath();
        String query = address.getRawQuery();
        return URI.create(URI.create(endpoint.origin() + (path == null || path.isEmpty() ? "/" : path)
                + (query == null ? "" : "?" + query)).toASCIIString());
    }
}
