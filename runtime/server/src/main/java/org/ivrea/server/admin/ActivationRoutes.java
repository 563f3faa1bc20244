package org.ivrea.server.admin;

import java.util.ArrayList;
import java.util.List;
import org.ivrea.deploy.store.Activation;
import org.ivrea.deploy.store.HistoryEntry;
import org.ivrea.deploy.store.StoreFailure;
import org.ivrea.flow.json.Json;
import org.ivrea.server.run.IvreaServer;
import org.ivrea.server.run.Refusal;
import org.ivrea.server.token.Role;

/// What runs, and how that is changed.
final class ActivationRoutes {
    private final IvreaServer server;

    ActivationRoutes(IvreaServer server) {
        this.server = server;
    }

    List<Route> routes() {
        return List.of(
                Route.change("POST", "/activations", Role.DEPLOYER, "Have packages run, all of them or none",
                        "ActivationRequest", Reply.OK, "Activation", this::activate).failing(400, 404, 409, 422),
                Route.change("POST", "/projects/{name}/rollback", Role.DEPLOYER, "Have a package run that ran before",
                        "RollbackRequest", Reply.OK, "Activation", this::rollback).failing(400, 404, 409, 422),
                Route.change("POST", "/projects/{name}/deactivate", Role.DEPLOYER,
                        "Take a project out of service: new calls to it get the fallback", "DeactivationRequest",
                        Reply.OK, "Activation", this::deactivate).failing(400, 404, 409),
                Route.get("/projects/{name}/history", Role.VIEWER, "What was done to a project, the newest first",
                        "History", this::history).failing(404));
    }

    private Reply activate(Ask ask) throws ApiFailure, StoreFailure, Refusal {
        Json.Obj body = ask.json();
        List<String> packages = new ArrayList<>();
        for (Json item : PackageRoutes.items(body, "packages")) {
            if (!(item instanceof Json.Str(String sha256))) {
                throw ApiFailure.invalid("Each of \"packages\" is the SHA-256 of a package");
            }
            packages.add(sha256);
        }
        if (packages.isEmpty()) {
            throw ApiFailure.invalid("\"packages\" names no package; give the SHA-256 of each that shall run");
        }
        return counted("activate", () -> server.activate(packages, ask.by(), Ask.number(body, "expectedGeneration"),
                body.get("allowOlder") == Json.Bool.TRUE));
    }

    private Reply rollback(Ask ask) throws ApiFailure, StoreFailure, Refusal {
        Json.Obj body = ask.json();
        return counted("rollback", () -> server.rollback(ask.part("name"), Ask.text(body, "to"), ask.by(),
                Ask.number(body, "expectedGeneration")));
    }

    private Reply deactivate(Ask ask) throws ApiFailure, StoreFailure, Refusal {
        Json.Obj body = ask.json();
        return counted("deactivate", () -> server.deactivate(ask.part("name"), ask.by(),
                Ask.number(body, "expectedGeneration")));
    }

    private Reply counted(String action, Work work) throws ApiFailure, StoreFailure, Refusal {
        String result = "failed";
        try {
            Activation made = work.make();
            result = "ok";
            return Reply.json(ApiJson.activation(made));
        } catch (StoreFailure e) {
            result = e.code();
            throw e;
        } finally {
            server.metrics().activation(action, result);
        }
    }

    private interface Work {
        Activation make() throws ApiFailure, StoreFailure, Refusal;
    }

    private Reply history(Ask ask) throws ApiFailure, StoreFailure {
        String name = ask.part("name");
        List<HistoryEntry> entries = server.store().history().stream()
                .filter(entry -> entry.project().equals(name)).toList().reversed();
        if (entries.isEmpty() && server.store().list().stream().noneMatch(stored -> stored.name().equals(name))) {
            throw ApiFailure.of("NOT_FOUND", "There is no project \"" + name + "\" on this server");
        }
        return Reply.json(ApiJson.history(entries));
    }
}
