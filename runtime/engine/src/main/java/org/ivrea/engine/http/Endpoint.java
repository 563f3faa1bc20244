package org.ivrea.engine.http;

/// Where a request goes, in its one form; two endpoints are the same origin when they are equal.
///
/// @param scheme `http` or `https`
record Endpoint(String scheme, HostName host, int port) {
    static final String HTTPS = "https";
    static final String HTTP = "http";

    boolean secure() {
        return scheme.equals(HTTPS);
    }

    static int defaultPort(String scheme) {
        return scheme.equals(HTTPS) ? 443 : 80;
    }

    /// The origin as it begins an address: no port where it is the scheme's own.
    String origin() {
        return scheme + "://" + host.text() + (port == defaultPort(scheme) ? "" : ":" + port);
    }
}
