package org.ivrea.server.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.ivrea.deploy.remote.ResourceName;
import org.ivrea.deploy.store.Activation;
import org.ivrea.deploy.store.HistoryEntry;
import org.ivrea.deploy.store.StoreState;
import org.ivrea.deploy.store.StoredPackage;
import org.ivrea.flow.json.Json;
import org.ivrea.server.run.LiveCalls;
import org.jspecify.annotations.Nullable;

/// What the interface answers, as JSON.
final class ApiJson {
    private ApiJson() {}

    static Json.Obj stored(StoredPackage stored, StoreState state) {
        return Json.obj("sha256", Json.of(stored.sha256()), "name", Json.of(stored.name()),
                "version", Json.of(stored.version()))
                .with("signer", Json.of(stored.signer()))
                .with("uploadedAt", Json.of(stored.uploadedAt().toString()))
                .with("by", Json.of(stored.by()))
                .with("size", Json.of(stored.size()))
                .with("active", Json.of(stored.sha256().equals(state.active(stored.name()))));
    }

    /// @param packages the newest first
    static Json.Obj projects(List<StoredPackage> packages, StoreState state) {
        List<Json> projects = new ArrayList<>();
        for (String name : packages.stream().map(StoredPackage::name).sorted().distinct().toList()) {
            List<Json.Obj> own = packages.stream().filter(stored -> stored.name().equals(name))
                    .map(stored -> stored(stored, state)).toList();
            Json active = own.stream().filter(stored -> stored.get("active") == Json.Bool.TRUE)
                    .map(Json.class::cast).findFirst().orElse(Json.NULL);
            projects.add(Json.obj("name", Json.of(name), "active", active, "packages", Json.arr(own)));
        }
        return Json.obj("generation", Json.of(state.generation()), "projects", Json.arr(projects));
    }

    static Json.Obj activation(Activation made) {
        return Json.obj("generation", Json.of(made.generation()), "activated",
                Json.arr(made.changes().stream().map(change -> Json.obj("project", Json.of(change.project()),
                        "from", text(change.from()), "to", text(change.to()))).toList()));
    }

    static Json.Obj history(List<HistoryEntry> entries) {
        return Json.obj("entries", Json.arr(entries.stream().map(entry -> Json
                .obj("at", Json.of(entry.at().toString()), "by", Json.of(entry.by()),
                        "action", Json.of(entry.action().word()))
                .with("from", text(entry.from()))
                .with("to", text(entry.to()))
                .with("version", Json.of(entry.version()))).toList()));
    }

    static Json.Obj calls(List<LiveCalls.Live> calls) {
        return Json.obj("calls", Json.arr(calls.stream().map(live -> Json
                .obj("id", Json.of(live.call().info().id()), "project", Json.of(live.call().project()),
                        "flow", Json.of(live.call().flow()))
                .with("version", Json.of(live.call().version().version()))
                .with("node", Json.of(live.node()))
                .with("startedAt", Json.of(live.startedAt().toString()))
                .with("caller", Json.of(live.call().info().caller()))).toList()));
    }

    static Json.Arr names(List<ResourceName> names) {
        return Json.arr(names.stream()
                .map(name -> Json.obj("kind", Json.of(name.kind()), "name", Json.of(name.name()))).toList());
    }

    static Json.Arr texts(Collection<String> texts) {
        return Json.arr(texts.stream().map(Json::of).toList());
    }

    static Json text(@Nullable String value) {
        return value == null ? Json.NULL : Json.of(value);
    }
}
