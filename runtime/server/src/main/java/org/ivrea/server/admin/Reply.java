package org.ivrea.server.admin;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;

/// What a request is answered with.
///
/// @param length of the body in bytes; -1 for none
/// @param body   closed by whoever sends it
record Reply(int status, String contentType, long length, InputStream body, Map<String, String> headers) {
    static final String JSON = "application/json";
    static final int OK = 200;
    static final int CREATED = 201;
    static final int NO_CONTENT = 204;

    static Reply json(int status, Json body) {
        return text(status, JSON, JsonWriter.compact(body) + "\n");
    }

    static Reply json(Json body) {
        return json(OK, body);
    }

    static Reply text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static Reply bytes(int status, String contentType, byte[] bytes) {
        return new Reply(status, contentType, bytes.length, new ByteArrayInputStream(bytes), Map.of());
    }

    static Reply stream(String contentType, long length, InputStream body) {
        return new Reply(OK, contentType, length, body, Map.of());
    }

    static Reply empty(int status) {
        return new Reply(status, "", -1, InputStream.nullInputStream(), Map.of());
    }

    Reply with(String header, String value) {
        return new Reply(status, contentType, length, body, Map.of(header, value));
    }
}
