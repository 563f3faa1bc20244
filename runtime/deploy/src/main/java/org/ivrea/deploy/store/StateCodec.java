package org.ivrea.deploy.store;

import java.time.Instant;
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
            projects = projects.with(project.getKey(), entry("sha256", active.sha256(), active.since(), active.by(),
                    active.newest()));
        }
        Json.Obj file = Json.obj("generation", Json.of(state.generation()), "projects", projects);
        Json.Obj retired = Json.obj();
        for (Map.Entry<String, StoreState.Retired> project : state.retired().entrySet()) {
            StoreState.Retired gone = project.getValue();
            retired = retired.with(project.getKey(), entry("last", gone.last(), gone.since(), gone.by(),
                    gone.newest()));
        }
        return JsonWriter.canonicalBytes(state.retired().isEmpty() ? file : file.with("retired", retired));
    }

    private static Json.Obj entry(String member, String sha256, Instant since, String by, String newest) {
        return Json.obj(member, Json.of(sha256), "since", Json.of(since.toString()), "by", Json.of(by))
                .with("newest", Json.of(newest));
    }

    static StoreState read(byte[] bytes) throws DamagedFile {
        Members file = Members.of(bytes);
        var projects = new TreeMap<String, StoreState.Active>();
        for (Map.Entry<String, Json> project : file.members("projects").entrySet()) {
            Members active = Members.of(project.getValue());
            projects.put(project.getKey(), new StoreState.Active(active.text("sha256"), active.time("since"),
                    active.text("by"), active.text("newest")));
        }
        var retired = new TreeMap<String, StoreState.Retired>();
        if (file.has("retired")) {
            for (Map.Entry<String, Json> project : file.members("retired").entrySet()) {
                Members gone = Members.of(project.getValue());
                retired.put(project.getKey(), new StoreState.Retired(gone.text("last"), gone.time("since"),
                        gone.text("by"), gone.text("newest")));
            }
        }
        return new StoreState(file.number("generation"), projects, retired);
    }
}
