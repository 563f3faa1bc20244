package org.ivrea.server.admin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedSet;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.pack.PackageManifest;
import org.ivrea.server.metrics.ServerMetrics;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.Release;
import org.ivrea.server.token.Role;

/// What the server is and how it does.
final class ServerRoutes {
    private static final int MOST_AUDIT = 1_000;

    private final IvreaServer server;
    private final Audit audit;

    ServerRoutes(IvreaServer server, Audit audit) {
        this.server = server;
        this.audit = audit;
    }

    List<Route> routes() {
        var limit = new LinkedHashMap<String, String>();
        limit.put("limit", "How many at most; 100 if left out");
        return List.of(
                Route.get("/health", null, "Whether the server is alive", "Health",
                        _ -> Reply.json(Json.obj("status", Json.of("up")))),
                Route.get("/ready", null, "Whether calls get what they should", "Ready", _ -> ready()).with(503,
                        "Ready"),
                Route.get("/metrics", Role.VIEWER, "The server's numbers, for Prometheus", ServerMetrics.CONTENT_TYPE,
                        _ -> metrics()),
                Route.get("/server", Role.VIEWER, "What the server is", "Server", _ -> Reply.json(about())),
                Route.get("/calls", Role.VIEWER, "The calls in progress", "Calls",
                        _ -> Reply.json(ApiJson.calls(server.live().list()))),
                Route.get("/audit", Role.ADMIN, "Who did what, the newest first", "Audit",
                        ask -> Reply.json(Json.obj("entries", Json.arr(audit.last(ask.limit(100, MOST_AUDIT))))))
                        .asking(limit).failing(400));
    }

    private Reply ready() {
        String trouble = server.trouble();
        Json.Obj ready = Json.obj("ready", Json.of(trouble.isEmpty()));
        return trouble.isEmpty()
                ? Reply.json(ready.with("warnings", ApiJson.texts(server.warnings())))
                : Reply.json(503, ready.with("reason", Json.of(trouble)));
    }

    private Reply metrics() throws IOException {
        var out = new ByteArrayOutputStream();
        server.metrics().write(out);
        return Reply.bytes(Reply.OK, ServerMetrics.CONTENT_TYPE, out.toByteArray());
    }

    private Json.Obj about() {
        SortedSet<String> modules = server.modules();
        return Json.obj("name", Json.of(server.configuration().name()), "version", Json.of(Release.number()),
                "apiVersion", Json.of(1))
                .with("packageFormats", Json.arr(Json.of(PackageManifest.FORMAT_VERSION)))
                .with("flowFormat", Json.of(FlowDocument.FORMAT_VERSION))
                .with("modules", modules == null ? Json.NULL : ApiJson.texts(modules))
                .with("generation", Json.of(server.generation()))
                .with("time", Json.of(Instant.now().toString()));
    }
}
