package org.ivrea.engine.http;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The headers of a request: names whose case does not matter, values that cannot become headers of their own.
///
/// @param byName unmodifiable
record RequestHeaders(Map<String, String> byName) {
    private static final String CONTENT_TYPE = "Content-Type";

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    /// ASCII alone: clients that cut a character to one byte would make line breaks out of others.
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    /// Headers by which a request says where it ends, where it goes and how the reply is packed.
    private static final Set<String> OWN = Set.of("host", "content-length", "connection", "transfer-encoding", "te",
            "trailer", "upgrade", "keep-alive", "expect", "accept-encoding", "http2-settings");
    private static final String PROXY = "proxy-";

    /// Headers that tell a stranger nothing: sent on when a redirect leads elsewhere.
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type");

    RequestHeaders {
        byName = Collections.unmodifiableMap(copy(byName));
    }

    /// @param subject who sets them; begins the message
    /// @throws HttpRefused when one of them may not be set
    static RequestHeaders of(String subject, Map<String, String> byName) throws HttpRefused {
        for (var header : byName.entrySet()) {
            check(subject, header.getKey(), header.getValue());
        }
        var headers = new RequestHeaders(byName);
        if (headers.byName.size() < byName.size()) {
            throw new HttpRefused(subject + " sets a header twice; remove one of the two");
        }
        return headers;
    }

    /// @param contentType wins over a header of that name; `null` for none
    /// @throws HttpRefused when the content type is no header value
    RequestHeaders withContentType(String subject, @Nullable String contentType) throws HttpRefused {
        if (contentType == null) {
            return this;
        }
        check(subject, CONTENT_TYPE, contentType);
        return with(Map.of(CONTENT_TYPE, contentType));
    }

    /// Adds headers; they win over those of the same name.
    RequestHeaders with(Map<String, String> more) {
        var all = copy(byName);
        all.putAll(more);
        return new RequestHeaders(all);
    }

    RequestHeaders withoutBody() {
        var rest = copy(byName);
        rest.remove(CONTENT_TYPE);
        return new RequestHeaders(rest);
    }

    /// What may be sent to another origin than the one that the headers were meant for.
    RequestHeaders forAnotherOrigin() {
        var rest = copy(byName);
        rest.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        return new RequestHeaders(rest);
    }

    private static TreeMap<String, String> copy(Map<String, String> byName) {
        var copy = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(byName);
        return copy;
    }

    private static void check(String subject, String name, String value) throws HttpRefused {
        if (!NAME.matcher(name).matches()) {
            throw new HttpRefused(subject + " sets a header whose name is not valid; use letters, digits and -");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (OWN.contains(lower) || lower.startsWith(PROXY)) {
            throw new HttpRefused(subject + " sets the header " + name
                    + ", which belongs to the connection; remove it");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new HttpRefused(subject + " sets the header " + name
                    + " to a value with a line break or a character outside ASCII; encode it");
        }
    }
}
