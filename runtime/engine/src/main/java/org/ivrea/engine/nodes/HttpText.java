package org.ivrea.engine.nodes;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ivrea.engine.expression.Template;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.node.NodeCheck;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// The texts of a request and of its reply.
final class HttpText {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private HttpText() {}

    /// Path and query, with values encoded.
    ///
    /// @param shown receives the same with secrets masked
    static String target(Template path, List<HttpRequest.Parameter> query, Variables variables, StringBuilder shown) {
        var target = new StringBuilder(path.render(variables, HttpText::inUri));
        shown.append(path.isSecret() ? path.renderMasked(variables) : target);
        char separator = target.indexOf("?") < 0 ? '?' : '&';
        for (HttpRequest.Parameter parameter : query) {
            String name = separator + inUri(parameter.name()) + "=";
            target.append(name).append(inUri(parameter.value().render(variables)));
            shown.append(name).append(parameter.value().isSecret()
                    ? Template.MASK
                    : inUri(parameter.value().render(variables)));
            separator = '&';
        }
        return target.toString();
    }

    /// Everything but unreserved characters percent-encoded, which fits a path's segment and a query (RFC 3986, 2.3).
    static String inUri(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }

    /// As it stands between the quotes of a JSON string.
    static String inJson(String value) {
        String quoted = JsonWriter.compact(Json.of(value));
        return quoted.substring(1, quoted.length() - 1);
    }

    static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.equals("application/json") || type.endsWith("+json");
    }

    /// @return `null` when the value has nothing there
    static @Nullable Object find(Object value, String pointer) {
        Object at = value;
        for (String token : JsonPointer.parse(pointer).tokens()) {
            at = switch (at) {
                case Map<?, ?> map -> map.get(token);
                case List<?> list -> item(list, token);
                case null, default -> null;
            };
        }
        return at;
    }

    private static @Nullable Object item(List<?> list, String token) {
        boolean index = token.length() < 10 && !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
        return index && Integer.parseInt(token) < list.size() ? list.get(Integer.parseInt(token)) : null;
    }

    static void checkPath(Template path, NodeCheck check) {
        String source = path.source();
        JsonPointer at = check.pointer().child("path");
        if (source.contains("://")) {
            check.error("http-path", at, "The path holds a whole address; the service's address is the server's, so"
                    + " write only what follows it, such as /accounts");
        } else if (!source.startsWith("/")) {
            check.error("http-path", at, "The path must begin with \"/\"");
        }
    }

    static void checkHeader(String name, JsonPointer at, NodeCheck check) {
        boolean token = name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c)
                || TOKEN_MARKS.indexOf(c) >= 0));
        if (!token) {
            check.error("http-header", at, "\"" + name + "\" cannot be a header's name, which is letters, digits and"
                    + " hyphens");
        }
        if (name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("cookie")) {
            check.warning("http-credentials", at, "Credentials do not belong into a flow; bind them to the service on"
                    + " the server");
        }
    }
}
