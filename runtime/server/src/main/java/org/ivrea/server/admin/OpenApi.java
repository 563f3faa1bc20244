package org.ivrea.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.server.token.Role;

/// The OpenAPI document, made of the routes themselves and of the schemas in `schemas.json`.
final class OpenApi {
    private static final Pattern PART = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private OpenApi() {}

    static Json.Obj document(List<Route> routes) {
        Map<String, Json.Obj> paths = new LinkedHashMap<>();
        for (Route route : routes) {
            Json.Obj path = paths.getOrDefault(route.path(), Json.obj());
            paths.put(route.path(), path.with(route.method().toLowerCase(Locale.ROOT), operation(route)));
        }
        return Json.obj("openapi", Json.of("3.1.0"), "info", Json.obj("title", Json.of("Ivrea server"),
                "version", Json.of("1"), "description", Json.of("Packages of call flows, what runs of them, and what "
                        + "became of calls. A role may do what those before it may: viewer, deployer, admin.")))
                .with("servers", Json.arr(Json.obj("url", Json.of("/api/v1"))))
                .with("paths", Json.obj(paths))
                .with("components", Json.obj("schemas", schemas(), "securitySchemes",
                        Json.obj("token", Json.obj("type", Json.of("http"), "scheme", Json.of("bearer")))));
    }

    private static Json.Obj operation(Route route) {
        Json.Obj operation = Json.obj("summary", Json.of(route.summary()));
        Role role = route.role();
        if (role != null) {
            operation = operation.with("description", Json.of("Needs the role " + role.word() + "."))
                    .with("security", Json.arr(Json.obj("token", Json.arr())));
        }
        List<Json> parameters = new ArrayList<>();
        for (Matcher part = PART.matcher(route.path()); part.find();) {
            parameters.add(parameter(part.group(1), "path").with("required", Json.of(true)));
        }
        route.query().forEach((name, meaning) -> parameters.add(parameter(name, "query")
                .with("description", Json.of(meaning))));
        if (!parameters.isEmpty()) {
            operation = operation.with("parameters", Json.arr(parameters));
        }
        String body = route.body();
        if (body != null) {
            operation = operation.with("requestBody", Json.obj("required", Json.of(true), "content",
                    body.equals(Route.PACKAGE)
                            ? Json.obj("application/octet-stream", Json.obj())
                            : json(body)));
        }
        Map<String, Json> responses = new LinkedHashMap<>();
        route.outcomes().forEach((status, outcome) -> responses.put(Integer.toString(status),
                response(status, outcome)));
        responses.put("default", response(0, Route.ERROR));
        return operation.with("responses", Json.obj(responses));
    }

    private static Json.Obj parameter(String name, String in) {
        return Json.obj("name", Json.of(name), "in", Json.of(in), "schema", Json.obj("type", Json.of("string")));
    }

    private static Json.Obj response(int status, String outcome) {
        Json.Obj response = Json.obj("description", Json.of(words(status)));
        if (outcome.isEmpty()) {
            return response;
        }
        return response.with("content", outcome.contains("/") ? Json.obj(outcome, Json.obj()) : json(outcome));
    }

    private static Json.Obj json(String schema) {
        return Json.obj(Reply.JSON, Json.obj("schema", Json.obj("$ref", Json.of("#/components/schemas/" + schema))));
    }

    private static String words(int status) {
        return switch (status) {
            case 200 -> "Done";
            case 201 -> "It is there now";
            case 204 -> "It is gone";
            case 400 -> "The request cannot be understood";
            case 401 -> "There is no token, or it is not known";
            case 403 -> "The token's role may not do that";
            case 404 -> "There is none";
            case 409 -> "Somebody else was quicker, it contradicts what runs, or it is older than what ran";
            case 413 -> "It is too large";
            case 422 -> "It is refused, or would not run here";
            case 503 -> "Not now";
            default -> "Any other failure: too slow (408), too many requests (429), a full disk (507), not now (503)";
        };
    }

    private static Json schemas() {
        try (InputStream file = Objects.requireNonNull(OpenApi.class.getResourceAsStream("schemas.json"))) {
            return Objects.requireNonNull(JsonReader.read(file.readAllBytes(), JsonLimits.DEFAULT).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
