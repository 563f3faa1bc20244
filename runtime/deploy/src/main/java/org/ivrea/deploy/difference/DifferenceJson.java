package org.ivrea.deploy.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// A difference for programs: a flat list of changes. Each has `kind`; and `flow`, `node`, `pointer`, `exit`, `file`,
/// `before`, `after` as far as they apply.
public final class DifferenceJson {
    private DifferenceJson() {}

    public static Json.Arr of(ProjectDifference difference) {
        List<Json> changes = new ArrayList<>();
        difference.settings().forEach(change -> changes.add(field(new LinkedHashMap<>(), change)));
        difference.flows().forEach(flow -> changes.addAll(of(flow)));
        difference.files().forEach(file -> {
            Map<String, Json> members = start(file.kind());
            members.put("file", Json.of(file.name()));
            members.put("bytesBefore", Json.of(file.bytesBefore()));
            members.put("bytesAfter", Json.of(file.bytesAfter()));
            changes.add(Json.obj(members));
        });
        return Json.arr(changes);
    }

    private static List<Json> of(FlowDifference flow) {
        List<Json> changes = new ArrayList<>();
        Map<String, Json> place = Map.of("flow", Json.of(flow.name()));
        if (flow.kind() != ChangeKind.CHANGED) {
            Map<String, Json> members = start(flow.kind());
            members.putAll(place);
            members.put("nodes", Json.of(flow.nodes().size()));
            return List.of(Json.obj(members));
        }
        flow.settings().forEach(change -> changes.add(field(place, change)));
        flow.nodes().forEach(node -> changes.addAll(of(flow.name(), node)));
        flow.moved().forEach(id -> {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put("kind", Json.of("moved"));
            members.putAll(place);
            members.put("node", Json.of(id));
            changes.add(Json.obj(members));
        });
        return changes;
    }

    private static List<Json> of(String flow, NodeDifference node) {
        Map<String, Json> place = new LinkedHashMap<>();
        place.put("flow", Json.of(flow));
        place.put("node", Json.of(node.id()));
        place.put("title", Json.of(node.title()));
        if (node.kind() != ChangeKind.CHANGED) {
            Map<String, Json> members = start(node.kind());
            members.putAll(place);
            return List.of(Json.obj(members));
        }
        List<Json> changes = new ArrayList<>();
        node.fields().forEach(change -> changes.add(field(place, change)));
        node.exits().forEach(exit -> {
            Map<String, Json> members = start(ChangeKind.CHANGED);
            members.putAll(place);
            members.put("exit", Json.of(exit.exit()));
            members.put("before", target(exit.before()));
            members.put("after", target(exit.after()));
            changes.add(Json.obj(members));
        });
        return changes;
    }

    private static Json field(Map<String, Json> place, FieldChange change) {
        Map<String, Json> members = start(change.kind());
        members.putAll(place);
        members.put("pointer", Json.of(change.pointer().toString()));
        if (change.before() != null) {
            members.put("before", change.before());
        }
        if (change.after() != null) {
            members.put("after", change.after());
        }
        return Json.obj(members);
    }

    private static Map<String, Json> start(ChangeKind kind) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("kind", Json.of(kind.word()));
        return members;
    }

    private static Json target(@Nullable String node) {
        return node == null ? Json.NULL : Json.of(node);
    }
}
