package org.ivrea.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.URIUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.flow.json.Json;
import org.ivrea.freeswitch.extension.Control.Level;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.Refusal;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;

/// Finds the route of a request, lets in who may, and turns what comes of it into an answer.
final class AdminHandler extends Handler.Abstract {
    private static final String PREFIX = "/api/v1";
    private static final List<String> ALSO_AT_THE_TOP = List.of("/metrics", "/health", "/ready");
    private static final String UNKNOWN = "unknown";
    private static final long MOST_DROPPED = 1 << 20;

    private final List<Route> routes;
    private final Gate gate;
    private final Audit audit;
    private final IvreaServer server;
    private final long minBytesPerSecond;

    private record Found(Route route, Map<String, String> path) {}

    /// @param by empty while it is not known who asks
    private static final class Who {
        private String by = "";
        private String route = UNKNOWN;
    }

    /// @param minBytesPerSecond of bodies, in either direction
    AdminHandler(List<Route> routes, Gate gate, Audit audit, IvreaServer server, long minBytesPerSecond) {
        this.routes = List.copyOf(routes);
        this.gate = gate;
        this.audit = audit;
        this.server = server;
        this.minBytesPerSecond = minBytesPerSecond;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var who = new Who();
        var body = new PacedInput(Content.Source.asInputStream(request), new Pace(minBytesPerSecond), System::nanoTime);
        String result = "ok";
        Reply reply;
        try {
            reply = answer(request, who, body);
        } catch (ApiFailure refused) {
            ApiFailure failure = body.isTooSlow()
                    ? ApiFailure.of("TOO_SLOW", "The body of the request came too slowly, with " + body.words()
                            + ". Send it again by a faster connection, or have \"minBytesPerSecond\" lowered")
                    : refused;
            result = failure.code();
            reply = failure.reply();
        }
        server.metrics().request(who.route, reply.status());
        boolean changes = !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (changes || reply.status() == 401 || reply.status() == 403) {
            audit.add(who.by, Request.getRemoteAddr(request), request.getMethod(), request.getHttpURI().getPath(),
                    reply.status(), result);
        }
        if (reply.status() >= 400 && !who.by.isEmpty() && !body.isTooSlow()) {
            drop(request, body);
        }
        send(reply, request, response, callback);
        return true;
    }

    private Reply answer(Request request, Who who, InputStream body) throws ApiFailure {
        Found found = find(request.getMethod(), request.getHttpURI().getPath());
        try {
            who.route = found == null ? UNKNOWN : found.route().method() + " " + found.route().path();
            String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            // Who may not look at anything does not learn what there is.
            who.by = gate.enter(found == null ? Role.VIEWER : found.route().role(),
                    authorization, Request.getRemoteAddr(request));
            if (found == null) {
                throw ApiFailure.of("NOT_FOUND", "There is no " + request.getMethod() + " "
                        + request.getHttpURI().getPath() + "; /api/v1/openapi.json lists what there is");
            }
            return found.route().action().answer(new Ask(who.by, found.path(), query(request),
                    String.valueOf(request.getHeaders().get(HttpHeader.ACCEPT)),
                    body, request.getLength()));
        } catch (StoreFailure failure) {
            throw ApiFailure.of(failure);
        } catch (Refusal refusal) {
            throw ApiFailure.of(refusal);
        } catch (NoSuchFileException e) {
            throw ApiFailure.of("NOT_FOUND", "It was removed at this moment: " + e.getMessage());
        } catch (IOException e) {
            throw ApiFailure.of("UNAVAILABLE", "The server cannot do that now: " + e.getMessage());
        } catch (RuntimeException e) {
            server.log(Level.ERROR, "A fault in the admin interface at " + who.route + ": " + e);
            throw new ApiFailure(500, "UNAVAILABLE", "A fault in the server itself; its log says more", Json.obj());
        }
    }

    private @Nullable Found find(String method, String path) {
        String below = path.startsWith(PREFIX + "/")
                ? path.substring(PREFIX.length())
                : ALSO_AT_THE_TOP.contains(path) ? path : "";
        List<String> parts = new ArrayList<>();
        for (String part : below.split("/", -1)) {
            parts.add(URIUtil.decodePath(part));
        }
        for (Route route : routes) {
            Map<String, String> values = route.method().equals(method) ? route.match(parts) : null;
            if (values != null) {
                return new Found(route, values);
            }
        }
        return null;
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), String.valueOf(field.getValue()));
        }
        return query;
    }

    /// Reads some of what is still being sent. Who is cut off while sending may not get to see the answer.
    private static void drop(Request request, InputStream rest) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            return; // nothing is sent before it is asked for
        }
        try {
            for (long left = MOST_DROPPED, read = 1; left > 0 && read > 0; left -= read) {
                read = rest.skip(left);
            }
        } catch (IOException _) {
            // It is not wanted anyway.
        }
    }

    private void send(Reply reply, Request request, Response response, Callback callback) {
        response.setStatus(reply.status());
        if (!reply.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        response.getHeaders().put("Cache-Control", "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        reply.headers().forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        if (reply.status() == 401) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        if (reply.status() >= 400 && request.getLength() != 0) {
            // What is left of the body, if anything, is not worth reading.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (reply.length() >= 0) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.length());
        }
        try (InputStream body = reply.body(); OutputStream out = paced(request, response)) {
            body.transferTo(out);
            out.close();
            callback.succeeded();
        } catch (IOException e) {
            callback.failed(e);
        }
    }

    private OutputStream paced(Request request, Response response) {
        Scheduler scheduler = request.getComponents().getScheduler();
        return new PacedOutput(Content.Sink.asOutputStream(response), new Pace(minBytesPerSecond), System::nanoTime,
                (nanos, then) -> scheduler.schedule(then, nanos, TimeUnit.NANOSECONDS)::cancel,
                () -> request.getConnectionMetaData().getConnection().getEndPoint()
                        .close(new TimeoutException("the answer is taken too slowly")));
    }
}
