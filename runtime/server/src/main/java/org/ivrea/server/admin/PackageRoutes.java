package org.ivrea.server.admin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.ivrea.deploy.difference.DifferenceJson;
import org.ivrea.deploy.difference.DifferenceText;
import org.ivrea.deploy.difference.ProjectComparison;
import org.ivrea.deploy.difference.ProjectDifference;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.store.FlowStore;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.project.Project;
import org.ivrea.flow.project.ProjectDocument;
import org.ivrea.freeswitch.flows.LoadedProject;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.Needs;
import org.ivrea.server.token.Role;
import org.jspecify.annotations.Nullable;

/// Packages: give them, get them, look what they would change and whether they would run.
final class PackageRoutes {
    private static final String BINARY = "application/octet-stream";
    private static final String SHA = "sha256";
    private static final String ONE = "/packages/{sha256}";

    private final IvreaServer server;
    private final FlowStore store;
    private final NodeRegistry registry = NodeRegistry.load();

    PackageRoutes(IvreaServer server) {
        this.server = server;
        this.store = server.store();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/projects", Role.VIEWER, "All projects with their packages, the newest first", "Projects",
                        _ -> Reply.json(ApiJson.projects(store.list(), store.state()))),
                Route.change("PUT", ONE, Role.DEPLOYER, "Upload a package; it does not run yet", Route.PACKAGE,
                        Reply.CREATED, "Package", this::upload).with(Reply.OK, "Package").failing(400, 413, 422),
                Route.get(ONE, Role.VIEWER, "Download a package", BINARY, this::download).failing(404),
                new Route("HEAD", ONE, Role.VIEWER, "Whether the package is there", Map.of(), null,
                        Route.get(ONE, Role.VIEWER, "", "", _ -> Reply.empty(Reply.OK)).outcomes(), this::head)
                        .with(404, ""),
                Route.change("DELETE", ONE, Role.ADMIN, "Remove a package that does not run", null, Reply.NO_CONTENT,
                        "", this::remove).failing(404, 409),
                Route.get(ONE + "/check", Role.VIEWER, "Whether the package would run here", "Check", this::check)
                        .failing(404),
                Route.get(ONE + "/difference", Role.VIEWER, "What it would change in what runs", "Difference",
                        this::difference).failing(404, 422),
                Route.change("POST", "/unbound", Role.VIEWER, "Which of these names this server does not know",
                        "Names", Reply.OK, "Check", this::unbound).failing(400));
    }

    private StoredPackage known(Ask ask) throws StoreFailure, ApiFailure {
        StoredPackage stored = store.find(ask.part(SHA));
        if (stored == null) {
            throw ApiFailure.of("NOT_FOUND", "There is no package " + ask.part(SHA) + " on this server; upload it "
                    + "first");
        }
        return stored;
    }

    private Reply upload(Ask ask) throws ApiFailure, StoreFailure {
        String sha256 = ask.part(SHA);
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw ApiFailure
                    .invalid("A package is uploaded to its SHA-256, 64 hexadecimal digits in lower case, not to "
                            + "\"" + sha256 + "\"");
        }
        long most = server.configuration().limits().maxBytes();
        if (ask.length() > most) {
            throw ApiFailure.of("TOO_LARGE", "The package has " + ask.length() + " bytes; " + most + " are allowed");
        }
        boolean there = store.find(sha256) != null;
        StoredPackage stored = there ? known(ask) : store.add(ask.body(), sha256, ask.by());
        return Reply.json(there ? Reply.OK : Reply.CREATED, ApiJson.stored(stored, store.state()));
    }

    private Reply download(Ask ask) throws ApiFailure, StoreFailure {
        StoredPackage stored = known(ask);
        return Reply.stream(BINARY, stored.size(), store.open(stored.sha256()));
    }

    private Reply head(Ask ask) throws StoreFailure {
        return Reply.empty(store.find(ask.part(SHA)) == null ? 404 : Reply.OK);
    }

    private Reply remove(Ask ask) throws StoreFailure {
        store.remove(ask.part(SHA), ask.by());
        return Reply.empty(Reply.NO_CONTENT);
    }

    private Reply check(Ask ask) throws ApiFailure, StoreFailure {
        StoredPackage stored = known(ask);
        LoadedProject project = server.prepared(stored);
        FlowRunner runner = project.runner();
        List<ResourceName> unbound = runner == null
                ? List.of()
                : Needs.unbound(runner.project(), server.environment());
        return Reply.json(checked(unbound, server.neededModules(stored),
                project.problems().stream().map(problem -> Json.of(problem.toString())).toList()));
    }

    private Json.Obj checked(List<ResourceName> unbound, Collection<String> needed, List<? extends Json> problems) {
        SortedSet<String> loaded = server.modules();
        return Json.obj("unbound", ApiJson.names(unbound), "modules", Json.arr(needed.stream()
                .map(module -> Json.obj("name", Json.of(module), "loaded",
                        loaded == null ? Json.NULL : Json.of(loaded.contains(module))))
                .toList()), "problems", Json.arr(problems));
    }

    private Reply unbound(Ask ask) throws ApiFailure {
        Json.Obj body = ask.json();
        List<ResourceName> names = new ArrayList<>();
        for (Json item : items(body, "names")) {
            String kind = item instanceof Json.Obj name ? Ask.text(name, "kind") : null;
            String text = item instanceof Json.Obj name ? Ask.text(name, "name") : null;
            if (kind == null || text == null) {
                throw ApiFailure.invalid("Each of \"names\" is an object with \"kind\" and \"name\"");
            }
            names.add(new ResourceName(kind, text));
        }
        List<String> modules = new ArrayList<>();
        for (Json item : items(body, "modules")) {
            if (!(item instanceof Json.Str(String module))) {
                throw ApiFailure.invalid("Each of \"modules\" is a string");
            }
            modules.add(module);
        }
        return Reply.json(checked(Needs.unbound(names, server.environment()), modules, List.of()));
    }

    static List<Json> items(Json.Obj body, String name) throws ApiFailure {
        return switch (body.get(name)) {
            case null -> List.of();
            case Json.Arr(List<Json> items) -> items;
            case Json other -> throw ApiFailure.invalid("\"" + name + "\" must be a list, not " + other.kind());
        };
    }

    private Reply difference(Ask ask) throws ApiFailure, StoreFailure, IOException {
        StoredPackage stored = known(ask);
        String active = store.state().active(stored.name());
        Project after = project(stored);
        StoredPackage running = active == null ? null : store.find(active);
        Project before = running == null ? null : project(running);
        if (after == null) {
            throw new ApiFailure(ApiFailure.UNPROCESSABLE, "INVALID", "The project in the package cannot be read; look "
                    + "at /check", Json.obj());
        }
        Project nothing = Project.of(ProjectDocument.empty(after.settings().name()), new TreeMap<>());
        ProjectDifference difference = new ProjectComparison(registry).compare(before == null ? nothing : before,
                after);
        return Reply.json(Json.obj("text",
                Json.of(String.join("\n", new DifferenceText(registry).of(difference))), "changes",
                DifferenceJson.of(difference)));
    }

    private @Nullable Project project(StoredPackage stored) throws StoreFailure {
        FlowRunner runner = server.prepared(stored).runner();
        return runner == null ? null : runner.project().project();
    }
}
