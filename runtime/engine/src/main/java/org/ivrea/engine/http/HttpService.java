package org.ivrea.engine.http;

import java.net.URI;
import java.util.Map;

/// What a symbolic service name stands for on this server.
///
/// @param base         absolute; a path in it comes before each request's own path; no query, no fragment
/// @param headers      sent with each request to the base's own scheme, host and port, credentials among them; they win
///                     over headers that a flow sets
/// @param allowPrivate true when the base's host may be at a private address ([AddressKind#PRIVATE]). Other addresses
///                     that are not public must be listed in the [HostPolicy].
public record HttpService(URI base, Map<String, String> headers, boolean allowPrivate) {

    /// @throws IllegalArgumentException when the address or a header can never work, with the reason for the operator
    public HttpService {
        if (!base.isAbsolute() || base.isOpaque() || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "a service's address looks like https://host/path, without ? and #; correct the address");
        }
        headers = Map.copyOf(headers);
        try {
            RequestHeaders.of("the service's configuration", headers);
        } catch (HttpRefused e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /// A service on a public address.
    public static HttpService at(URI base) {
        return new HttpService(base, Map.of(), false);
    }

    /// Without the headers' values and the address's user information, which may be secret.
    @Override
    public String toString() {
        return "HttpService[" + base.getScheme() + "://" + base.getHost() + ", headers " + headers.keySet() + "]";
    }
}
