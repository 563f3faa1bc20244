package org.ivrea.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.Parsed;
import org.jspecify.annotations.Nullable;

/// A request, with what its route says of it.
///
/// @param by    who asks; empty where nobody has to say
/// @param path  the parts of the path that stand for something, by name
/// @param query by name
/// @param type  what is wanted: the header `Accept`
/// @param body  not read yet
/// @param length of the body in bytes, as announced; -1 when it was not
record Ask(String by, Map<String, String> path, Map<String, String> query, String type, InputStream body,
        long length) {
    private static final int LONGEST_JSON = 1 << 20;

    String part(String name) {
        return path.getOrDefault(name, "");
    }

    /// The body as a JSON object; an empty one when there is no body.
    Json.Obj json() throws ApiFailure {
        byte[] bytes;
        try {
            bytes = body.readNBytes(LONGEST_JSON + 1);
        } catch (IOException e) {
            throw ApiFailure.invalid("The request broke off: " + e.getMessage());
        }
        if (bytes.length > LONGEST_JSON) {
            throw new ApiFailure(413, "TOO_LARGE", "The request has more than " + LONGEST_JSON + " bytes", Json.obj());
        }
        if (bytes.length == 0) {
            return Json.obj();
        }
        Parsed parsed = JsonReader.read(bytes, JsonLimits.DEFAULT);
        if (parsed.value() instanceof Json.Obj object) {
            return object;
        }
        throw ApiFailure.invalid("The body must be a JSON object"
                + (parsed.problems().isEmpty() ? "" : ": " + parsed.problems().getFirst().message()));
    }

    static @Nullable String text(Json.Obj body, String name) throws ApiFailure {
        return switch (body.get(name)) {
            case null -> null;
            case Json.Null _ -> null;
            case Json.Str(String text) -> text;
            case Json other -> throw ApiFailure.invalid("\"" + name + "\" must be a string, not " + other.kind());
        };
    }

    static @Nullable Long number(Json.Obj body, String name) throws ApiFailure {
        try {
            return switch (body.get(name)) {
                case null -> null;
                case Json.Null _ -> null;
                case Json.Num(BigDecimal number) -> number.longValueExact();
                case Json other -> throw ApiFailure.invalid("\"" + name + "\" must be a number, not " + other.kind());
            };
        } catch (ArithmeticException _) {
            throw ApiFailure.invalid("\"" + name + "\" must be a whole number");
        }
    }

    /// A number of the query.
    int limit(int usual, int most) throws ApiFailure {
        String text = query.get("limit");
        if (text == null) {
            return usual;
        }
        if (text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1) {
            return Math.min(Integer.parseInt(text), most);
        }
        throw ApiFailure.invalid("\"limit\" must be a number of at least 1, not \"" + text + "\"");
    }

    @Nullable
    Instant time(String name) throws ApiFailure {
        String text = query.get(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            throw ApiFailure.invalid("\"" + name + "\" must be a time such as 2026-03-02T10:00:00Z, not \"" + text
                    + "\"");
        }
    }

}
