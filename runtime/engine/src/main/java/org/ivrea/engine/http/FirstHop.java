package org.ivrea.engine.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.ivrea.engine.call.Operation.HttpExchange;

/// Makes the request that goes out first of what the flow and the operator say.
record FirstHop(HttpExchange request, HttpService service, HostPolicy policy) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> DOTS = Set.of(".", "..");

    Hop hop() throws HttpRefused {
        if (!METHODS.contains(request.method())) {
            throw new HttpRefused("the request uses the method " + request.method()
                    + "; use GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
        }
        String subject = "the service " + request.service();
        URI address = address();
        RequestHeaders headers = RequestHeaders.of("the request", request.headers())
                .withContentType("the request", request.contentType()).with(service.headers());
        return new Hop(subject, request.method(), address, policy.check(subject, address), headers,
                request.body());
    }

    /// The request's path below the service's own, never beside it.
    private URI address() throws HttpRefused {
        String path = request.path();
        if (!path.startsWith("/") || path.startsWith("//") || path.indexOf('#') >= 0 || hasDots(path)) {
            throw new HttpRefused("the request's path must begin with one / and have no #, . or .. as a part of it;"
                    + " correct the path");
        }
        String base = service.base().toString();
        try {
            return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
        } catch (IllegalArgumentException e) {
            throw new HttpRefused("the request's path has a character that must be encoded, such as %20 for a space;"
                    + " encode it");
        }
    }

    private static boolean hasDots(String path) {
        String decoded = path.split("\\?", 2)[0].toLowerCase(Locale.ROOT).replace("%2e", ".").replace("%2f", "/")
                .replace("%5c", "/");
        return Arrays.stream(decoded.split("/", -1)).anyMatch(DOTS::contains);
    }
}
