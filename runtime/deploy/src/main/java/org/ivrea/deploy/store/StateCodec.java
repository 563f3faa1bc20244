package org.ivrea.deploy.store;

import java.util.Map;
import java.util.TreeMap;
import org.ivrea.deploy.store.Members.DamagedFile;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonWriter;

/// `active.json`.
final class StateCodec {
    private StateCodec() {}

    static byte[] write(StoreState state) {
        Json.Obj projects = Json.obj();
        for (Map.Entry<String, StoreState.Active> project : state.projects().entrySet()) {
            StoreState.Active active = project.getValue();
            projects = projects.with(project.getKey(), Json.obj("sha256", Json.of(active.sha256()),
                    "since", Json.of(active.since().toString()), "by", Json.of(active.by()))
                    .with("newest", Json.of(active.newest())));
        }
        return JsonWriter.canonicalBytes(Json.obj("generation", Json.of(state.generation()), "projects", projects));
    }

    static StoreState read(byte[] bytes) throws DamagedFile {
        Members file = Members.of(bytes);
        var projects = new TreeMap<String, StoreState.Active>();
        for (Map.Entry<String, Json> project : file.members("projects").entrySet()) {
            Members active = Members.of(project.getValue());
            projects.put(project.getKey(), new StoreState.Active(active.text("sha256"), active.time("since"),
                    active.text("by"), active.text("newest")));
        }
        return new StoreState(file.number("generation"), projects);
    }
}
