package org.ivrea.deploy.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Addresses of servers, as people type them.
public final class ServerAddress {
    /// The port of the admin interface where none is said.
    public static final int PORT = 8723;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String HTTPS = "https";

    private ServerAddress() {}

    /// The address that `text` means: `ivr1.example.com` is `https://ivr1.example.com:8723`.
    ///
    /// @throws IllegalArgumentException with a message for people
    public static URI parse(String text) {
        String typed = text.strip();
        String whole = typed.contains("://") ? typed : HTTPS + "://" + typed;
        try {
            return checked(new URI(whole));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("\"" + typed + "\" is no address; write one such as "
                    + "https://ivr1.example.com:8723", e);
        }
    }

    static URI checked(URI uri) {
        @Nullable String scheme = uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!HTTPS.equals(scheme) && !"http".equals(scheme)) {
            throw new IllegalArgumentException("The address of a server begins with https://, not \"" + uri + "\"");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new IllegalArgumentException("\"" + uri + "\" names no server; write an address such as "
                    + "https://ivr1.example.com:8723");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("The address of a server holds neither user, nor password, query or "
                    + "fragment; the token has a place of its own");
        }
        if (!HTTPS.equals(scheme) && !LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("A token is not sent to another machine without encryption; write "
                    + "https:// in place of http://");
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
        String port = ":" + (uri.getPort() < 0 ? PORT : uri.getPort());
        return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
    }
}
